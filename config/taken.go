package config

import (
	"cmp"
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"time"

	"dateline/feeds"
)

//go:embed addresses.tsv
var addressesHead []byte

// Taken returns list with the addresses of addresses.tsv in the place of those
// that the reader has taken them for. No such file is no error, nor is a line
// for a feed that is not in list. Faults come as Faults, all at once.
func Taken(p Paths, list []feeds.Feed) ([]feeds.Feed, error) {
	s, err := open(p.Addresses, "make it readable, or move it away to go without")
	if errors.Is(err, fs.ErrNotExist) {
		return list, nil
	}
	if err != nil {
		return nil, err
	}
	out := slices.Clone(list)
	for _, t := range s.takings() {
		i := slices.IndexFunc(list, func(f feeds.Feed) bool { return f.ID == t.feed })
		if i < 0 || t.instead != "" && addressKey(t.instead) != addressKey(list[i].URL) {
			continue
		}
		if list[i].Personal() && !list[i].MayMove(t.address) {
			t.wrong(addressColumn, "want an address of the feed's own host: it has headers or a login, so another one belongs into its list")
			continue
		}
		out[i] = list[i].At(t.address)
	}
	return out, s.err()
}

// Take keeps that a feed of list is asked at another address from now on, or at
// that of the list if to is empty, and returns the feed as it is then. What the
// reader has written in addresses.tsv stays as it is, but for lines of this feed.
func Take(p Paths, list []feeds.Feed, id feeds.FeedID, to string, now time.Time) (feeds.Feed, error) {
	f, ok := find(list, id)
	if !ok {
		return f, fmt.Errorf("no feed of your list has the id %q", id)
	}
	listed := cmp.Or(f.Listed, f.URL)
	address, ok := feedAddress(cmp.Or(to, listed))
	if !ok {
		return f, fmt.Errorf("%q: want %s", shown(to), wantAddress)
	}
	for _, o := range list {
		if o.ID != id && addressKey(o.URL) == addressKey(address) {
			return f, fmt.Errorf("%s is asked there already: switch one of the two off", o.ID)
		}
	}
	_, err := amend(p.Addresses, addressesHead, func(s *source) ([]byte, error) {
		var gone []span
		for _, t := range s.takings() {
			if t.feed == id {
				gone = append(gone, t.span)
			}
		}
		if address == listed {
			return s.rewritten(gone, nil), nil
		}
		return s.rewritten(gone, []string{strings.Join([]string{string(id), address, listed, now.Format(time.DateOnly)}, "\t")}), nil
	})
	return f.At(address), err
}

// The columns of a line of addresses.tsv. The last two may be missing.
const (
	feedColumn = iota
	addressColumn
	insteadColumn
	takenColumn
	takenColumns
)

// taking is one address that the reader has taken, and where that stands.
type taking struct {
	record
	feed             feeds.FeedID
	address, instead string
}

// takings reads the lines that are well formed, and notes what is wrong with the
// others.
func (s *source) takings() []taking {
	var out []taking
	for _, r := range s.records("feed", "address", "instead", "made") {
		if t := (taking{record: r}); t.read() {
			out = append(out, t)
		}
	}
	return out
}

// read takes the line over and says whether it is well formed.
func (t *taking) read() bool {
	if n := len(t.cells); n <= addressColumn || n > takenColumns {
		t.fault(t.cells[0].at, "", "", "want feed and address, the address that it stands for and a day after them if you like, parted by tabs")
		return false
	}
	t.feed = feeds.FeedID(t.get(feedColumn).text)
	named := isID(string(t.feed)) || t.wrong(feedColumn, `want the id of a feed, such as "bbc-world"`)
	address := t.link(addressColumn, &t.address)
	instead := t.get(insteadColumn).text == "" || t.link(insteadColumn, &t.instead)
	_, day := t.day(takenColumn)
	return named && address && instead && day
}

// link reads the address of a feed.
func (t *taking) link(i int, dst *string) (ok bool) {
	if *dst, ok = feedAddress(t.get(i).text); ok {
		return true
	}
	return t.wrong(i, "want "+wantAddress)
}
