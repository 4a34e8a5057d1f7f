package article

import (
	"regexp"
	"sync"
)

// pattern is an expression that is compiled when it is first used: to compile
// all of them at start would keep the first paint waiting for 20 ms.
type pattern func() *regexp.Regexp

func lazy(expr string) pattern {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
