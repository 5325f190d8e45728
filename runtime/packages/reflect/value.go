package reflect

import "unsafe"

// A Value is a value of any type, perhaps in a variable.
type Value struct {
	typ  *rtype
	ptr  unsafe.Pointer // to the value, whatever its type
	flag valueFlag
}

// The bits are where Go has them: github.com/davecgh/go-spew looks for them and changes them.
type valueFlag uintptr

const (
	unexported    valueFlag = 1 << 5 // reached through a field whose name is not exported
	embeddedField valueFlag = 1 << 6 // an embedded field whose name is not exported: its own fields may be
	inVariable    valueFlag = 1 << 8 // ptr points to the variable itself
	isMethod      valueFlag = 1 << 9 // ptr points to a methodValue

	readOnly = unexported | embeddedField
)

// ValueOf returns the value in i, the zero Value for a nil interface.
func ValueOf(i any) Value {
	words := wordsOf(&i)
	t := words.typ
	if t == nil {
		return Value{}
	}
	if t.flags&flagInWord != 0 {
		word := new(unsafe.Pointer)
		*word = words.data
		return Value{typ: t, ptr: unsafe.Pointer(word)}
	}
	return Value{typ: t, ptr: words.data}
}

func (v Value) IsValid() bool    { return v.typ != nil }
func (v Value) CanAddr() bool    { return v.flag&inVariable != 0 }
func (v Value) CanSet() bool     { return v.flag&(inVariable|readOnly) == inVariable }
func (v Value) CanInt() bool     { return v.Kind().isInt() }
func (v Value) CanUint() bool    { return v.Kind().isUint() }
func (v Value) CanFloat() bool   { return v.Kind().isFloat() }
func (v Value) CanComplex() bool { return v.Kind() == Complex64 || v.Kind() == Complex128 }
func (v Value) CanInterface() bool {
	v.mustBeValid("reflect.Value.CanInterface")
	return v.flag&readOnly == 0
}

func (v Value) Kind() Kind {
	if v.typ == nil {
		return Invalid
	}
	return Kind(v.typ.kind)
}

func (v Value) Type() Type {
	v.mustBeValid("reflect.Value.Type")
	return canonical(v.typ)
}

func (v Value) mustBeValid(method string) {
	if v.typ == nil {
		panic(&ValueError{method, Invalid})
	}
}

func (v Value) mustBe(k Kind, method string) {
	if v.Kind() != k {
		panic(&ValueError{method, v.Kind()})
	}
}

func (v Value) fail(method string) { panic(&ValueError{method, v.Kind()}) }

// Interface returns the value as an interface.
func (v Value) Interface() any {
	v.mustBeValid("reflect.Value.Interface")
	if v.flag&readOnly != 0 {
		panic("reflect.Value.Interface: cannot return value obtained from unexported field or method")
	}
	return v.toAny()
}

func (v Value) toAny() (i any) {
	v = v.asFunction()
	words := wordsOf(&i)
	switch {
	case v.Kind() == Interface:
		return v.inner()
	case v.typ.flags&flagInWord != 0:
		words.typ = v.typ
		copyMemory(unsafe.Pointer(&words.data), v.ptr, v.typ.size)
	case v.flag&inVariable != 0: // an interface's copy must not change
		words.typ = v.typ
		words.data = newObject(unsafe.Pointer(v.typ))
		copyMemory(words.data, v.ptr, v.typ.size)
	default:
		words.typ, words.data = v.typ, v.ptr
	}
	return i
}

// inner returns what is in a variable of interface type.
func (v Value) inner() (i any) {
	if v.typ.ifaceMethods_ == 0 {
		return *(*any)(v.ptr)
	}
	words := (*struct {
		table **rtype // begins with the dynamic type
		data  unsafe.Pointer
	})(v.ptr)
	if words.table != nil {
		*wordsOf(&i) = anyWords{*words.table, words.data}
	}
	return i
}

// InterfaceData returns the two words of an interface variable; what they mean is not specified.
func (v Value) InterfaceData() [2]uintptr {
	v.mustBe(Interface, "reflect.Value.InterfaceData")
	return *(*[2]uintptr)(v.ptr)
}

// TypeAssert is v.Interface().(T), with the second result of an assertion.
func TypeAssert[T any](v Value) (T, bool) {
	x, ok := v.Interface().(T)
	return x, ok
}

