package reflect

import (
	"iter"
	"strconv"
	"unsafe"
)

// A Type is a type of Go. Equal types are equal as interface values.
type Type interface {
	Align() int
	FieldAlign() int
	Method(i int) Method
	MethodByName(name string) (Method, bool)
	NumMethod() int
	Name() string
	PkgPath() string
	Size() uintptr
	String() string
	Kind() Kind
	Implements(u Type) bool
	AssignableTo(u Type) bool
	ConvertibleTo(u Type) bool
	Comparable() bool
	Bits() int
	ChanDir() ChanDir
	IsVariadic() bool
	Elem() Type
	Field(i int) StructField
	FieldByIndex(index []int) StructField
	FieldByName(name string) (StructField, bool)
	FieldByNameFunc(match func(string) bool) (StructField, bool)
	In(i int) Type
	Key() Type
	Len() int
	NumField() int
	NumIn() int
	NumOut() int
	Out(i int) Type
	OverflowComplex(x complex128) bool
	OverflowFloat(x float64) bool
	OverflowInt(x int64) bool
	OverflowUint(x uint64) bool
	CanSeq() bool
	CanSeq2() bool
	Fields() iter.Seq[StructField]
	Methods() iter.Seq[Method]
	Ins() iter.Seq[Type]
	Outs() iter.Seq[Type]
	common() *rtype
}

// The structs below have the layout of those in include/minigo/type.h.

type rtype struct {
	size          uintptr
	hash          uint32
	kind          uint8
	align         uint8
	flags         uint8
	chanDir       uint8
	name          string
	pkgPath       string
	elem          *rtype
	key           *rtype
	length        int
	fields        *fieldInfo
	fieldCount    int
	signature     **rtype
	resultCount   int
	ifaceMethods  *ifaceMethod
	ifaceMethods_ int
	methods       *methodInfo
	methodCount   int
	pointerTo     *rtype // of *T, if it has methods
}

type fieldInfo struct {
	name     string
	typ      *rtype
	offset   uintptr
	tag      string
	pkgPath  string
	embedded bool
}

type methodInfo struct {
	name, pkgPath string
	typ           *rtype
	call          unsafe.Pointer
}

type ifaceMethod struct {
	name, pkgPath string
	typ           *rtype
}

const (
	flagNamed      = 1
	flagComparable = 2
	flagInWord     = 4
	flagNoPointers = 8
	flagVariadic   = 16
	flagMade       = 32
)

func (t *rtype) fieldTable() []fieldInfo   { return unsafe.Slice(t.fields, t.fieldCount) }
func (t *rtype) methodTable() []methodInfo { return unsafe.Slice(t.methods, t.methodCount) }
func (t *rtype) ifaceMethodTable() []ifaceMethod {
	return unsafe.Slice(t.ifaceMethods, t.ifaceMethods_)
}
func (t *rtype) signatureTable() []*rtype {
	return unsafe.Slice(t.signature, t.length+t.resultCount)
}

// An anyWords is an interface value without methods.
type anyWords struct {
	typ  *rtype
	data unsafe.Pointer
}

func wordsOf(i *any) *anyWords { return (*anyWords)(unsafe.Pointer(i)) }

func toType(t *rtype) Type {
	if t == nil {
		return nil
	}
	return canonical(t)
}

// TypeOf returns the dynamic type of i, nil for a nil interface.
func TypeOf(i any) Type { return toType(wordsOf(&i).typ) }

// TypeFor returns the type that is its type argument.
func TypeFor[T any]() Type { return TypeOf((*T)(nil)).Elem() }

func (t *rtype) common() *rtype   { return t }
func (t *rtype) Align() int       { return int(t.align) }
func (t *rtype) FieldAlign() int  { return int(t.align) }
func (t *rtype) Size() uintptr    { return t.size }
func (t *rtype) String() string   { return t.name }
func (t *rtype) Kind() Kind       { return Kind(t.kind) }
func (t *rtype) Comparable() bool { return t.flags&flagComparable != 0 }
func (t *rtype) isNamed() bool    { return t.flags&flagNamed != 0 }

// Name returns the name of a declared type without its package; type arguments are part of it.
func (t *rtype) Name() string {
	if !t.isNamed() {
		return ""
	}
	depth, start := 0, 0
	for i := 0; i < len(t.name); i++ {
		switch t.name[i] {
		case '[':
			depth++
		case ']':
			depth--
		case '.':
			if depth == 0 {
				start = i + 1
			}
		}
	}
	return t.name[start:]
}

func (t *rtype) PkgPath() string {
	if t.Kind() == UnsafePointer && t.name == "unsafe.Pointer" {
		return "unsafe"
	}
	return t.pkgPath
}

