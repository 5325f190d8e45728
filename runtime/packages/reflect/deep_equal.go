package reflect

import (
	"strconv"
	"unsafe"
)

func itoa(n int) string { return strconv.Itoa(n) }

// A visit is a pair of places that is being compared: when it is met again inside itself, nothing
// new can be found there.
type visit struct {
	a, b unsafe.Pointer
	typ  *rtype
}

// DeepEqual reports whether two values are equal, following pointers, slices, maps and interfaces.
func DeepEqual(x, y any) bool {
	if x == nil || y == nil {
		return x == y
	}
	a, b := ValueOf(x), ValueOf(y)
	return identical(a.typ, b.typ) && deepEqual(a, b, map[visit]bool{})
}

func deepEqual(a, b Value, visited map[visit]bool) bool {
	if !a.IsValid() || !b.IsValid() {
		return a.IsValid() == b.IsValid()
	}
	if !identical(a.typ, b.typ) {
		return false
	}
	switch a.Kind() {
	case Pointer, Map, Slice:
		if !a.IsNil() && !b.IsNil() {
			place := visit{a.UnsafePointer(), b.UnsafePointer(), a.typ}
			if visited[place] {
				return true
			}
			visited[place] = true
		}
	}
	switch a.Kind() {
	case Array:
		return deepEqualElements(a, b, visited)
	case Slice:
		if a.IsNil() != b.IsNil() || a.Len() != b.Len() {
			return false
		}
		return a.UnsafePointer() == b.UnsafePointer() || deepEqualElements(a, b, visited)
	case Interface:
		if a.IsNil() || b.IsNil() {
			return a.IsNil() == b.IsNil()
		}
		return deepEqual(a.Elem(), b.Elem(), visited)
	case Pointer:
		return a.UnsafePointer() == b.UnsafePointer() || deepEqual(a.Elem(), b.Elem(), visited)
	case Struct:
		for i := range a.NumField() {
			if !deepEqual(a.Field(i), b.Field(i), visited) {
				return false
			}
		}
		return true
	case Map:
		return deepEqualMaps(a, b, visited)
	case Func:
		return a.IsNil() && b.IsNil()
	}
	return equalValues(unsafe.Pointer(a.typ), a.ptr, b.ptr)
}

func deepEqualElements(a, b Value, visited map[visit]bool) bool {
	for i := range a.Len() {
		if !deepEqual(a.Index(i), b.Index(i), visited) {
			return false
		}
	}
	return true
}

func deepEqualMaps(a, b Value, visited map[visit]bool) bool {
	if a.IsNil() != b.IsNil() || a.Len() != b.Len() {
		return false
	}
	if a.UnsafePointer() == b.UnsafePointer() {
		return true
	}
	for it := a.MapRange(); it.Next(); {
		other := b.MapIndex(it.Key())
		if !other.IsValid() || !deepEqual(it.Value(), other, visited) {
			return false
		}
	}
	return true
}