func (v Value) Bool() bool {
	v.mustBe(Bool, "reflect.Value.Bool")
	return *(*bool)(v.ptr)
}

func (v Value) Int() int64 {
	switch v.Kind() {
	case Int, Int64:
		return *(*int64)(v.ptr)
	case Int32:
		return int64(*(*int32)(v.ptr))
	case Int16:
		return int64(*(*int16)(v.ptr))
	case Int8:
		return int64(*(*int8)(v.ptr))
	}
	panic(&ValueError{"reflect.Value.Int", v.Kind()})
}

func (v Value) Uint() uint64 {
	switch v.Kind() {
	case Uint, Uint64, Uintptr:
		return *(*uint64)(v.ptr)
	case Uint32:
		return uint64(*(*uint32)(v.ptr))
	case Uint16:
		return uint64(*(*uint16)(v.ptr))
	case Uint8:
		return uint64(*(*uint8)(v.ptr))
	}
	panic(&ValueError{"reflect.Value.Uint", v.Kind()})
}

func (v Value) Float() float64 {
	switch v.Kind() {
	case Float32:
		return float64(*(*float32)(v.ptr))
	case Float64:
		return *(*float64)(v.ptr)
	}
	panic(&ValueError{"reflect.Value.Float", v.Kind()})
}

func (v Value) Complex() complex128 {
	switch v.Kind() {
	case Complex64:
		return complex128(*(*complex64)(v.ptr))
	case Complex128:
		return *(*complex128)(v.ptr)
	}
	panic(&ValueError{"reflect.Value.Complex", v.Kind()})
}

// String returns a string value, and "<T Value>" for other types, so that printing is always
// possible.
func (v Value) String() string {
	switch v.Kind() {
	case String:
		return *(*string)(v.ptr)
	case Invalid:
		return "<invalid Value>"
	}
	return "<" + v.typ.name + " Value>"
}

func (v Value) Bytes() []byte {
	switch {
	case v.Kind() == Slice && v.typ.elem.Kind() == Uint8:
		return *(*[]byte)(v.ptr)
	case v.Kind() == Array && v.typ.elem.Kind() == Uint8:
		if !v.CanAddr() {
			panic("reflect.Value.Bytes of unaddressable byte array")
		}
		return unsafe.Slice((*byte)(v.ptr), v.typ.length)
	}
	panic(&ValueError{"reflect.Value.Bytes", v.Kind()})
}

// A sliceWords is a slice of any type.
type sliceWords struct {
	data     unsafe.Pointer
	len, cap int
}

func (v Value) slice() *sliceWords { return (*sliceWords)(v.ptr) }

func (v Value) Len() int {
	switch v.Kind() {
	case Slice:
		return v.slice().len
	case String:
		return len(*(*string)(v.ptr))
	case Array:
		return v.typ.length
	case Map:
		return mapLen(*(*unsafe.Pointer)(v.ptr))
	case Chan:
		return channelLen(v.channel())
	case Pointer:
		if v.typ.elem.Kind() == Array {
			return v.typ.elem.length
		}
		panic("reflect: call of reflect.Value.Len on ptr to non-array Value")
	}
	panic(&ValueError{"reflect.Value.Len", v.Kind()})
}

func (v Value) Cap() int {
	switch v.Kind() {
	case Slice:
		return v.slice().cap
	case Array:
		return v.typ.length
	case Chan:
		return channelCap(v.channel())
	}
	panic(&ValueError{"reflect.Value.Cap", v.Kind()})
}

func (v Value) IsNil() bool {
	if v.flag&isMethod != 0 {
		return false
	}
	switch v.Kind() {
	case Chan, Func, Map, Pointer, UnsafePointer, Slice, Interface:
		return *(*unsafe.Pointer)(v.ptr) == nil // the first word decides
	}
	panic(&ValueError{"reflect.Value.IsNil", v.Kind()})
}

// IsZero reports whether v is the zero value of its type.
func (v Value) IsZero() bool {
	switch v.Kind() {
	case Invalid:
		panic(&ValueError{"reflect.Value.IsZero", Invalid})
	case Float32, Float64:
		return v.Float() == 0 && !signbit(v.Float())
	case Complex64, Complex128:
		c := v.Complex()
		return c == 0 && !signbit(real(c)) && !signbit(imag(c))
	case Slice, Interface:
		return v.IsNil()
	case String:
		return v.Len() == 0
	case Array:
		for i := range v.typ.length {
			if !v.Index(i).IsZero() {
				return false
			}
		}
		return true
	case Struct:
		for i, f := range v.typ.fieldTable() {
			if f.name != "_" && !v.Field(i).IsZero() {
				return false
			}
		}
		return true
	}
	for _, b := range unsafe.Slice((*byte)(v.ptr), v.typ.size) {
		if b != 0 {
			return false
		}
	}
	return true
}

