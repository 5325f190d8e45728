package reflect

import (
	"sync"
	"sync/atomic"
	"unsafe"
)

// A program may have a descriptor of an unnamed type that this package makes as well. The first of them
// that is known here stands for all, so that equal types are equal as values of interface type Type.
// Descriptors are found by address, without the lock, and by name the first time.
var (
	canonicalTypes  atomic.Pointer[typeTable]
	canonicalByName = map[string][]*rtype{}
	canonicalLock   sync.Mutex
)

// A typeTable maps descriptors to those that stand for them: open addressing, at most half full. Entries are
// written under the lock, `from` after `to`.
type typeTable struct {
	entries []typeEntry // a power of two of them
	count   int
}

type typeEntry struct {
	from atomic.Pointer[rtype]
	to   *rtype
}

func (t *typeTable) find(from *rtype) *rtype {
	if t == nil {
		return nil
	}
	for i := from.hash; ; i++ {
		e := &t.entries[int(i)&(len(t.entries)-1)]
		switch e.from.Load() {
		case from:
			return e.to
		case nil:
			return nil
		}
	}
}

func (t *typeTable) insert(from, to *rtype) {
	for i := from.hash; ; i++ {
		e := &t.entries[int(i)&(len(t.entries)-1)]
		if e.from.Load() == nil {
			e.to = to
			e.from.Store(from)
			t.count++
			return
		}
	}
}

// canonical returns the descriptor that stands for all that are identical to t.
func canonical(t *rtype) *rtype {
	if t.isNamed() {
		return t
	}
	if to := canonicalTypes.Load().find(t); to != nil {
		return to
	}
	canonicalLock.Lock()
	defer canonicalLock.Unlock()
	table := canonicalTypes.Load()
	if to := table.find(t); to != nil {
		return to
	}
	to := t
	for _, other := range canonicalByName[t.name] {
		if identicalTypes(unsafe.Pointer(other), unsafe.Pointer(t)) {
			to = other
			break
		}
	}
	if to == t {
		canonicalByName[t.name] = append(canonicalByName[t.name], t)
	}
	if table == nil || 2*(table.count+1) > len(table.entries) {
		table = grown(table)
		table.insert(t, to)
		canonicalTypes.Store(table)
	} else {
		table.insert(t, to)
	}
	return to
}

func grown(old *typeTable) *typeTable {
	if old == nil {
		return &typeTable{entries: make([]typeEntry, 64)}
	}
	table := &typeTable{entries: make([]typeEntry, 2*len(old.entries))}
	for i := range old.entries {
		if e := &old.entries[i]; e.from.Load() != nil {
			table.insert(e.from.Load(), e.to)
		}
	}
	return table
}
