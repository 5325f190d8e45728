package time

// A runtimeTimer is in the scheduler's queue while it is active (runtime/time/timer.cpp).
type runtimeTimer struct {
	when, period int64
	place, home  uint32
	fire         uintptr
	channel      chan Time
	function     func()
	local        *Location
}

// isSet reports whether NewTimer or one of its like has made it.
func (t *runtimeTimer) isSet() bool { return t.fire != 0 }

func timerChannel() chan Time

// setTimer activates the timer, or moves it. Both report whether it was active before, or had sent
// a time that nobody has received; that time is gone.
func setTimer(t *runtimeTimer, when, period int64) bool
func stopTimer(t *runtimeTimer) bool

// The instant that lies d ahead.
func whenDue(d Duration) int64 {
	present := nanotime()
	if d <= 0 {
		return present
	}
	if due := present + int64(d); due > 0 {
		return due
	}
	return 1<<63 - 1
}

// A Timer is a single event: a time on its channel C, or a function call.
type Timer struct {
	r runtimeTimer // first: the scheduler's queue holds its address
	C <-chan Time
}

// NewTimer creates a Timer that sends the current time on its channel after at least d.
func NewTimer(d Duration) *Timer {
	c := timerChannel()
	t := &Timer{C: c, r: runtimeTimer{channel: c, local: Local}}
	setTimer(&t.r, whenDue(d), 0)
	return t
}

// AfterFunc calls f in a goroutine of its own after at least d.
func AfterFunc(d Duration, f func()) *Timer {
	t := &Timer{r: runtimeTimer{function: f}}
	setTimer(&t.r, whenDue(d), 0)
	return t
}

// After returns a channel on which the current time is sent after at least d.
func After(d Duration) <-chan Time { return NewTimer(d).C }

// Stop prevents the Timer from firing. It returns true if the call stops the timer, false if it had
// already expired or been stopped. Nothing is received from C after it has returned.
func (t *Timer) Stop() bool {
	if !t.r.isSet() {
		panic("time: Stop called on uninitialized Timer")
	}
	return stopTimer(&t.r)
}

// Reset makes the timer expire after at least d. It returns true if the timer was active. A time
// sent before is not received any more.
func (t *Timer) Reset(d Duration) bool {
	if !t.r.isSet() {
		panic("time: Reset called on uninitialized Timer")
	}
	return setTimer(&t.r, whenDue(d), 0)
}

// A Ticker sends the current time on its channel at intervals; intervals in which nobody receives
// are skipped.
type Ticker struct {
	r runtimeTimer // first, as in Timer
	C <-chan Time
}

// NewTicker returns a Ticker with the period d, which must be greater than zero.
func NewTicker(d Duration) *Ticker {
	if d <= 0 {
		panic("non-positive interval for NewTicker")
	}
	c := timerChannel()
	t := &Ticker{C: c, r: runtimeTimer{channel: c, local: Local}}
	setTimer(&t.r, whenDue(d), int64(d))
	return t
}

// Stop turns off the ticker. It does not close the channel.
func (t *Ticker) Stop() {
	if t.r.isSet() {
		stopTimer(&t.r)
	}
}

// Reset stops the ticker and gives it the period d, which must be greater than zero.
func (t *Ticker) Reset(d Duration) {
	if d <= 0 {
		panic("non-positive interval for Ticker.Reset")
	}
	if !t.r.isSet() {
		panic("time: Reset called on uninitialized Ticker")
	}
	setTimer(&t.r, whenDue(d), int64(d))
}

// Tick returns the channel of a new Ticker, nil if d <= 0.
func Tick(d Duration) <-chan Time {
	if d <= 0 {
		return nil
	}
	return NewTicker(d).C
}
