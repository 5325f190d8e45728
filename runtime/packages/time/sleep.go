// Package time: durations and sleeping.
package time

// Sleep pauses the current goroutine for at least the duration d. A negative or zero duration
// returns at once. It is part of the runtime (runtime/time/sleep.cpp).
func Sleep(d Duration)
