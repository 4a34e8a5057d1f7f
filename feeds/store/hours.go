package store

import (
	"context"
	"database/sql"
	"maps"
	"slices"
	"time"

	"dateline/feeds"
)

// keepHours is how many hours with visits are kept: 30 days of them. They are
// counted and not reckoned from the clock, so that one that is wrong for an hour
// costs an hour.
const keepHours = 30 * 24

// hours counts visits in their hours, and forgets the oldest hours when there
// are more than are kept.
func (sv *saver) hours(ctx context.Context, all []found) error {
	visits, failed := map[feeds.Hour]int{}, map[feeds.Hour]int{}
	for _, v := range all {
		hour := feeds.HourOf(v.Health.LastTry)
		if v.Health.LastTry.IsZero() {
			continue
		}
		visits[hour]++
		if v.Health.Failure != nil {
			failed[hour]++
		}
	}
	for _, hour := range slices.Sorted(maps.Keys(visits)) {
		if err := sv.do(ctx, addHour, hour, visits[hour], failed[hour]); err != nil {
			return err
		}
	}
	return sv.do(ctx, cutHours, keepHours)
}

// Watch returns the hours from a time until another in which the news was
// observed, of the last 720 with visits. What a clock that was wrong has put
// after that time is left out.
func (s *Store) Watch(ctx context.Context, since, until time.Time) (feeds.Watch, error) {
	watch := feeds.Watch{}
	err := s.query(ctx, func(rows *sql.Rows) error {
		var hour feeds.Hour
		err := rows.Scan(&hour)
		watch[hour] = true
		return err
	}, "SELECT hour FROM hours WHERE hour BETWEEN ? AND ? AND visits > failed", feeds.HourOf(since), feeds.HourOf(until))
	return watch, err
}
