package store

import (
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"time"
)

// moment is how a time is stored: microseconds since 1970, 0 for the zero
// time. It comes back in UTC.
type moment time.Time

func stamp(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMicro()
}

// kept returns t as it comes back from the store.
func kept(t time.Time) time.Time {
	if us := stamp(t); us != 0 {
		return time.UnixMicro(us).UTC()
	}
	return time.Time{}
}

// Value implements driver.Valuer.
func (m *moment) Value() (driver.Value, error) { return stamp(time.Time(*m)), nil }

// Scan implements sql.Scanner.
func (m *moment) Scan(value any) error {
	us, ok := value.(int64)
	if !ok {
		return fmt.Errorf("a time is stored as %T", value)
	}
	*m = moment{}
	if us != 0 {
		*m = moment(time.UnixMicro(us).UTC())
	}
	return nil
}

// packed stores what the pointer points to as compact JSON, "" if there is
// nothing in it.
type packed struct{ pointer any }

// Value implements driver.Valuer.
func (p packed) Value() (driver.Value, error) {
	b, err := json.Marshal(p.pointer)
	switch s := string(b); s {
	case "null", "{}", "[]":
		return "", err
	default:
		return s, err
	}
}

// Scan implements sql.Scanner.
func (p packed) Scan(value any) error {
	s, ok := value.(string)
	if !ok {
		return fmt.Errorf("JSON is stored as %T", value)
	}
	if s == "" {
		return nil
	}
	return json.Unmarshal([]byte(s), p.pointer)
}
