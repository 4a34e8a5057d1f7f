package article

import (
	"strings"
	"testing"
)

func TestOnlyTypedProseIsSetAsParagraphs(t *testing.T) {
	release := strings.Split(strings.Repeat("The patrol boarded forty vessels with the consent of their masters on\nMonday and found nothing that was on no manifest, the command announced.\n\n", 4), "\n")
	code := strings.Split(strings.Repeat("	if err := patrol(ctx, vessel); err != nil { return fmt.Errorf(\"patrol: %w\", err) }\n", 9), "\n")
	columns := strings.Split(strings.Repeat("frigate Ardent      Port Lisse      12 000 t      seven nations and one\n", 9), "\n")
	for _, c := range []struct {
		name  string
		lines []string
		want  bool
	}{{"a release", release, true}, {"code", code, false}, {"columns", columns, false}, {"a verse", release[:4], false}, {"nothing", nil, false}} {
		if got := isTyped(c.lines); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}
