package theme

import "testing"

func TestTakesLinks(t *testing.T) {
	tests := []struct {
		term, tmux, sty string
		want            bool
	}{
		{"xterm-256color", "", "", true},
		{"xterm-kitty", "", "", true},
		{"alacritty", "", "", true},
		{"tmux-256color", "/tmp/tmux-0/default,1,0", "", true},
		{"screen-256color", "/tmp/tmux-0/default,1,0", "", true},
		{"screen-256color", "", "1.pts-0", false},
		{"xterm-256color", "", "1.pts-0", false},
		{"linux", "", "", false},
		{"linux-16color", "", "", false},
		{"dumb", "", "", false},
		{"vt220", "", "", false},
		{"", "", "", false},
	}
	for _, tt := range tests {
		env := map[string]string{"TERM": tt.term, "TMUX": tt.tmux, "STY": tt.sty}
		if got := TakesLinks(func(name string) string { return env[name] }); got != tt.want {
			t.Errorf("%+v: %v", tt, got)
		}
	}
}
