package sync

// What a function that runs once has come to: it has returned, or panicked with a value.
type onceState struct {
	once     Once
	returned bool
	panicked any
}

// run calls f the first time. Every call panics as the first one did.
func (s *onceState) run(f func()) {
	s.once.Do(func() {
		defer func() {
			if !s.returned {
				s.panicked = recover()
				panic(s.panicked)
			}
		}()
		f()
		s.returned = true
	})
	if !s.returned {
		panic(s.panicked)
	}
}

// OnceFunc returns a function that calls f only once. If f panics, every call panics with the same
// value.
func OnceFunc(f func()) func() {
	s := &struct {
		onceState
		f func()
	}{f: f}
	return func() {
		s.run(func() {
			call := s.f
			s.f = nil // what it holds is not needed any more
			call()
		})
	}
}

// OnceValue returns a function that calls f only once and always returns what f returned.
func OnceValue[T any](f func() T) func() T {
	s := &struct {
		onceState
		f      func() T
		result T
	}{f: f}
	return func() T {
		s.run(func() {
			call := s.f
			s.f = nil
			s.result = call()
		})
		return s.result
	}
}

// OnceValues returns a function that calls f only once and always returns what f returned.
func OnceValues[T1, T2 any](f func() (T1, T2)) func() (T1, T2) {
	s := &struct {
		onceState
		f      func() (T1, T2)
		first  T1
		second T2
	}{f: f}
	return func() (T1, T2) {
		s.run(func() {
			call := s.f
			s.f = nil
			s.first, s.second = call()
		})
		return s.first, s.second
	}
}
