package reflect

import "unsafe"

func identical(a, b *rtype) bool {
	return a == b || identicalTypes(unsafe.Pointer(a), unsafe.Pointer(b))
}

func (t *rtype) Implements(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.Implements")
	}
	if u.Kind() != Interface {
		panic("reflect: non-interface type passed to Type.Implements")
	}
	return t.implements(u.common())
}

func (t *rtype) implements(u *rtype) bool {
	if t.Kind() != Interface {
		return u.ifaceMethods_ == 0 || ifaceTable(unsafe.Pointer(u), unsafe.Pointer(t)) != nil
	}
	have := t.ifaceMethodTable()
	for _, want := range u.ifaceMethodTable() {
		for len(have) > 0 && (have[0].name != want.name || have[0].pkgPath != want.pkgPath) {
			have = have[1:]
		}
		if len(have) == 0 || !identical(have[0].typ, want.typ) {
			return false
		}
	}
	return true
}

func (t *rtype) AssignableTo(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.AssignableTo")
	}
	return t.assignableTo(u.common())
}

func (t *rtype) assignableTo(u *rtype) bool {
	if identical(t, u) {
		return true
	}
	if u.Kind() == Interface {
		return t.implements(u)
	}
	if t.isNamed() && u.isNamed() {
		return false
	}
	if t.Kind() == Chan && u.Kind() == Chan && t.chanDir == uint8(BothDir) {
		return identical(t.elem, u.elem)
	}
	return sameUnderlying(t, u, true)
}

// Whether two types have one underlying type; tags of structs may be left out of account.
func sameUnderlying(t, u *rtype, tags bool) bool {
	if identical(t, u) {
		return true
	}
	if t.kind != u.kind {
		return false
	}
	switch k := t.Kind(); k {
	case Array:
		return t.length == u.length && identical(t.elem, u.elem)
	case Chan:
		return t.chanDir == u.chanDir && identical(t.elem, u.elem)
	case Map:
		return identical(t.key, u.key) && identical(t.elem, u.elem)
	case Pointer, Slice:
		return identical(t.elem, u.elem)
	case Func:
		return sameSignature(t, u)
	case Struct:
		return sameFields(t, u, tags)
	case Interface:
		return t.ifaceMethods_ == u.ifaceMethods_ && t.implements(u)
	default:
		return k != Invalid
	}
}

func sameSignature(t, u *rtype) bool {
	if t.length != u.length || t.resultCount != u.resultCount || (t.flags^u.flags)&flagVariadic != 0 {
		return false
	}
	for i, part := range t.signatureTable() {
		if !identical(part, u.signatureTable()[i]) {
			return false
		}
	}
	return true
}

func sameFields(t, u *rtype, tags bool) bool {
	if t.fieldCount != u.fieldCount {
		return false
	}
	for i, f := range t.fieldTable() {
		g := u.fieldTable()[i]
		if f.name != g.name || f.pkgPath != g.pkgPath || f.embedded != g.embedded || tags && f.tag != g.tag || !identical(f.typ, g.typ) {
			return false
		}
	}
	return true
}

func (t *rtype) ConvertibleTo(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.ConvertibleTo")
	}
	return converter(t, u.common()) != nil
}
