package reflect

import (
	"iter"
	"unsafe"
)

func (v Value) rawMap() unsafe.Pointer { return *(*unsafe.Pointer)(v.ptr) }

// copyOf returns a value that does not change with the place it is read from.
func copyOf(t *rtype, from unsafe.Pointer, flag valueFlag) Value {
	to := newObject(unsafe.Pointer(t))
	copyMemory(to, from, t.size)
	return Value{t, to, flag & readOnly}
}

// MapIndex returns the element of a key, the zero Value if there is none.
func (v Value) MapIndex(key Value) Value {
	v.mustBe(Map, "reflect.Value.MapIndex")
	key = key.assignTo(v.typ.key, "reflect.Value.MapIndex")
	if v.rawMap() == nil {
		return Value{}
	}
	elem := mapFind(v.rawMap(), key.ptr)
	if elem == nil {
		return Value{}
	}
	return copyOf(v.typ.elem, elem, v.flag|key.flag)
}

// SetMapIndex sets the element of a key, or deletes the key if elem is the zero Value.
func (v Value) SetMapIndex(key, elem Value) {
	v.mustBe(Map, "reflect.Value.SetMapIndex")
	if (v.flag|key.flag|elem.flag)&readOnly != 0 {
		panic("reflect: reflect.Value.SetMapIndex using value obtained using unexported field")
	}
	key = key.assignTo(v.typ.key, "reflect.Value.SetMapIndex")
	if elem.typ == nil {
		if v.rawMap() != nil {
			mapErase(v.rawMap(), key.ptr)
		}
		return
	}
	elem = elem.assignTo(v.typ.elem, "reflect.Value.SetMapIndex")
	if v.rawMap() == nil {
		panic("assignment to entry in nil map")
	}
	copyMemory(mapInsert(v.rawMap(), key.ptr), elem.ptr, v.typ.elem.size)
}

// MapKeys returns the keys in any order.
func (v Value) MapKeys() []Value {
	v.mustBe(Map, "reflect.Value.MapKeys")
	keys := make([]Value, 0, v.Len())
	for it := v.MapRange(); it.Next(); {
		keys = append(keys, it.Key())
	}
	return keys
}

// A MapIter walks over a map.
type MapIter struct {
	m         Value
	iter      unsafe.Pointer
	key, elem unsafe.Pointer
}

func (v Value) MapRange() *MapIter {
	v.mustBe(Map, "reflect.Value.MapRange")
	return &MapIter{m: v}
}

func (it *MapIter) Next() bool {
	if !it.m.IsValid() {
		panic("MapIter.Next called on an iterator that does not have an associated map Value")
	}
	if it.m.rawMap() == nil {
		return false
	}
	if it.iter == nil {
		it.iter = newMapIter(it.m.rawMap())
	} else if it.key == nil {
		panic("MapIter.Next called on exhausted iterator")
	}
	var ok bool
	it.key, it.elem, ok = mapIterNext(it.iter)
	if !ok {
		it.key, it.elem = nil, nil
	}
	return ok
}

func (it *MapIter) mustHaveNext(method string) {
	if it.iter == nil {
		panic(method + " called before Next")
	}
	if it.key == nil {
		panic(method + " called on exhausted iterator")
	}
}

func (it *MapIter) Key() Value {
	it.mustHaveNext("MapIter.Key")
	return copyOf(it.m.typ.key, it.key, it.m.flag)
}

func (it *MapIter) Value() Value {
	it.mustHaveNext("MapIter.Value")
	return copyOf(it.m.typ.elem, it.elem, it.m.flag)
}

// Reset makes the iterator walk over another map, from its start.
func (it *MapIter) Reset(v Value) {
	if v.IsValid() {
		v.mustBe(Map, "reflect.MapIter.Reset")
	}
	*it = MapIter{m: v}
}

func (v Value) SetIterKey(it *MapIter)   { v.Set(it.Key()) }
func (v Value) SetIterValue(it *MapIter) { v.Set(it.Value()) }

// Seq returns what range over v with one variable gives.
func (v Value) Seq() iter.Seq[Value] {
	switch k := v.Kind(); {
	case k.isInt():
		return func(yield func(Value) bool) {
			for i := int64(0); i < v.Int(); i++ {
				x := New(v.typ).Elem()
				x.SetInt(i)
				if !yield(Value{x.typ, x.ptr, 0}) {
					return
				}
			}
		}
	case k.isUint():
		return func(yield func(Value) bool) {
			for i := uint64(0); i < v.Uint(); i++ {
				x := New(v.typ).Elem()
				x.SetUint(i)
				if !yield(Value{x.typ, x.ptr, 0}) {
					return
				}
			}
		}
	case k == Chan:
		return func(yield func(Value) bool) {
			for x, ok := v.Recv(); ok && yield(x); x, ok = v.Recv() {
			}
		}
	case k == Func && v.typ.CanSeq():
		return func(yield func(Value) bool) {
			v.Call([]Value{MakeFunc(v.typ.In(0), func(in []Value) []Value {
				return []Value{ValueOf(yield(in[0]))}
			})})
		}
	}
	return func(yield func(Value) bool) {
		for key := range v.Seq2() {
			if !yield(key) {
				return
			}
		}
	}
}

// Seq2 returns what range over v with two variables gives.
func (v Value) Seq2() iter.Seq2[Value, Value] {
	switch v.Kind() {
	case Pointer:
		return v.Elem().Seq2()
	case Array, Slice:
		return func(yield func(Value, Value) bool) {
			for i := range v.Len() {
				if !yield(ValueOf(i), v.Index(i)) {
					return
				}
			}
		}
	case String:
		return func(yield func(Value, Value) bool) {
			for i, r := range v.String() {
				if !yield(ValueOf(i), ValueOf(r)) {
					return
				}
			}
		}
	case Map:
		return func(yield func(Value, Value) bool) {
			for it := v.MapRange(); it.Next(); {
				if !yield(it.Key(), it.Value()) {
					return
				}
			}
		}
	}
	if v.Kind() == Func && v.typ.CanSeq2() {
		return func(yield func(Value, Value) bool) {
			v.Call([]Value{MakeFunc(v.typ.In(0), func(in []Value) []Value {
				return []Value{ValueOf(yield(in[0], in[1]))}
			})})
		}
	}
	panic("reflect: " + v.typ.name + " cannot produce iter.Seq2[Value, Value]")
}
