// Package sync: the types are laid out here, the methods that sleep are part of the runtime
// (runtime/sync/*.cpp). Fields named sema or ending with Sem are semaphores.
package sync

// A WaitGroup waits for a collection of goroutines to finish. The zero value is ready for use.
type WaitGroup struct {
	state uint64 // counter << 32 | waiters
	sema  uint32
}

// Add adds delta, which may be negative, to the counter. At zero, all goroutines blocked in Wait
// are released; below zero, Add panics.
func (wg *WaitGroup) Add(delta int)

// Done decrements the counter by one.
func (wg *WaitGroup) Done()

// Wait blocks until the counter is zero.
func (wg *WaitGroup) Wait()

// Go calls f in a new goroutine and adds that task to the WaitGroup.
func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.finish()
		f()
	}()
}

// finish is Done, or panics again with what f has panicked with. It costs less than recover, whose
// callers keep more on their stacks.
func (wg *WaitGroup) finish()
