package reflect

import (
	"strconv"
	"sync"
	"unsafe"
)

// Types that were asked for before, by their parts.
var (
	madeTypes = map[madeKey]*rtype{}
	madeLock  sync.Mutex
)

type madeKey struct {
	kind      Kind
	elem, key *rtype
	length    int
	name      string
}

// made returns the type that a key stands for.
func made(key madeKey, build func() *rtype) *rtype {
	madeLock.Lock()
	defer madeLock.Unlock()
	t := madeTypes[key]
	if t == nil {
		t = newType(key.kind, build())
		madeTypes[key] = t
	}
	return t
}

// newType completes t, and returns it or the type that was known before and is identical to it. The flag makes
// the comparison of types look at their parts.
func newType(kind Kind, t *rtype) *rtype {
	t.kind = uint8(kind)
	t.flags |= flagMade
	t.hash = nameHash(t.name)
	return canonical(t)
}

func nameHash(name string) uint32 {
	hash := uint32(2166136261) // as mg::typeHash
	for i := 0; i < len(name); i++ {
		hash = (hash ^ uint32(name[i])) * 16777619
	}
	return hash
}

func pointerTo(t *rtype) *rtype {
	if t.pointerTo != nil {
		return t.pointerTo
	}
	return made(madeKey{kind: Pointer, elem: t}, func() *rtype {
		return &rtype{size: 8, align: 8, flags: flagComparable | flagInWord, name: "*" + t.name, elem: t}
	})
}

func sliceOf(t *rtype) *rtype {
	return made(madeKey{kind: Slice, elem: t}, func() *rtype {
		return &rtype{size: 24, align: 8, name: "[]" + t.name, elem: t}
	})
}

func mapOf(key, elem *rtype) *rtype {
	if !key.Comparable() {
		panic("reflect.MapOf: invalid key type " + key.name)
	}
	return made(madeKey{kind: Map, elem: elem, key: key}, func() *rtype {
		return &rtype{size: 8, align: 8, flags: flagInWord, name: "map[" + key.name + "]" + elem.name, elem: elem, key: key}
	})
}

// PointerTo returns the type *t.
func PointerTo(t Type) Type { return pointerTo(t.common()) }

// PtrTo is the older name of PointerTo.
func PtrTo(t Type) Type { return PointerTo(t) }

// SliceOf returns the type []t.
func SliceOf(t Type) Type { return sliceOf(t.common()) }

// MapOf returns the type map[key]elem.
func MapOf(key, elem Type) Type { return mapOf(key.common(), elem.common()) }

// withReceiver is the function type of a method with its receiver as first parameter.
func withReceiver(receiver, method *rtype) *rtype {
	name := "func(" + receiver.name
	if method.length > 0 {
		name += ", "
	}
	name += method.name[len("func("):]
	return made(madeKey{kind: Func, elem: receiver, key: method}, func() *rtype {
		parts := append([]*rtype{receiver}, method.signatureTable()...)
		return &rtype{size: 8, align: 8, flags: flagInWord | method.flags&flagVariadic, name: name,
			length: method.length + 1, resultCount: method.resultCount, signature: &parts[0]}
	})
}

// ArrayOf returns the type [length]elem.
func ArrayOf(length int, elem Type) Type {
	if length < 0 {
		panic("reflect: negative length passed to ArrayOf")
	}
	t := elem.common()
	if t.size > 0 && uintptr(length) > (1<<47)/t.size {
		panic("reflect.ArrayOf: array size would exceed virtual address space")
	}
	return made(madeKey{kind: Array, elem: t, length: length}, func() *rtype {
		flags := t.flags & (flagComparable | flagNoPointers)
		if length == 0 {
			flags |= flagNoPointers
		}
		if uintptr(length)*t.size <= 8 {
			flags |= flagInWord
		}
		return &rtype{size: uintptr(length) * t.size, align: t.align, flags: flags,
			name: "[" + strconv.Itoa(length) + "]" + t.name, elem: t, length: length}
	})
}

// ChanOf returns the type of a channel.
func ChanOf(dir ChanDir, t Type) Type {
	elem := t.common()
	if elem.size >= 1<<16 {
		panic("reflect.ChanOf: element size too large")
	}
	name := elem.name
	switch dir {
	case SendDir:
		name = "chan<- " + name
	case RecvDir:
		name = "<-chan " + name
	case BothDir:
		if len(name) > 1 && name[:2] == "<-" {
			name = "(" + name + ")"
		}
		name = "chan " + name
	default:
		panic("reflect.ChanOf: invalid dir")
	}
	return made(madeKey{kind: Chan, elem: elem, length: int(dir)}, func() *rtype {
		return &rtype{size: 8, align: 8, flags: flagComparable | flagInWord, chanDir: uint8(dir), name: name, elem: elem}
	})
}

