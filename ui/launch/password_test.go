package launch

import (
	"testing"

	"dateline/feeds"
)

func TestPassword(t *testing.T) {
	t.Setenv("NEWS_PASSWORD", "käse: 1\nuser: x")
	t.Setenv("NEWS_EMPTY", "\n")
	for _, c := range []struct {
		env, want string
		fails     bool
	}{
		{"NEWS_PASSWORD", "käse: 1", false},
		{"NEWS_EMPTY", "", true},
		{"NEWS_UNSET", "", true},
	} {
		got, err := Password(t.Context(), feeds.Login{Env: c.env})
		if got != c.want || (err != nil) != c.fails {
			t.Errorf("%s: %q, %v", c.env, got, err)
		}
	}
}

func TestAPasswordCommandThatIsMissingIsTold(t *testing.T) {
	if got, err := Password(t.Context(), feeds.Login{Command: []string{"no-such-program-here"}}); got != "" || err == nil {
		t.Errorf("%q, %v", got, err)
	}
}

func TestPasswordsOfCommands(t *testing.T) {
	for _, c := range []struct {
		name, script, want string
		fails              bool
	}{
		{"its first line", "echo 'käse: 1'; echo user", "käse: 1", false},
		{"nothing but a line", "echo", "", true},
		{"nothing", "true", "", true},
		{"a failure", "echo no; exit 3", "", true},
	} {
		got, err := Password(t.Context(), feeds.Login{Command: []string{"sh", "-c", c.script}})
		if got != c.want || (err != nil) != c.fails {
			t.Errorf("%s: %q, %v", c.name, got, err)
		}
	}
}
