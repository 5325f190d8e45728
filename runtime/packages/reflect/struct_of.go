package reflect

import (
	"strconv"
	"unsafe"
)

// StructOf returns the struct type with these fields; their Offset and Index are ignored. The methods of an embedded
// field are promoted if it is the only field and no interface; else it must have none.
func StructOf(fields []StructField) Type {
	t := &rtype{align: 1, flags: flagComparable | flagNoPointers, name: "struct {", fieldCount: len(fields)}
	table := make([]fieldInfo, 0, len(fields))
	seen := map[string]bool{}
	for i, f := range fields {
		checkField(i, f, len(fields))
		if seen[f.Name] && f.Name != "_" {
			panic("reflect.StructOf: duplicate field " + f.Name)
		}
		seen[f.Name] = true
		typ := f.Type.common()
		info := fieldInfo{name: f.Name, typ: typ, tag: string(f.Tag), pkgPath: f.PkgPath, embedded: f.Anonymous}
		t.place(&info)
		t.flags &= typ.flags | ^uint8(flagComparable|flagNoPointers)
		t.name += fieldString(info, i)
		table = append(table, info)
		if f.Anonymous {
			t.methods, t.methodCount = typ.methods, typ.methodCount
		}
	}
	if n := len(table); n > 0 {
		t.name += " "
		if t.size > 0 && table[n-1].typ.size == 0 {
			t.grow(1) // the address of the last field is one of this variable
		}
	}
	t.name += "}"
	t.fields = unsafe.SliceData(table)
	align := uintptr(t.align)
	t.grow(-t.size & (align - 1))
	if t.size <= 8 {
		t.flags |= flagInWord
	}
	return newType(Struct, t)
}

// place gives the next field of t its offset.
func (t *rtype) place(f *fieldInfo) {
	align := uintptr(f.typ.align)
	t.grow(-t.size & (align - 1))
	t.align = max(t.align, f.typ.align)
	f.offset = t.size
	t.grow(f.typ.size)
}

func (t *rtype) grow(bytes uintptr) {
	if bytes > 1<<47-t.size {
		panic("reflect.StructOf: struct size would exceed virtual address space")
	}
	t.size += bytes
}

// fieldString is a field as it is written in the name of its struct type.
func fieldString(f fieldInfo, i int) string {
	text := " "
	if i > 0 {
		text = "; "
	}
	if !f.embedded {
		text += f.name + " "
	}
	text += f.typ.name
	if f.tag != "" {
		text += " " + strconv.Quote(f.tag)
	}
	return text
}

func checkField(i int, f StructField, count int) {
	const context = "reflect.StructOf: field "
	switch {
	case f.Name == "":
		panic(context + strconv.Itoa(i) + " has no name")
	case !isIdentifier(f.Name):
		panic(context + strconv.Itoa(i) + " has invalid name")
	case f.Type == nil:
		panic(context + strconv.Itoa(i) + " has no type")
	case f.Anonymous && f.PkgPath != "":
		panic(context + "\"" + f.Name + "\" is anonymous but has PkgPath set")
	case f.IsExported() && (f.Name[0] >= 'a' && f.Name[0] <= 'z' || f.Name[0] == '_'):
		panic(context + "\"" + f.Name + "\" is unexported but missing PkgPath")
	}
	if f.Anonymous {
		checkEmbedded(i, f.Type.common(), count)
	}
}

func checkEmbedded(i int, t *rtype, count int) {
	if t.Kind() == Pointer && (t.elem.Kind() == Interface || t.elem.Kind() == Pointer) {
		panic("reflect.StructOf: illegal embedded field type " + t.name)
	}
	switch {
	case t.ifaceMethods_ > 0:
		panic("reflect: embedded interface with methods not implemented")
	case t.methodCount == 0:
	case i > 0:
		panic("reflect: embedded type with methods not implemented if type is not first field")
	case count > 1:
		panic("reflect: embedded type with methods not implemented if there is more than one field")
	}
}

func isIdentifier(name string) bool {
	for i, c := range name {
		isLetter := c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c > 0x7f && c != '\uFFFD' && strconv.IsPrint(c)
		if !isLetter && (i == 0 || c < '0' || c > '9') {
			return false
		}
	}
	return true
}
