package runtime

import "unsafe"

// What package runtime/metrics reads. The layouts are its own.

type metricKind int

const (
	metricBad metricKind = iota
	metricUint64
	metricFloat64
	metricHistogram
)

type metricSample struct {
	name  string
	value struct {
		kind    metricKind
		scalar  uint64
		pointer unsafe.Pointer
	}
}

type float64Histogram struct {
	counts  []uint64
	buckets []float64
}

func (s *metricSample) setUint64(x uint64) {
	s.value.kind, s.value.scalar = metricUint64, x
}

func (s *metricSample) setFloat64(x float64) {
	s.value.kind, s.value.scalar = metricFloat64, *(*uint64)(unsafe.Pointer(&x))
}

// setHistogram uses the memory of the last reading again, as the package promises.
func (s *metricSample) setHistogram(buckets []float64) *float64Histogram {
	var h *float64Histogram
	if s.value.kind == metricHistogram && s.value.pointer != nil {
		h = (*float64Histogram)(s.value.pointer)
	}
	if h == nil || len(h.buckets) != len(buckets) {
		h = &float64Histogram{counts: make([]uint64, len(buckets)-1)}
	}
	clear(h.counts)
	h.buckets = buckets
	s.value.kind, s.value.pointer = metricHistogram, unsafe.Pointer(h)
	return h
}

var infinity = func() float64 {
	x := 1e308
	return x * 10
}()

// Boundaries that double: from 1 ns to 18 minutes, and what sizes of objects go up to 32 KiB.
var timeBuckets, sizeBuckets = func() (times, sizes []float64) {
	times = append(times, -infinity, 0)
	for ns := 1.0; ns < 1<<40; ns *= 2 {
		times = append(times, ns/1e9)
	}
	sizes = append(sizes, 1)
	for size := 8.0; size <= 32<<10; size *= 2 {
		sizes = append(sizes, size+1)
	}
	return append(times, infinity), append(sizes, infinity)
}()

func (h *float64Histogram) add(x float64, times uint64) {
	for i := range h.counts {
		if x < h.buckets[i+1] {
			h.counts[i] += times
			return
		}
	}
}

// addPauses adds those of collections, of which the last 256 are known; the others are taken to be
// as long as they were on average.
func (h *float64Histogram) addPauses(m *MemStats) {
	rest, sum := uint64(m.NumGC), m.PauseTotalNs
	for i := uint32(0); i < min(m.NumGC, uint32(len(m.PauseNs))); i++ {
		pause := m.PauseNs[i]
		h.add(float64(pause)/1e9, 1)
		rest--
		sum -= min(pause, sum)
	}
	if rest > 0 {
		h.add(float64(sum)/float64(rest)/1e9, rest)
	}
}

type readings struct {
	MemStats
	percent, limit int64
	elapsed, used  float64 // seconds: since the start, and of the processors
}

// read sets the value of a sample. What is never done here, or not counted, is 0.
func (r *readings) read(s *metricSample) {
	total := r.elapsed * float64(GOMAXPROCS(0))
	collecting := r.GCCPUFraction * total
	switch s.name {
	case "/cpu/classes/gc/mark/dedicated:cpu-seconds", "/cpu/classes/gc/total:cpu-seconds":
		s.setFloat64(collecting)
	case "/cpu/classes/idle:cpu-seconds":
		s.setFloat64(max(0, total-r.used))
	case "/cpu/classes/total:cpu-seconds":
		s.setFloat64(max(total, r.used))
	case "/cpu/classes/user:cpu-seconds":
		s.setFloat64(max(0, r.used-collecting))
	case "/cpu/classes/gc/mark/assist:cpu-seconds", "/cpu/classes/gc/mark/idle:cpu-seconds",
		"/cpu/classes/gc/pause:cpu-seconds", "/cpu/classes/scavenge/assist:cpu-seconds",
		"/cpu/classes/scavenge/background:cpu-seconds", "/cpu/classes/scavenge/total:cpu-seconds",
		"/sync/mutex/wait/total:seconds":
		s.setFloat64(0)
	case "/gc/pauses:seconds", "/sched/pauses/total/gc:seconds":
		s.setHistogram(timeBuckets).addPauses(&r.MemStats)
	case "/sched/latencies:seconds", "/sched/pauses/stopping/gc:seconds",
		"/sched/pauses/stopping/other:seconds", "/sched/pauses/total/other:seconds":
		s.setHistogram(timeBuckets)
	case "/gc/heap/allocs-by-size:bytes", "/gc/heap/frees-by-size:bytes":
		s.setHistogram(sizeBuckets)
	default:
		r.readUint64(s)
	}
}