// FuncOf returns the type of a function.
func FuncOf(in, out []Type, variadic bool) Type {
	if variadic && (len(in) == 0 || in[len(in)-1].Kind() != Slice) {
		panic("reflect.FuncOf: last arg of variadic func must be slice")
	}
	name := "func("
	var parts []*rtype
	for i, t := range in {
		if i > 0 {
			name += ", "
		}
		if variadic && i == len(in)-1 {
			name += "..." + t.Elem().String()
		} else {
			name += t.String()
		}
		parts = append(parts, t.common())
	}
	name += ")"
	switch len(out) {
	case 0:
	case 1:
		name += " " + out[0].String()
	default:
		name += " ("
	}
	for i, t := range out {
		parts = append(parts, t.common())
		if len(out) > 1 {
			if i > 0 {
				name += ", "
			}
			name += t.String()
		}
	}
	if len(out) > 1 {
		name += ")"
	}
	t := &rtype{size: 8, align: 8, flags: flagInWord, name: name, length: len(in), resultCount: len(out)}
	t.signature = unsafe.SliceData(parts)
	if variadic {
		t.flags |= flagVariadic
	}
	return newType(Func, t)
}

// New returns a pointer to a new zero value of type t.
func New(t Type) Value {
	if t == nil {
		panic("reflect: New(nil)")
	}
	return NewAt(t, newObject(unsafe.Pointer(t.common())))
}

// NewAt returns p as a pointer to a value of type t.
func NewAt(t Type, p unsafe.Pointer) Value {
	word := new(unsafe.Pointer)
	*word = p
	return Value{typ: pointerTo(t.common()), ptr: unsafe.Pointer(word)}
}

// Zero returns the zero value of type t.
func Zero(t Type) Value {
	if t == nil {
		panic("reflect: Zero(nil)")
	}
	return Value{typ: t.common(), ptr: newObject(unsafe.Pointer(t.common()))}
}

// MakeSlice returns make(t, length, capacity).
func MakeSlice(t Type, length, capacity int) Value {
	if t.Kind() != Slice {
		panic("reflect.MakeSlice of non-slice type")
	}
	if length < 0 {
		panic("reflect.MakeSlice: negative len")
	}
	if capacity < 0 {
		panic("reflect.MakeSlice: negative cap")
	}
	if length > capacity {
		panic("reflect.MakeSlice: len > cap")
	}
	words := &sliceWords{newArray(unsafe.Pointer(t.common().elem), capacity), length, capacity}
	return Value{typ: t.common(), ptr: unsafe.Pointer(words)}
}

// SliceAt returns unsafe.Slice(p, n) for a pointer to values of type t.
func SliceAt(t Type, p unsafe.Pointer, n int) Value {
	elem := t.common()
	bytes := n
	if elem.size > 0 && n > 0 {
		if bytes = n * int(elem.size); uintptr(n) > (1<<47)/elem.size {
			bytes = -1
		}
	}
	_ = unsafe.Slice((*byte)(p), bytes) // panics as it does for a slice of elements
	return Value{typ: sliceOf(elem), ptr: unsafe.Pointer(&sliceWords{p, n, n})}
}

// MakeMap returns make(t).
func MakeMap(t Type) Value { return MakeMapWithSize(t, 0) }

// MakeMapWithSize returns make(t, n).
func MakeMapWithSize(t Type, n int) Value {
	if t.Kind() != Map {
		panic("reflect.MakeMapWithSize of non-map type")
	}
	word := new(unsafe.Pointer)
	*word = newMap(unsafe.Pointer(t.common()), n)
	return Value{typ: t.common(), ptr: unsafe.Pointer(word)}
}

// The functions without body are in runtime/library/reflect.cpp. Types are passed as addresses of
// their descriptors.

func newObject(t unsafe.Pointer) unsafe.Pointer
func newArray(elem unsafe.Pointer, n int) unsafe.Pointer
func copyMemory(to, from unsafe.Pointer, size uintptr)
func clearMemory(at unsafe.Pointer, size uintptr)
func identicalTypes(a, b unsafe.Pointer) bool
func equalValues(t, a, b unsafe.Pointer) bool

// ifaceTable returns the method table of a concrete type for an interface type, nil if it lacks
// methods.
func ifaceTable(iface, concrete unsafe.Pointer) unsafe.Pointer
func newMap(t unsafe.Pointer, n int) unsafe.Pointer
func mapLen(m unsafe.Pointer) int
func mapFind(m, key unsafe.Pointer) unsafe.Pointer
func mapInsert(m, key unsafe.Pointer) unsafe.Pointer
func mapErase(m, key unsafe.Pointer)
func mapClear(m unsafe.Pointer)
func newMapIter(m unsafe.Pointer) unsafe.Pointer
func mapIterNext(iter unsafe.Pointer) (key, elem unsafe.Pointer, ok bool)
