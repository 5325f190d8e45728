package reflect

import "iter"

// Fields iterates over the fields of a struct, in order.
func (t *rtype) Fields() iter.Seq[StructField] {
	t.mustBe(Struct, "Fields")
	return func(yield func(StructField) bool) {
		for i := range t.NumField() {
			if !yield(t.Field(i)) {
				return
			}
		}
	}
}

// Methods iterates over the method set.
func (t *rtype) Methods() iter.Seq[Method] {
	return func(yield func(Method) bool) {
		for i := range t.NumMethod() {
			if !yield(t.Method(i)) {
				return
			}
		}
	}
}

// Ins iterates over the types of a function's parameters.
func (t *rtype) Ins() iter.Seq[Type] {
	t.mustBe(Func, "Ins")
	return func(yield func(Type) bool) {
		for i := range t.NumIn() {
			if !yield(t.In(i)) {
				return
			}
		}
	}
}

// Outs iterates over the types of a function's results.
func (t *rtype) Outs() iter.Seq[Type] {
	t.mustBe(Func, "Outs")
	return func(yield func(Type) bool) {
		for i := range t.NumOut() {
			if !yield(t.Out(i)) {
				return
			}
		}
	}
}

// Fields iterates over the fields of a struct and their values.
func (v Value) Fields() iter.Seq2[StructField, Value] {
	v.mustBeValid("reflect.Value.Type")
	v.typ.mustBe(Struct, "Fields")
	return func(yield func(StructField, Value) bool) {
		for i := range v.NumField() {
			if !yield(v.typ.Field(i), v.Field(i)) {
				return
			}
		}
	}
}

// Methods iterates over the methods and their values, bound to v.
func (v Value) Methods() iter.Seq2[Method, Value] {
	v.mustBeValid("reflect.Value.Methods")
	return func(yield func(Method, Value) bool) {
		for i := range v.NumMethod() {
			if !yield(v.typ.Method(i), v.Method(i)) {
				return
			}
		}
	}
}
