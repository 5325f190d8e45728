package reflect

import "unsafe"

// callCode calls the code of a function of type funcType whose first argument is self: the closure
// of a function value, the data word of an interface for a method. arguments and results are arrays
// of pointers to values.
func callCode(funcType, code, self, arguments, results unsafe.Pointer)

// newMadeFunction returns the closure of a function of type funcType whose calls are made by
// runMade.
func newMadeFunction(funcType unsafe.Pointer, call any) unsafe.Pointer

// A methodValue is what a method value is as long as nothing wants a function of it.
type methodValue struct{ code, self unsafe.Pointer }

// asFunction makes a function value of a method value; other values stay as they are.
func (v Value) asFunction() Value {
	if v.flag&isMethod == 0 {
		return v
	}
	method := v
	f := MakeFunc(v.typ, func(in []Value) []Value { return method.callWith(in) })
	f.flag |= v.flag & readOnly
	return f
}

// Call calls the function v. Further arguments of a variadic function make up its last one.
func (v Value) Call(in []Value) []Value {
	v.mustBeCallable("reflect.Value.Call")
	t := v.typ
	n := t.length
	if t.flags&flagVariadic == 0 {
		v.checkCount(in, n, "Call")
		return v.callWith(v.arguments(in, "Call"))
	}
	n--
	if len(in) < n {
		panic("reflect: Call with too few input arguments")
	}
	sliceType := t.signatureTable()[n]
	rest := MakeSlice(sliceType, len(in)-n, len(in)-n)
	for i, x := range in[n:] {
		if x.typ == nil {
			panic("reflect: Call using zero Value argument")
		}
		if !x.typ.AssignableTo(sliceType.elem) {
			panic("reflect: cannot use " + x.typ.name + " as type " + sliceType.elem.name + " in Call")
		}
		rest.Index(i).Set(x)
	}
	return v.callWith(v.arguments(append(append([]Value(nil), in[:n]...), rest), "Call"))
}

// CallSlice calls a variadic function whose last argument is a slice.
func (v Value) CallSlice(in []Value) []Value {
	v.mustBeCallable("reflect.Value.CallSlice")
	if v.typ.flags&flagVariadic == 0 {
		panic("reflect: CallSlice of non-variadic function")
	}
	v.checkCount(in, v.typ.length, "CallSlice")
	return v.callWith(v.arguments(in, "CallSlice"))
}

func (v Value) mustBeCallable(method string) {
	v.mustBe(Func, method)
	if v.flag&readOnly != 0 {
		panic("reflect: " + method + " using value obtained using unexported field")
	}
	if v.flag&isMethod == 0 && *(*unsafe.Pointer)(v.ptr) == nil {
		panic("reflect.Value.Call: call of nil function")
	}
}

func (v Value) checkCount(in []Value, n int, op string) {
	if len(in) < n {
		panic("reflect: " + op + " with too few input arguments")
	}
	if len(in) > n {
		panic("reflect: " + op + " with too many input arguments")
	}
}

// arguments returns in as values of exactly the parameters' types.
func (v Value) arguments(in []Value, op string) []Value {
	for _, x := range in {
		if x.typ == nil {
			panic("reflect: " + op + " using zero Value argument")
		}
	}
	exact := make([]Value, len(in))
	for i, x := range in {
		t := v.typ.signatureTable()[i]
		if !x.typ.AssignableTo(t) {
			panic("reflect: " + op + " using " + x.typ.name + " as type " + t.name)
		}
		if x.flag&readOnly != 0 {
			panic("reflect: reflect.Value." + op + " using value obtained using unexported field")
		}
		exact[i] = x.assignTo(t, "reflect.Value.Call")
	}
	return exact
}