func (r *readings) readUint64(s *metricSample) {
	switch s.name {
	case "/gc/cycles/automatic:gc-cycles":
		s.setUint64(uint64(r.NumGC - r.NumForcedGC))
	case "/gc/cycles/forced:gc-cycles":
		s.setUint64(uint64(r.NumForcedGC))
	case "/gc/cycles/total:gc-cycles":
		s.setUint64(uint64(r.NumGC))
	case "/gc/gogc:percent":
		s.setUint64(uint64(r.percent))
	case "/gc/gomemlimit:bytes":
		s.setUint64(uint64(r.limit))
	case "/gc/heap/allocs:bytes":
		s.setUint64(r.TotalAlloc)
	case "/gc/heap/allocs:objects":
		s.setUint64(r.Mallocs)
	case "/gc/heap/frees:bytes":
		s.setUint64(r.TotalAlloc - r.Alloc)
	case "/gc/heap/frees:objects":
		s.setUint64(r.Frees)
	case "/gc/heap/goal:bytes":
		s.setUint64(r.NextGC)
	case "/gc/heap/live:bytes", "/gc/scan/heap:bytes", "/memory/classes/heap/objects:bytes":
		s.setUint64(r.Alloc)
	case "/gc/heap/objects:objects":
		s.setUint64(r.HeapObjects)
	case "/gc/scan/globals:bytes", "/memory/classes/other:bytes":
		s.setUint64(r.OtherSys)
	case "/gc/scan/stack:bytes", "/memory/classes/heap/stacks:bytes":
		s.setUint64(r.StackInuse)
	case "/gc/scan/total:bytes":
		s.setUint64(r.Alloc + r.OtherSys + r.StackInuse)
	case "/memory/classes/heap/free:bytes":
		s.setUint64(r.HeapIdle - r.HeapReleased)
	case "/memory/classes/heap/released:bytes":
		s.setUint64(r.HeapReleased)
	case "/memory/classes/heap/unused:bytes":
		s.setUint64(r.HeapInuse - min(r.HeapInuse, r.Alloc))
	case "/memory/classes/metadata/other:bytes":
		s.setUint64(r.GCSys)
	case "/memory/classes/total:bytes":
		s.setUint64(r.Sys)
	case "/sched/gomaxprocs:threads":
		s.setUint64(uint64(GOMAXPROCS(0)))
	case "/sched/goroutines:goroutines":
		s.setUint64(uint64(NumGoroutine()))
	case "/cgo/go-to-c-calls:calls", "/gc/cleanups/executed:cleanups", "/gc/cleanups/queued:cleanups",
		"/gc/finalizers/executed:finalizers", "/gc/finalizers/queued:finalizers",
		"/gc/heap/tiny/allocs:objects", "/gc/limiter/last-enabled:gc-cycle",
		"/gc/stack/starting-size:bytes", "/memory/classes/metadata/mcache/free:bytes",
		"/memory/classes/metadata/mcache/inuse:bytes", "/memory/classes/metadata/mspan/free:bytes",
		"/memory/classes/metadata/mspan/inuse:bytes", "/memory/classes/os-stacks:bytes",
		"/memory/classes/profiling/buckets:bytes", "/sched/goroutines-created:goroutines",
		"/sched/goroutines/not-in-go:goroutines", "/sched/goroutines/runnable:goroutines",
		"/sched/goroutines/running:goroutines", "/sched/goroutines/waiting:goroutines",
		"/sched/threads/total:threads":
		s.setUint64(0)
	default:
		if isGodebugMetric(s.name) {
			s.setUint64(0)
		} else {
			s.value.kind = metricBad
		}
	}
}

func isGodebugMetric(name string) bool {
	const prefix, suffix = "/godebug/non-default-behavior/", ":events"
	return len(name) > len(prefix)+len(suffix) && name[:len(prefix)] == prefix &&
		name[len(name)-len(suffix):] == suffix
}

//go:linkname readMetrics runtime/metrics.runtime_readMetrics
func readMetrics(samples unsafe.Pointer, n, capacity int) {
	r := new(readings)
	ReadMemStats(&r.MemStats)
	r.percent, r.limit, r.elapsed, r.used = readSettings()
	all := unsafe.Slice((*metricSample)(samples), n)
	for i := range all {
		r.read(&all[i])
	}
}

// readSettings returns what debug.SetGCPercent and SetMemoryLimit have set, and the seconds that
// have passed since the start and that the processors have worked.
func readSettings() (percent, limit int64, elapsed, used float64)
