// Package iter has the types of functions that range takes, and turns them into functions that are asked for the
// next value.
package iter

import "runtime"

// A Seq calls yield with each value of a sequence, until yield returns false.
type Seq[V any] func(yield func(V) bool)

// A Seq2 calls yield with each pair of a sequence.
type Seq2[K, V any] func(yield func(K, V) bool)

// A coro is a goroutine that runs only while another one waits for it. The functions are in
// runtime/library/iter.cpp.
type coro struct{}

// newcoro returns a goroutine that is to run body, with itself, and waits.
func newcoro(body func(*coro)) *coro

// coroswitch goes on with c; the caller waits, until c switches back or ends.
func coroswitch(c *coro)

// A puller is what the functions that Pull returns share with the goroutine that runs the sequence.
type puller struct {
	c       *coro
	ended   bool // the sequence has returned, or must
	isAsked bool // a value is waited for
	isWhole bool // the sequence returned by itself
	panics  bool
	failure any
}

func (p *puller) start(run func()) {
	p.c = newcoro(func(*coro) {
		defer p.end()
		if !p.ended {
			run()
		}
		p.isWhole = true
	})
}

// end keeps a panic of the sequence, which goes on in whoever called next or stop. If there is none and the sequence
// did not return, it called Goexit.
func (p *puller) end() {
	if !p.isWhole {
		p.failure = recover()
		p.panics = p.failure != nil
	}
	p.ended = true
}

// resume lets the sequence run until it yields or ends.
func (p *puller) resume() {
	coroswitch(p.c)
	if p.panics {
		p.panics = false
		panic(p.failure)
	}
	if p.ended && !p.isWhole && p.failure == nil {
		p.isWhole = true
		runtime.Goexit()
	}
}

// ask prepares for a value; false if there is none any more.
func (p *puller) ask() bool {
	if p.ended {
		return false
	}
	if p.isAsked {
		panic("iter.Pull: next called again before yield")
	}
	p.isAsked = true
	return true
}

// yielded gives the value that was asked for, and returns whether another one is wanted.
func (p *puller) yielded() bool {
	p.isAsked = false
	coroswitch(p.c)
	return !p.ended
}

// mayYield panics if nobody asked.
func (p *puller) mayYield() {
	if !p.isAsked {
		panic("iter.Pull: yield called again before next")
	}
}

func (p *puller) stop() {
	if !p.ended {
		p.ended = true
		p.resume()
	}
}

// Pull returns functions that give the values of seq one by one: next returns false at the end; stop ends the
// sequence, and must be called if next is not called until the end. Neither may be called by two goroutines at once.
func Pull[V any](seq Seq[V]) (next func() (V, bool), stop func()) {
	var (
		p    puller
		v    V
		isOK bool
	)
	p.start(func() {
		seq(func(value V) bool {
			if p.ended {
				return false
			}
			p.mayYield()
			v, isOK = value, true
			return p.yielded()
		})
	})
	next = func() (V, bool) {
		var zero V
		v, isOK = zero, false
		if p.ask() {
			p.resume()
		}
		return v, isOK
	}
	return next, p.stop
}

// Pull2 is Pull for pairs.
func Pull2[K, V any](seq Seq2[K, V]) (next func() (K, V, bool), stop func()) {
	type pair struct {
		k K
		v V
	}
	one, stop := Pull(func(yield func(pair) bool) {
		seq(func(k K, v V) bool { return yield(pair{k, v}) })
	})
	next = func() (K, V, bool) {
		x, ok := one()
		return x.k, x.v, ok
	}
	return next, stop
}