// callWith calls the function with arguments of exactly its parameters' types.
func (v Value) callWith(in []Value) []Value {
	t := v.typ
	arguments := make([]unsafe.Pointer, len(in)+1)
	for i, x := range in {
		arguments[i] = x.ptr
	}
	results := make([]unsafe.Pointer, t.resultCount+1)
	out := make([]Value, t.resultCount)
	for i, r := range t.signatureTable()[t.length:] {
		results[i] = newObject(unsafe.Pointer(r))
		out[i] = Value{typ: r, ptr: results[i]}
	}
	target := methodValue{self: *(*unsafe.Pointer)(v.ptr)}
	if v.flag&isMethod != 0 {
		target = *(*methodValue)(v.ptr)
	} else {
		target.code = *(*unsafe.Pointer)(target.self) // a closure begins with its code
	}
	callCode(unsafe.Pointer(t), target.code, target.self, unsafe.Pointer(&arguments[0]), unsafe.Pointer(&results[0]))
	return out
}

// MakeFunc returns a function of type typ that calls fn.
func MakeFunc(typ Type, fn func(args []Value) (results []Value)) Value {
	if typ.Kind() != Func {
		panic("reflect: call of MakeFunc with non-Func type")
	}
	t := typ.common()
	call := func(arguments, results unsafe.Pointer) {
		in := make([]Value, t.length)
		for i, ptr := range unsafe.Slice((*unsafe.Pointer)(arguments), t.length) {
			in[i] = Value{typ: t.signatureTable()[i], ptr: ptr}
		}
		out := fn(in)
		if len(out) != t.resultCount {
			panic("reflect: wrong return count from function created by MakeFunc")
		}
		places := unsafe.Slice((*unsafe.Pointer)(results), t.resultCount)
		for i, r := range t.signatureTable()[t.length:] {
			x := out[i]
			if x.typ == nil {
				panic("reflect: function created by MakeFunc using closure returned zero Value")
			}
			if x.flag&readOnly != 0 {
				panic("reflect: function created by MakeFunc using closure returned value obtained from unexported field")
			}
			places[i] = x.assignTo(r, "reflect.MakeFunc").ptr
		}
	}
	word := new(unsafe.Pointer)
	*word = newMadeFunction(unsafe.Pointer(t), call)
	return Value{typ: t, ptr: unsafe.Pointer(word)}
}

// runMade is called for each call of a function that newMadeFunction made.
func runMade(call any, arguments, results unsafe.Pointer) {
	call.(func(arguments, results unsafe.Pointer))(arguments, results)
}

// Method returns the i-th of v's exported methods, as a function without the receiver.
func (v Value) Method(i int) Value {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.Method", Invalid})
	}
	if v.flag&isMethod != 0 || uint(i) >= uint(v.typ.NumMethod()) {
		panic("reflect: Method index out of range")
	}
	if v.Kind() == Interface {
		if v.IsNil() {
			panic("reflect: Method on nil interface value")
		}
		wanted := v.typ.ifaceMethodTable()[i]
		x := v.inner()
		words := wordsOf(&x)
		for _, m := range words.typ.methodTable() {
			if m.name == wanted.name && m.pkgPath == wanted.pkgPath {
				return methodOf(m, words.data, v.flag)
			}
		}
	}
	x := v.toAny()
	return methodOf(v.typ.exportedMethod(i), wordsOf(&x).data, v.flag)
}

func methodOf(m methodInfo, self unsafe.Pointer, flag valueFlag) Value {
	return Value{m.typ, unsafe.Pointer(&methodValue{m.call, self}), flag&readOnly | isMethod}
}

func (t *rtype) exportedMethod(i int) methodInfo {
	n := 0
	for _, m := range t.methodTable() {
		if m.pkgPath != "" {
			continue
		}
		if n == i {
			return m
		}
		n++
	}
	panic("reflect: Method index out of range")
}

// MethodByName returns the method of that name, the zero Value if there is none.
func (v Value) MethodByName(name string) Value {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.MethodByName", Invalid})
	}
	if v.flag&isMethod != 0 {
		return Value{}
	}
	for i := range v.typ.NumMethod() {
		if v.typ.methodName(i) == name {
			return v.Method(i)
		}
	}
	return Value{}
}

func (t *rtype) methodName(i int) string {
	if t.Kind() == Interface {
		return t.ifaceMethodTable()[i].name
	}
	return t.exportedMethod(i).name
}
