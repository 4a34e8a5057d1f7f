package ui

import (
	"context"
	"errors"
	"fmt"
	"image"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi/kitty"

	"dateline/feeds"
	"dateline/ui/pane"
	"dateline/ui/picture"
)

// kittens is a screen in a terminal that draws pictures.
type kittens struct {
	*world
	sent  []string // what the terminal was given, beside the screen
	asked []string // pictures
	fails error
}

// onKitty runs a test on the fetched page of item 1, which has a picture.
func onKitty(t *testing.T, test func(*kittens)) {
	t.Helper()
	play(t, three(), func(w *world) {
		k := &kittens{world: w}
		w.m.back.Picture = func(_ context.Context, a feeds.Article, box image.Point) (picture.Picture, error) {
			k.asked = append(k.asked, fmt.Sprint(a.Picture.URL, box))
			return picture.Picture{PNG: []byte("png"), Size: image.Pt(400, 200)}, k.fails
		}
		w.send(uv.KittyGraphicsEvent{Options: kitty.Options{ID: 31}, Payload: []byte("OK")})
		w.send(tea.TerminalVersionMsg{Name: "kitty(0.36.4)"})
		w.m.art.SetArticle(feeds.Article{
			Item: 1, Fetched: noon, Picture: feeds.Picture{URL: "https://ledger.example/1.jpg", Alt: "Two chairs"},
			Blocks: []feeds.Block{{Kind: feeds.Paragraph, Spans: []feeds.Span{{Text: "The page."}}}},
		})
		test(k)
	})
}

// press presses a key and notes what the terminal is given.
func (k *kittens) press(key string) { k.follow(k.m.press(pane.Keystroke(key))) }

func (k *kittens) follow(cmd tea.Cmd) {
	for _, c := range []tea.Cmd{cmd, k.m.drawPicture()} {
		if c == nil {
			continue
		}
		switch msg := c().(type) {
		case tea.RawMsg:
			k.sent = append(k.sent, fmt.Sprint(msg.Msg))
		case pictureMsg:
			_, next := k.m.Update(msg)
			k.follow(next)
		default:
			k.send(msg)
		}
	}
}

// gave checks the options of all that the terminal was given since.
func (k *kittens) gave(want ...string) {
	k.t.Helper()
	if len(k.sent) != len(want) {
		k.t.Fatalf("the terminal was given %q, want %q", k.sent, want)
	}
	for i, s := range k.sent {
		if !strings.HasPrefix(s, "\x1b_G"+want[i]) {
			k.t.Errorf("the terminal was given %q, want %q", s, want[i])
		}
	}
	k.sent = nil
}

// drawn counts the placeholders on the screen.
func (k *kittens) drawn() int { return strings.Count(k.screen(), string(kitty.Placeholder)) }

func TestAPictureIsShownAndHidden(t *testing.T) {
	onKitty(t, func(k *kittens) {
		k.press("i")
		if len(k.asked) != 1 || k.asked[0] != "https://ledger.example/1.jpg(800,320)" {
			t.Errorf("asked %v", k.asked)
		}
		k.gave("a=T,q=2,U=1,f=100,i=3506438160,c=32,r=8,m=0;")
		if n := k.drawn(); n != 32*8 {
			t.Errorf("%d cells of the picture", n)
		}
		k.sees("Two chairs", "The page.")
		_, place := k.m.Update(tea.WindowSizeMsg{Width: 120, Height: 60})
		k.follow(place)
		k.gave("a=p,q=2,U=1,i=3506438160,c=40,r=10")
		if n := k.drawn(); n != 40*10 {
			t.Errorf("%d cells of the picture in a larger pane", n)
		}
		k.press("i")
		k.gave("a=d,q=2,d=I,i=3506438160")
		if k.drawn() != 0 {
			t.Error("the picture is still there")
		}
		k.press("i")
		k.gave("a=T,q=2,U=1,f=100,i=3506438161,")
	})
}

func TestAPictureGoesWithItsItem(t *testing.T) {
	onKitty(t, func(k *kittens) {
		k.press("i")
		k.sent = nil
		k.press("j")
		k.gave("a=d,q=2,d=I,")
		if k.drawn() != 0 {
			t.Error("the picture is still there")
		}
		k.m.gallery.wanted = 0
		k.follow(func() tea.Msg {
			return pictureMsg{item: 1, picture: picture.Picture{PNG: []byte("x"), Size: image.Pt(9, 9)}}
		})
		k.gave()
	})
}

func TestAPictureIsTakenAwayAtTheEnd(t *testing.T) {
	onKitty(t, func(k *kittens) {
		if _, quits := k.m.quit()().(tea.QuitMsg); !quits {
			t.Error("without a picture there is more to do than to quit")
		}
		k.press("i")
		if _, quits := k.m.quit()().(tea.QuitMsg); quits {
			t.Error("the picture stays in the terminal")
		}
	})
}

func TestAPictureIsGivenAgainAfterAnotherProgram(t *testing.T) {
	onKitty(t, func(k *kittens) {
		k.press("i")
		k.sent = nil
		k.m.lostPicture()
		k.follow(nil)
		k.gave("a=T,q=2,U=1,")
	})
}

func TestWhyNoPictureIsShown(t *testing.T) {
	tests := []struct {
		name string
		set  func(*kittens)
		says []string
	}{
		{"switched off", func(k *kittens) { k.m.o.NoPictures = "tmux hands no pictures on" }, []string{"No picture: tmux hands no pictures on. o opens the page."}},
		{"a mute terminal", func(k *kittens) { k.m.gallery.terminal = picture.Terminal{} }, []string{"This terminal draws no pictures. o opens the page."}},
		{"a page without", func(k *kittens) { k.m.art.SetArticle(feeds.Article{Item: 1, Fetched: noon}) }, []string{"The page has no picture"}},
		{"no page", func(k *kittens) { k.send(pane.Keystroke("j")) }, []string{"The feed gave no picture. x fetches the page."}},
		{"refused", func(k *kittens) { k.fails = &feeds.Failure{Kind: feeds.FailBlocked, Status: 403} }, []string{"No picture: the server refuses this program (HTTP 403)."}},
		{"damaged", func(k *kittens) { k.fails = errors.New("it is damaged") }, []string{"No picture: it is damaged.", "The page."}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			onKitty(t, func(k *kittens) {
				tt.set(k)
				k.press("i")
				k.gave()
				k.sees(tt.says...)
			})
		})
	}
}