func (t *rtype) mustBe(k Kind, method string) {
	if t.Kind() != k {
		panic("reflect: " + method + " of non-" + k.String() + " type " + t.name)
	}
}

func (t *rtype) Bits() int {
	if k := t.Kind(); k < Int || k > Complex128 {
		panic("reflect: Bits of non-arithmetic Type " + t.name)
	}
	return int(t.size) * 8
}

func (t *rtype) ChanDir() ChanDir {
	t.mustBe(Chan, "ChanDir")
	return ChanDir(t.chanDir)
}

func (t *rtype) Elem() Type {
	switch t.Kind() {
	case Array, Chan, Map, Pointer, Slice:
		return canonical(t.elem)
	}
	panic("reflect: Elem of invalid type " + t.name)
}

func (t *rtype) Key() Type {
	t.mustBe(Map, "Key")
	return canonical(t.key)
}

func (t *rtype) Len() int {
	t.mustBe(Array, "Len")
	return t.length
}

func (t *rtype) IsVariadic() bool {
	t.mustBe(Func, "IsVariadic")
	return t.flags&flagVariadic != 0
}

func (t *rtype) NumIn() int {
	t.mustBe(Func, "NumIn")
	return t.length
}

func (t *rtype) NumOut() int {
	t.mustBe(Func, "NumOut")
	return t.resultCount
}

func (t *rtype) In(i int) Type {
	t.mustBe(Func, "In")
	return canonical(t.signatureTable()[:t.length][i])
}

func (t *rtype) Out(i int) Type {
	t.mustBe(Func, "Out")
	return canonical(t.signatureTable()[t.length:][i])
}

func (t *rtype) OverflowComplex(x complex128) bool {
	return overflowFloat(t.size/2, real(x)) || overflowFloat(t.size/2, imag(x))
}
func (t *rtype) OverflowFloat(x float64) bool { return overflowFloat(t.size, x) }
func (t *rtype) OverflowInt(x int64) bool     { return overflowInt(t.size, x) }
func (t *rtype) OverflowUint(x uint64) bool   { return overflowUint(t.size, x) }

func overflowFloat(size uintptr, x float64) bool {
	if x < 0 {
		x = -x
	}
	const maxFloat32, maxFloat64 = 0x1p127 * (1 + (1 - 0x1p-23)), 0x1p1023 * (1 + (1 - 0x1p-52))
	return size == 4 && x > maxFloat32 && x <= maxFloat64
}

func overflowInt(size uintptr, x int64) bool {
	shift := 64 - 8*size
	return x<<shift>>shift != x
}

func overflowUint(size uintptr, x uint64) bool {
	shift := 64 - 8*size
	return x<<shift>>shift != x
}

// CanSeq and CanSeq2 tell whether range takes such a value, with one variable or two.
func (t *rtype) CanSeq() bool {
	switch k := t.Kind(); {
	case k.isInt(), k.isUint(), k == Array, k == Slice, k == Chan, k == String, k == Map:
		return true
	case k == Func:
		return t.isIterator(1)
	case k == Pointer:
		return t.elem.Kind() == Array
	}
	return false
}

func (t *rtype) CanSeq2() bool {
	switch k := t.Kind(); {
	case k == Array, k == Slice, k == String, k == Map:
		return true
	case k == Func:
		return t.isIterator(2)
	case k == Pointer:
		return t.elem.Kind() == Array
	}
	return false
}

func (t *rtype) isIterator(values int) bool {
	if t.length != 1 || t.resultCount != 0 {
		return false
	}
	yield := t.signatureTable()[0]
	return yield.Kind() == Func && yield.length == values && yield.resultCount == 1 &&
		yield.signatureTable()[values].Kind() == Bool
}

// A Method is one of a type's methods.
type Method struct {
	Name    string
	PkgPath string
	Type    Type // of a concrete type: with the receiver as first parameter
	Func    Value
	Index   int
}

func (m Method) IsExported() bool { return m.PkgPath == "" }

func (t *rtype) NumMethod() int {
	if t.Kind() == Interface {
		return t.ifaceMethods_
	}
	n := 0
	for _, m := range t.methodTable() {
		if m.pkgPath == "" {
			n++
		}
	}
	return n
}

func (t *rtype) Method(i int) Method {
	if t.Kind() == Interface {
		m := t.ifaceMethodTable()[i]
		return Method{Name: m.name, PkgPath: m.pkgPath, Type: canonical(m.typ), Index: i}
	}
	m := t.exportedMethod(i)
	typ := withReceiver(t, m.typ)
	fn := MakeFunc(typ, func(in []Value) []Value { return in[0].Method(i).callWith(in[1:]) })
	return Method{Name: m.name, Type: typ, Func: fn, Index: i}
}

func (t *rtype) MethodByName(name string) (Method, bool) {
	for i := range t.NumMethod() {
		if t.methodName(i) == name {
			return t.Method(i), true
		}
	}
	return Method{}, false
}