func signbit(f float64) bool { return *(*uint64)(unsafe.Pointer(&f))>>63 != 0 }

// Elem returns what an interface holds or a pointer points to; the zero Value for nil.
func (v Value) Elem() Value {
	switch v.Kind() {
	case Interface:
		x := ValueOf(v.inner())
		if x.IsValid() {
			x.flag |= v.flag & readOnly
		}
		return x
	case Pointer:
		ptr := *(*unsafe.Pointer)(v.ptr)
		if ptr == nil {
			return Value{}
		}
		return Value{v.typ.elem, ptr, v.flag&readOnly | inVariable}
	}
	panic(&ValueError{"reflect.Value.Elem", v.Kind()})
}

// Indirect returns what v points to, or v itself if it is no pointer.
func Indirect(v Value) Value {
	if v.Kind() != Pointer {
		return v
	}
	return v.Elem()
}

func (v Value) Addr() Value {
	if !v.CanAddr() {
		panic("reflect.Value.Addr of unaddressable value")
	}
	word := new(unsafe.Pointer)
	*word = v.ptr
	return Value{pointerTo(v.typ), unsafe.Pointer(word), v.flag & readOnly}
}

func (v Value) UnsafeAddr() uintptr {
	if !v.CanAddr() {
		panic("reflect.Value.UnsafeAddr of unaddressable value")
	}
	return uintptr(v.ptr)
}

func (v Value) UnsafePointer() unsafe.Pointer {
	switch v.Kind() {
	case Func:
		return unsafe.Pointer(v.Pointer())
	case Chan, Map, Pointer, UnsafePointer, Slice, String:
		return *(*unsafe.Pointer)(v.ptr)
	}
	panic(&ValueError{"reflect.Value.UnsafePointer", v.Kind()})
}

func (v Value) Pointer() uintptr {
	v = v.asFunction()
	switch v.Kind() {
	case Func: // its code
		if code := *(**uintptr)(v.ptr); code != nil {
			return *code
		}
		return 0
	case Chan, Map, Pointer, UnsafePointer, Slice, String:
		return uintptr(*(*unsafe.Pointer)(v.ptr))
	}
	panic(&ValueError{"reflect.Value.Pointer", v.Kind()})
}

func (v Value) NumField() int {
	v.mustBe(Struct, "reflect.Value.NumField")
	return v.typ.fieldCount
}

func (v Value) Field(i int) Value {
	v.mustBe(Struct, "reflect.Value.Field")
	if uint(i) >= uint(v.typ.fieldCount) {
		panic("reflect: Field index out of range")
	}
	f := v.typ.fieldTable()[i]
	flag := v.flag &^ embeddedField
	if f.pkgPath != "" && f.embedded {
		flag |= embeddedField
	} else if f.pkgPath != "" {
		flag |= unexported
	}
	return Value{f.typ, unsafe.Add(v.ptr, f.offset), flag}
}

func (v Value) FieldByIndex(index []int) Value {
	for i, x := range index {
		if i > 0 && v.Kind() == Pointer && v.typ.elem.Kind() == Struct {
			if v.IsNil() {
				panic("reflect: indirection through nil pointer to embedded struct field " + v.typ.elem.Name())
			}
			v = v.Elem()
		}
		v = v.Field(x)
	}
	return v
}

type nilEmbedded string

func (e nilEmbedded) Error() string {
	return "reflect: indirection through nil pointer to embedded struct field " + string(e)
}

func (v Value) FieldByIndexErr(index []int) (Value, error) {
	for i, x := range index {
		if i > 0 && v.Kind() == Pointer && v.typ.elem.Kind() == Struct {
			if v.IsNil() {
				return Value{}, nilEmbedded(v.typ.elem.Name())
			}
			v = v.Elem()
		}
		v = v.Field(x)
	}
	return v, nil
}

func (v Value) FieldByName(name string) Value {
	v.mustBe(Struct, "reflect.Value.FieldByName")
	if f, ok := v.typ.FieldByName(name); ok {
		return v.FieldByIndex(f.Index)
	}
	return Value{}
}

