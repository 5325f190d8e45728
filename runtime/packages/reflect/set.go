package reflect

import "unsafe"

func (v Value) mustBeSettable(method string) {
	if v.flag&readOnly != 0 {
		panic("reflect: " + method + " using value obtained using unexported field")
	}
	if v.flag&inVariable == 0 {
		if v.typ == nil {
			panic(&ValueError{method, Invalid})
		}
		panic("reflect: " + method + " using unaddressable value")
	}
}

// assignTo returns v as a value of a type that it can be assigned to.
func (v Value) assignTo(t *rtype, context string) Value {
	v = v.asFunction()
	switch {
	case v.typ == nil:
		panic("reflect: " + context + " using zero Value argument")
	case identical(v.typ, t):
		return v
	case t.Kind() == Interface && v.typ.implements(t):
		return toInterface(v.toAny(), t)
	case v.typ.assignableTo(t):
		return Value{t, v.ptr, v.flag &^ inVariable}
	}
	panic(context + ": value of type " + v.typ.name + " is not assignable to type " + t.name)
}

// toInterface returns a value of interface type t that holds x.
func toInterface(x any, t *rtype) Value {
	if t.ifaceMethods_ == 0 {
		return Value{typ: t, ptr: unsafe.Pointer(&x)}
	}
	words := new([2]unsafe.Pointer)
	if from := wordsOf(&x); from.typ != nil {
		words[0] = ifaceTable(unsafe.Pointer(t), unsafe.Pointer(from.typ))
		words[1] = from.data
	}
	return Value{typ: t, ptr: unsafe.Pointer(words)}
}

// Set assigns x to v.
func (v Value) Set(x Value) {
	v.mustBeSettable("reflect.Value.Set")
	if x.flag&readOnly != 0 {
		panic("reflect: reflect.Value.Set using value obtained using unexported field")
	}
	copyMemory(v.ptr, x.assignTo(v.typ, "reflect.Set").ptr, v.typ.size)
}

func (v Value) SetZero() {
	v.mustBeSettable("reflect.Value.SetZero")
	clearMemory(v.ptr, v.typ.size)
}

func (v Value) SetBool(x bool) {
	v.mustBeSettable("reflect.Value.SetBool")
	v.mustBe(Bool, "reflect.Value.SetBool")
	*(*bool)(v.ptr) = x
}

func (v Value) SetInt(x int64) {
	v.mustBeSettable("reflect.Value.SetInt")
	switch v.Kind() {
	case Int, Int64:
		*(*int64)(v.ptr) = x
	case Int32:
		*(*int32)(v.ptr) = int32(x)
	case Int16:
		*(*int16)(v.ptr) = int16(x)
	case Int8:
		*(*int8)(v.ptr) = int8(x)
	default:
		v.fail("reflect.Value.SetInt")
	}
}

func (v Value) SetUint(x uint64) {
	v.mustBeSettable("reflect.Value.SetUint")
	switch v.Kind() {
	case Uint, Uint64, Uintptr:
		*(*uint64)(v.ptr) = x
	case Uint32:
		*(*uint32)(v.ptr) = uint32(x)
	case Uint16:
		*(*uint16)(v.ptr) = uint16(x)
	case Uint8:
		*(*uint8)(v.ptr) = uint8(x)
	default:
		v.fail("reflect.Value.SetUint")
	}
}

func (v Value) SetFloat(x float64) {
	v.mustBeSettable("reflect.Value.SetFloat")
	switch v.Kind() {
	case Float32:
		*(*float32)(v.ptr) = float32(x)
	case Float64:
		*(*float64)(v.ptr) = x
	default:
		v.fail("reflect.Value.SetFloat")
	}
}

func (v Value) SetComplex(x complex128) {
	v.mustBeSettable("reflect.Value.SetComplex")
	switch v.Kind() {
	case Complex64:
		*(*complex64)(v.ptr) = complex64(x)
	case Complex128:
		*(*complex128)(v.ptr) = x
	default:
		v.fail("reflect.Value.SetComplex")
	}
}

func (v Value) SetString(x string) {
	v.mustBeSettable("reflect.Value.SetString")
	v.mustBe(String, "reflect.Value.SetString")
	*(*string)(v.ptr) = x
}

