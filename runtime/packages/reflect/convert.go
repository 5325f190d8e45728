package reflect

import "unsafe"

func (v Value) CanConvert(t Type) bool {
	if !v.typ.ConvertibleTo(t) {
		return false
	}
	if v.Kind() == Slice && t.Kind() == Array {
		return t.Len() <= v.Len()
	}
	if v.Kind() == Slice && t.Kind() == Pointer && t.Elem().Kind() == Array {
		return t.Elem().Len() <= v.Len()
	}
	return true
}

// Convert returns v as a value of another type, as a conversion in a program does.
func (v Value) Convert(t Type) Value {
	v.mustBeValid("reflect.Value.Convert")
	v = v.asFunction()
	convert := converter(v.typ, t.common())
	if convert == nil {
		panic("reflect.Value.Convert: value of type " + v.typ.name + " cannot be converted to type " + t.String())
	}
	result := convert(v, t.common())
	result.flag = v.flag & readOnly
	return result
}

type conversion func(v Value, t *rtype) Value

// converter returns how values of a type become values of another one, nil if they cannot.
func converter(from, to *rtype) conversion {
	a, b := from.Kind(), to.Kind()
	isNumber := func(k Kind) bool { return k.isInt() || k.isUint() || k.isFloat() }
	isComplex := func(k Kind) bool { return k == Complex64 || k == Complex128 }
	isText := func(t *rtype) bool {
		return t.Kind() == Slice && (t.elem.Kind() == Uint8 || t.elem.Kind() == Int32)
	}
	switch {
	case isNumber(a) && isNumber(b):
		return convertNumber
	case isComplex(a) && isComplex(b):
		return func(v Value, t *rtype) Value {
			x := New(t).Elem()
			x.SetComplex(v.Complex())
			return x
		}
	case (a.isInt() || a.isUint()) && b == String:
		return convertRune
	case a == String && isText(to), isText(from) && b == String:
		return convertText
	case sameUnderlying(from, to, false):
		return func(v Value, t *rtype) Value { return copyOf(t, v.ptr, 0) }
	case a == Slice && b == Array && identical(from.elem, to.elem):
		return convertToArray
	case !from.isNamed() && !to.isNamed() && a == Pointer && b == Pointer && sameUnderlying(from.elem, to.elem, false):
		return func(v Value, t *rtype) Value { return copyOf(t, v.ptr, 0) }
	case b == Interface && from.implements(to):
		return func(v Value, t *rtype) Value { return toInterface(v.toAny(), t) }
	case from.assignableTo(to):
		return func(v Value, t *rtype) Value { return v.assignTo(t, "reflect.Value.Convert") }
	}
	return nil
}

func convertNumber(v Value, t *rtype) Value {
	x := New(t).Elem()
	from, to := v.Kind(), t.Kind()
	switch {
	case from.isInt() && to.isInt():
		x.SetInt(v.Int())
	case from.isInt() && to.isUint():
		x.SetUint(uint64(v.Int()))
	case from.isInt():
		x.SetFloat(float64(v.Int()))
	case from.isUint() && to.isInt():
		x.SetInt(int64(v.Uint()))
	case from.isUint() && to.isUint():
		x.SetUint(v.Uint())
	case from.isUint():
		x.SetFloat(float64(v.Uint()))
	case to.isInt():
		x.SetInt(int64(v.Float()))
	case to.isUint():
		x.SetUint(uint64(v.Float()))
	default:
		x.SetFloat(v.Float())
	}
	return x
}

func convertRune(v Value, t *rtype) Value {
	r := rune(0xFFFD)
	if v.Kind().isInt() {
		if n := v.Int(); int64(rune(n)) == n {
			r = rune(n)
		}
	} else if n := v.Uint(); n <= 0x10FFFF {
		r = rune(n)
	}
	s := string(r)
	return Value{typ: t, ptr: unsafe.Pointer(&s)}
}

func convertText(v Value, t *rtype) Value {
	switch {
	case v.Kind() == String && t.elem.Kind() == Uint8:
		b := []byte(*(*string)(v.ptr))
		return Value{typ: t, ptr: unsafe.Pointer(&b)}
	case v.Kind() == String:
		r := []rune(*(*string)(v.ptr))
		return Value{typ: t, ptr: unsafe.Pointer(&r)}
	case v.typ.elem.Kind() == Uint8:
		s := string(*(*[]byte)(v.ptr))
		return Value{typ: t, ptr: unsafe.Pointer(&s)}
	}
	s := string(*(*[]rune)(v.ptr))
	return Value{typ: t, ptr: unsafe.Pointer(&s)}
}

func convertToArray(v Value, t *rtype) Value {
	if t.length > v.Len() {
		panic("reflect: cannot convert slice with length " + itoa(v.Len()) + " to array with length " + itoa(t.length))
	}
	if t.length == 0 {
		return Zero(t)
	}
	return copyOf(t, v.slice().data, 0)
}
