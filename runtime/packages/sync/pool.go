package sync

// A Pool keeps values for reuse. A value may be dropped at any time. The zero value is ready for
// use.
type Pool struct {
	m    Mutex
	free []any

	// New makes a value when Get would otherwise return nil.
	New func() any
}

// More values than this are not kept.
const maxPooled = 1024

// Put adds x to the pool.
func (p *Pool) Put(x any) {
	if x == nil {
		return
	}
	p.m.Lock()
	if len(p.free) < maxPooled {
		p.free = append(p.free, x)
	}
	p.m.Unlock()
}

// Get takes a value out of the pool: the one put last, or else what New makes.
func (p *Pool) Get() any {
	p.m.Lock()
	if n := len(p.free); n > 0 {
		x := p.free[n-1]
		p.free[n-1] = nil
		p.free = p.free[:n-1]
		p.m.Unlock()
		return x
	}
	p.m.Unlock()
	if p.New == nil {
		return nil
	}
	return p.New()
}
