package parse_test

import (
	"testing"
	"time"

	"dateline/feeds/parse"
)

func TestTTL(t *testing.T) {
	const sy = `<sy:updatePeriod>hourly</sy:updatePeriod>`
	for _, c := range []struct {
		says string
		want time.Duration
	}{
		{"<ttl>45</ttl>", 45 * time.Minute},
		{"<ttl>0</ttl>", 0},
		{"<ttl>-5</ttl>", 0},
		{"<ttl>soon</ttl>", 0},
		{"<ttl>100000</ttl>", 30 * 24 * time.Hour},
		{"<ttl>99999999999999999999</ttl>", 0},
		{"<ttl>0</ttl>" + sy, time.Hour},
		{"<ttl>20</ttl>" + sy, 20 * time.Minute},
		{sy + "<sy:updateFrequency>4</sy:updateFrequency>", 15 * time.Minute},
		{sy + "<sy:updateFrequency>0</sy:updateFrequency>", time.Hour},
		{sy + "<sy:updateBase>2000-01-01T12:00+00:00</sy:updateBase>", time.Hour},
		{"<sy:updatePeriod> Weekly </sy:updatePeriod>", 7 * 24 * time.Hour},
		{"<sy:updatePeriod>yearly</sy:updatePeriod>", 30 * 24 * time.Hour},
		{"<sy:updatePeriod>always</sy:updatePeriod>", 0},
	} {
		body := `<rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>C</title>` + c.says + "<item><title>T</title></item></channel></rss>"
		if r, err := parse.Parse([]byte(body), source); err != nil || r.TTL != c.want {
			t.Errorf("%s: %s, %v, want %s", c.says, r.TTL, err, c.want)
		}
	}
}
