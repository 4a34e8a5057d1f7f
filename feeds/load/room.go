package load

import "context"

// places are what so many may have at once.
type places chan struct{}

// take waits for a place.
func (p places) take(ctx context.Context) error {
	select {
	case p <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (p places) free() { <-p }

// room bounds the memory that visits take together, whatever feeds send. Large
// answers come in beside the others: they wait for each other only, and as long
// as few of them wait they keep nobody else from being asked.
type room struct {
	seats places          // of large answers that have begun, and wait
	large places          // of large answers that come in, or are read
	reads map[bool]places // of answers that are made items of, large ones and others
}

func newRoom() room {
	return room{
		seats: make(places, waitingLarge), large: make(places, largeAtOnce),
		reads: map[bool]places{true: make(places, largeReads), false: make(places, reads)},
	}
}

// stay is what one visit takes of it.
type stay struct {
	room
	leave func() // the place among all visits; nil when that is done
	grown bool   // its answer is a large one
}

// grow waits for room for a large answer, and leaves the place among all visits.
func (s *stay) grow(ctx context.Context) error {
	if err := s.seats.take(ctx); err != nil {
		return err
	}
	defer s.seats.free()
	s.end()
	if err := s.large.take(ctx); err != nil {
		return err
	}
	s.grown = true
	return nil
}

// end gives back all that the visit has taken.
func (s *stay) end() {
	if s.leave != nil {
		s.leave()
		s.leave = nil
	}
	if s.grown {
		s.large.free()
		s.grown = false
	}
}