func (v Value) SetBytes(x []byte) {
	v.mustBeSettable("reflect.Value.SetBytes")
	v.mustBe(Slice, "reflect.Value.SetBytes")
	if v.typ.elem.Kind() != Uint8 {
		panic("reflect.Value.SetBytes of non-byte slice")
	}
	*(*[]byte)(v.ptr) = x
}

func (v Value) SetPointer(x unsafe.Pointer) {
	v.mustBeSettable("reflect.Value.SetPointer")
	v.mustBe(UnsafePointer, "reflect.Value.SetPointer")
	*(*unsafe.Pointer)(v.ptr) = x
}

func (v Value) SetLen(n int) {
	v.mustBeSettable("reflect.Value.SetLen")
	v.mustBe(Slice, "reflect.Value.SetLen")
	if uint(n) > uint(v.slice().cap) {
		panic("reflect: slice length out of range in SetLen")
	}
	v.slice().len = n
}

func (v Value) SetCap(n int) {
	v.mustBeSettable("reflect.Value.SetCap")
	v.mustBe(Slice, "reflect.Value.SetCap")
	if n < v.slice().len || n > v.slice().cap {
		panic("reflect: slice capacity out of range in SetCap")
	}
	v.slice().cap = n
}

// Grow makes room for n more elements.
func (v Value) Grow(n int) {
	v.mustBeSettable("reflect.Value.Grow")
	v.mustBe(Slice, "reflect.Value.Grow")
	if n < 0 {
		panic("reflect.Value.Grow: negative len")
	}
	v.grow(n)
}

func (v Value) grow(n int) {
	s := v.slice()
	if s.len+n <= s.cap {
		return
	}
	wanted := max(s.len+n, 4)
	if s.cap < 256 {
		wanted = max(wanted, 2*s.cap)
	} else {
		wanted = max(wanted, s.cap+s.cap/4+192)
	}
	elem := v.typ.elem
	data := newArray(unsafe.Pointer(elem), wanted)
	copyMemory(data, s.data, uintptr(s.len)*elem.size)
	*s = sliceWords{data, s.len, wanted}
}

// Clear removes the entries of a map, or makes the elements of a slice zero.
func (v Value) Clear() {
	switch v.Kind() {
	case Slice:
		clearMemory(v.slice().data, uintptr(v.slice().len)*v.typ.elem.size)
	case Map:
		if m := *(*unsafe.Pointer)(v.ptr); m != nil {
			mapClear(m)
		}
	default:
		v.fail("reflect.Value.Clear")
	}
}

// Append returns s with the values added.
func Append(s Value, x ...Value) Value {
	s.mustBe(Slice, "reflect.Append")
	words := *s.slice()
	result := Value{s.typ, unsafe.Pointer(&words), s.flag & readOnly}
	result.grow(len(x))
	for _, value := range x {
		words.len++
		result.Index(words.len - 1).Set(value)
	}
	return result
}

// AppendSlice returns s with the elements of t added.
func AppendSlice(s, t Value) Value {
	s.mustBe(Slice, "reflect.AppendSlice")
	t.mustBe(Slice, "reflect.AppendSlice")
	n := t.Len()
	words := *s.slice()
	result := Value{s.typ, unsafe.Pointer(&words), s.flag & readOnly}
	result.grow(n)
	words.len += n
	Copy(result.Slice(words.len-n, words.len), t)
	return result
}

// Copy copies elements as the built-in function does.
func Copy(dst, src Value) int {
	n := min(dst.Len(), src.Len())
	if n == 0 {
		return 0
	}
	if src.Kind() == String {
		return copy(dst.Bytes(), *(*string)(src.ptr))
	}
	copyMemory(dst.Index(0).ptr, src.Index(0).ptr, uintptr(n)*dst.typ.elem.size)
	return n
}

// Swapper returns a function that exchanges two elements of the given slice.
func Swapper(slice any) func(i, j int) {
	v := ValueOf(slice)
	v.mustBe(Slice, "Swapper")
	spare := newObject(unsafe.Pointer(v.typ.elem))
	return func(i, j int) {
		a, b := v.Index(i), v.Index(j)
		copyMemory(spare, a.ptr, a.typ.size)
		copyMemory(a.ptr, b.ptr, a.typ.size)
		copyMemory(b.ptr, spare, a.typ.size)
	}
}
