package store

import (
	"context"
	"database/sql"
	"errors"
	"math"
)

// reader reads the rows of a damaged table.
type reader struct {
	ctx   context.Context //nolint:containedctx // it lives for one table
	old   *sql.DB
	table string
	cols  []column
	list  string // of the cols
	keep  func([]any) error
	torn  bool // there is what cannot be read
}

// errKeep is the cause of errors of the new store, which end the rescue.
type errKeep struct{ error }

// some reads the rows that the end of the statement selects, keeps the sane ones
// and returns the number of the last, and whether that was all.
func (r *reader) some(number, tail string, args ...any) (last int64, all bool, err error) {
	values := make([]any, len(r.cols)+1)
	into := make([]any, len(values))
	for i := range values {
		into[i] = &values[i]
	}
	last = math.MinInt64
	err = each(r.ctx, r.old, func(rows *sql.Rows) error {
		if err := rows.Scan(into...); err != nil {
			return err
		}
		number, ok := values[0].(int64)
		if !ok || number > longest {
			r.torn = true
			return nil // no number of ours
		}
		last = number
		row := values[1:]
		for i, c := range r.cols {
			if !sane(r.table, c, &row[i]) {
				r.torn = true
				return nil
			}
		}
		if err := r.keep(row); err != nil {
			return errKeep{err}
		}
		return nil
	}, "SELECT "+number+", "+r.list+" FROM "+r.table+" "+tail, args...)
	var fatal errKeep
	if errors.As(err, &fatal) || r.ctx.Err() != nil {
		return last, false, err
	}
	r.torn = r.torn || err != nil
	return last, err == nil, nil
}

// byNumber reads all rows that can be found by their numbers, across holes: past
// what cannot be read the next row is found by growing steps, and then by
// halving the last one.
func (r *reader) byNumber() error {
	from := int64(math.MinInt64)
	for {
		last, all, err := r.some("rowid", "WHERE rowid >= ? ORDER BY rowid", from)
		if err != nil || all {
			return err
		}
		from = max(from, last)
		next, ok := r.past(from)
		if !ok {
			return r.ctx.Err()
		}
		from = next
	}
}

// longest is the longest step past a hole; numbers in use are far below.
const longest = math.MaxInt32

// past returns a number above from whose row, or the next one, can be read.
func (r *reader) past(from int64) (int64, bool) {
	from = max(from, -1)
	step := int64(1)
	for !r.whole(from + step) {
		if step *= 2; step > longest {
			return 0, false
		}
	}
	low, high := from+step/2, from+step // low cannot be read, high can
	for high-low > 1 {
		if mid := low + (high-low)/2; r.whole(mid) {
			high = mid
		} else {
			low = mid
		}
	}
	return high, true
}

// whole says whether a row from that number on can be read, or there is none.
func (r *reader) whole(from int64) bool {
	return each(r.ctx, r.old, func(rows *sql.Rows) error {
		values := make([]any, len(r.cols))
		for i := range values {
			values[i] = new(any)
		}
		return rows.Scan(values...)
	}, "SELECT "+r.list+" FROM "+r.table+" WHERE rowid >= ? ORDER BY rowid LIMIT 1", from) == nil
}

// fromBothEnds reads up to the first hole from either side.
func (r *reader) fromBothEnds() error {
	for _, order := range []string{"ASC", "DESC"} {
		if _, all, err := r.some("0", "ORDER BY "+r.cols[0].name+" "+order); err != nil || all {
			return err
		}
	}
	return nil
}