func (v Value) FieldByNameFunc(match func(string) bool) Value {
	if f, ok := v.typ.FieldByNameFunc(match); ok {
		return v.FieldByIndex(f.Index)
	}
	return Value{}
}

func (v Value) Index(i int) Value {
	switch v.Kind() {
	case Slice:
		s := v.slice()
		if uint(i) >= uint(s.len) {
			panic("reflect: slice index out of range")
		}
		return Value{v.typ.elem, unsafe.Add(s.data, uintptr(i)*v.typ.elem.size), v.flag&readOnly | inVariable}
	case Array:
		if uint(i) >= uint(v.typ.length) {
			panic("reflect: array index out of range")
		}
		return Value{v.typ.elem, unsafe.Add(v.ptr, uintptr(i)*v.typ.elem.size), v.flag}
	case String:
		s := *(*string)(v.ptr)
		if uint(i) >= uint(len(s)) {
			panic("reflect: string index out of range")
		}
		b := s[i]
		x := ValueOf(b)
		x.flag = v.flag & readOnly
		return x
	}
	panic(&ValueError{"reflect.Value.Index", v.Kind()})
}

// Slice returns v[i:j].
func (v Value) Slice(i, j int) Value {
	if v.Kind() == String {
		s := *(*string)(v.ptr)
		if i < 0 || j < i || j > len(s) {
			panic("reflect.Value.Slice: string slice index out of bounds")
		}
		part := s[i:j]
		return Value{v.typ, unsafe.Pointer(&part), v.flag & readOnly}
	}
	return v.slice3(i, j, v.Cap(), "reflect.Value.Slice")
}

// Slice3 returns v[i:j:k].
func (v Value) Slice3(i, j, k int) Value { return v.slice3(i, j, k, "reflect.Value.Slice3") }

func (v Value) slice3(i, j, k int, method string) Value {
	var base unsafe.Pointer
	t := v.typ
	switch v.Kind() {
	case Slice:
		base = v.slice().data
	case Array:
		if !v.CanAddr() {
			panic(method + ": slice of unaddressable array")
		}
		base, t = v.ptr, sliceOf(v.typ.elem)
	default:
		v.fail(method)
	}
	if i < 0 || j < i || k < j || k > v.Cap() {
		panic(method + ": slice index out of bounds")
	}
	part := &sliceWords{base, j - i, k - i}
	if k > i {
		part.data = unsafe.Add(base, uintptr(i)*t.elem.size)
	}
	return Value{t, unsafe.Pointer(part), v.flag & readOnly}
}

func (v Value) NumMethod() int {
	v.mustBeValid("reflect.Value.NumMethod")
	return v.typ.NumMethod()
}

// Comparable reports whether == on v would not panic.
func (v Value) Comparable() bool {
	switch v.Kind() {
	case Invalid:
		return true
	case Interface:
		return v.IsNil() || v.Elem().Comparable()
	case Array:
		for i := range v.typ.length {
			if !v.Index(i).Comparable() {
				return false
			}
		}
	case Struct:
		for i := range v.typ.fieldCount {
			if !v.Field(i).Comparable() {
				return false
			}
		}
	}
	return v.typ.Comparable()
}

// Equal reports whether v and u hold equal values of one type.
func (v Value) Equal(u Value) bool {
	if v.Kind() == Interface {
		v = v.Elem()
	}
	if u.Kind() == Interface {
		u = u.Elem()
	}
	if !v.IsValid() || !u.IsValid() {
		return v.IsValid() == u.IsValid()
	}
	return identical(v.typ, u.typ) && equalValues(unsafe.Pointer(v.typ), v.ptr, u.ptr)
}

func (v Value) OverflowComplex(x complex128) bool { return v.typ.OverflowComplex(x) }
func (v Value) OverflowFloat(x float64) bool      { return v.typ.OverflowFloat(x) }
func (v Value) OverflowInt(x int64) bool          { return v.typ.OverflowInt(x) }
func (v Value) OverflowUint(x uint64) bool        { return v.typ.OverflowUint(x) }

// A SliceHeader and a StringHeader are what unsafe conversions take slices and strings for.
type SliceHeader struct {
	Data     uintptr
	Len, Cap int
}

type StringHeader struct {
	Data uintptr
	Len  int
}