// A StructTag is the string behind a field: by convention `key:"value" key2:"value2"`.
type StructTag string

func (tag StructTag) Get(key string) string {
	value, _ := tag.Lookup(key)
	return value
}

func (tag StructTag) Lookup(key string) (value string, ok bool) {
	for rest := string(tag); ; {
		for rest != "" && rest[0] == ' ' {
			rest = rest[1:]
		}
		end := 0
		for end < len(rest) && rest[end] > ' ' && rest[end] != ':' && rest[end] != '"' && rest[end] != 0x7f {
			end++
		}
		if end == 0 || end+1 >= len(rest) || rest[end] != ':' || rest[end+1] != '"' {
			return "", false
		}
		name := rest[:end]
		quoted, err := strconv.QuotedPrefix(rest[end+1:])
		if err != nil {
			return "", false
		}
		rest = rest[end+1+len(quoted):]
		if name == key {
			value, err := strconv.Unquote(quoted)
			return value, err == nil
		}
	}
}

// A StructField is one field of a struct.
type StructField struct {
	Name      string
	PkgPath   string // empty if the name is exported
	Type      Type
	Tag       StructTag
	Offset    uintptr
	Index     []int
	Anonymous bool
}

func (f StructField) IsExported() bool { return f.PkgPath == "" }

func (t *rtype) NumField() int {
	t.mustBe(Struct, "NumField")
	return t.fieldCount
}

func (t *rtype) Field(i int) StructField {
	t.mustBe(Struct, "Field")
	if i < 0 || i >= t.fieldCount {
		panic("reflect: Field index out of bounds")
	}
	f := t.fieldTable()[i]
	return StructField{f.name, f.pkgPath, canonical(f.typ), StructTag(f.tag), f.offset, []int{i}, f.embedded}
}

func (t *rtype) FieldByIndex(index []int) StructField {
	var f StructField
	for i, x := range index {
		if i > 0 {
			under := f.Type.common()
			if under.Kind() == Pointer && under.elem.Kind() == Struct {
				under = under.elem
			}
			t = under
		}
		f = t.Field(x)
	}
	f.Index = index
	return f
}

func (t *rtype) FieldByName(name string) (StructField, bool) {
	return t.FieldByNameFunc(func(s string) bool { return s == name })
}

// FieldByNameFunc looks at the fields of the struct, then at those of its embedded structs, level by
// level; two matches on a level hide each other and all below.
func (t *rtype) FieldByNameFunc(match func(string) bool) (found StructField, ok bool) {
	t.mustBe(Struct, "FieldByNameFunc")
	type place struct {
		typ   *rtype
		index []int
	}
	level := []place{{t, nil}}
	seen := map[*rtype]bool{}
	for len(level) > 0 {
		var next []place
		matches := 0
		for _, at := range level {
			if seen[at.typ] {
				continue
			}
			for i := range at.typ.fieldCount {
				f := at.typ.Field(i)
				index := append(append([]int(nil), at.index...), i)
				if match(f.Name) {
					found, matches = f, matches+1
					found.Index = index
					continue
				}
				under := f.Type.common()
				if under.Kind() == Pointer {
					under = under.elem
				}
				if f.Anonymous && under.Kind() == Struct {
					next = append(next, place{under, index})
				}
			}
		}
		if matches > 0 {
			if matches > 1 {
				return StructField{}, false
			}
			return found, true
		}
		for _, at := range level {
			seen[at.typ] = true
		}
		level = next
	}
	return StructField{}, false
}

// VisibleFields returns the fields of a struct and those that embedding promotes.
func VisibleFields(t Type) []StructField {
	if t == nil {
		panic("reflect: VisibleFields(nil)")
	}
	if t.Kind() != Struct {
		panic("reflect.VisibleFields of non-struct type")
	}
	var all []StructField
	var walk func(t Type, index []int, seen []Type)
	walk = func(t Type, index []int, seen []Type) {
		for _, s := range seen {
			if s == t {
				return
			}
		}
		for i := range t.NumField() {
			f := t.Field(i)
			f.Index = append(append([]int(nil), index...), i)
			all = append(all, f)
			if under := f.Type; f.Anonymous {
				if under.Kind() == Pointer {
					under = under.Elem()
				}
				if under.Kind() == Struct {
					walk(under, f.Index, append(seen, t))
				}
			}
		}
	}
	walk(t, nil, nil)
	visible := all[:0]
	for _, f := range all {
		if g, ok := t.FieldByName(f.Name); ok && len(g.Index) == len(f.Index) && sameIndex(g.Index, f.Index) {
			visible = append(visible, f)
		}
	}
	return visible
}

func sameIndex(a, b []int) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
