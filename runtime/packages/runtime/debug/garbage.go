// Package debug has what programs set and ask about the collector and their stack. Functions without a
// body are in runtime/mem/package_debug.cpp.
package debug

import (
	"runtime"
	"time"
)

// GCStats tells about collections.
type GCStats struct {
	LastGC         time.Time       // end of the last one
	NumGC          int64           // how many
	PauseTotal     time.Duration   // the world stood still for so long
	Pause          []time.Duration // the last ones, the latest first
	PauseEnd       []time.Time     // when they ended
	PauseQuantiles []time.Duration
}

// ReadGCStats fills stats. If PauseQuantiles has n elements on entry, they become the minimum, the quantiles
// between and the maximum of the pauses.
func ReadGCStats(stats *GCStats) {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	stats.NumGC = int64(m.NumGC)
	stats.PauseTotal = time.Duration(m.PauseTotalNs)
	stats.LastGC = time.Unix(0, int64(m.LastGC))
	kept := min(int(m.NumGC), len(m.PauseNs))
	stats.Pause, stats.PauseEnd = stats.Pause[:0], stats.PauseEnd[:0]
	for i := range kept {
		at := (int(m.NumGC) - 1 - i) % len(m.PauseNs)
		stats.Pause = append(stats.Pause, time.Duration(m.PauseNs[at]))
		stats.PauseEnd = append(stats.PauseEnd, time.Unix(0, int64(m.PauseEnd[at])))
	}
	fillQuantiles(stats.PauseQuantiles, stats.Pause)
}

func fillQuantiles(quantiles, pauses []time.Duration) {
	sorted := append([]time.Duration(nil), pauses...)
	for i := range sorted {
		for j := i; j > 0 && sorted[j] < sorted[j-1]; j-- {
			sorted[j], sorted[j-1] = sorted[j-1], sorted[j]
		}
	}
	last := len(quantiles) - 1
	for i := range quantiles {
		switch {
		case len(sorted) == 0:
			quantiles[i] = 0
		case i == last:
			quantiles[i] = sorted[len(sorted)-1]
		default:
			quantiles[i] = sorted[len(sorted)*i/last]
		}
	}
}

func setPercent(percent int64) int64
func setLimit(bytes int64) int64
func freeMemory()

// SetGCPercent sets by how much the heap grows, in percent of what was live, before it is collected again, and
// returns what was set before: at first $GOGC, or 100. A negative percentage turns collections off, unless the
// memory limit is reached.
func SetGCPercent(percent int) int { return int(setPercent(int64(percent))) }

// SetMemoryLimit sets the bytes of memory that the program should not exceed, and returns what was set
// before: at first $GOMEMLIMIT, or math.MaxInt64. A negative limit changes nothing.
func SetMemoryLimit(limit int64) int64 { return setLimit(limit) }

// FreeOSMemory collects and gives as much memory as possible back to the system.
func FreeOSMemory() { freeMemory() }
