// Structs and interfaces: fields and embedded things begin alike.
// RUN: %minigo check --dump-ast %s | FileCheck --strict-whitespace --match-full-lines %s
package p

type S struct {
	a, b int `tag`
	c []int
	d [n]int
	e func() (x, y int)
	T
	*p.U "t"
	V[int]
	p.W[A, B]
}

type I interface {
	m(x int) string
	E
	p.F
	~int | *T | G[int]
}

// CHECK:File p @3:1
// CHECK-NEXT:  TypeDecl params=0 @5:6
// CHECK-NEXT:    Ident S @5:6
// CHECK-NEXT:    StructTypeExpr @5:8
// CHECK-NEXT:      Field name tag @6:2
// CHECK-NEXT:        Ident a @6:2
// CHECK-NEXT:        Ident int @6:7
// CHECK-NEXT:        BasicLit String `tag` @6:11
// CHECK-NEXT:      Field name tag @6:5
// CHECK-NEXT:        Ident b @6:5
// CHECK-NEXT:        Ident int @6:7
// CHECK-NEXT:        BasicLit String `tag` @6:11
// CHECK-NEXT:      Field name @7:2
// CHECK-NEXT:        Ident c @7:2
// CHECK-NEXT:        SliceTypeExpr @7:4
// CHECK-NEXT:          Ident int @7:6
// CHECK-NEXT:      Field name @8:2
// CHECK-NEXT:        Ident d @8:2
// CHECK-NEXT:        ArrayTypeExpr @8:4
// CHECK-NEXT:          Ident n @8:5
// CHECK-NEXT:          Ident int @8:7
// CHECK-NEXT:      Field name @9:2
// CHECK-NEXT:        Ident e @9:2
// CHECK-NEXT:        FuncTypeExpr params=0 results=2 @9:8
// CHECK-NEXT:          Field name @9:12
// CHECK-NEXT:            Ident x @9:12
// CHECK-NEXT:            Ident int @9:17
// CHECK-NEXT:          Field name @9:15
// CHECK-NEXT:            Ident y @9:15
// CHECK-NEXT:            Ident int @9:17
// CHECK-NEXT:      Field @10:2
// CHECK-NEXT:        Ident T @10:2
// CHECK-NEXT:      Field tag @11:2
// CHECK-NEXT:        UnaryExpr * @11:2
// CHECK-NEXT:          SelectorExpr @11:4
// CHECK-NEXT:            Ident p @11:3
// CHECK-NEXT:            Ident U @11:5
// CHECK-NEXT:        BasicLit String "t" @11:7
// CHECK-NEXT:      Field @12:2
// CHECK-NEXT:        IndexExpr @12:3
// CHECK-NEXT:          Ident V @12:2
// CHECK-NEXT:          Ident int @12:4
// CHECK-NEXT:      Field @13:2
// CHECK-NEXT:        IndexExpr @13:5
// CHECK-NEXT:          SelectorExpr @13:3
// CHECK-NEXT:            Ident p @13:2
// CHECK-NEXT:            Ident W @13:4
// CHECK-NEXT:          Ident A @13:6
// CHECK-NEXT:          Ident B @13:9
// CHECK-NEXT:  TypeDecl params=0 @16:6
// CHECK-NEXT:    Ident I @16:6
// CHECK-NEXT:    InterfaceTypeExpr @16:8
// CHECK-NEXT:      Field name @17:2
// CHECK-NEXT:        Ident m @17:2
// CHECK-NEXT:        FuncTypeExpr params=1 results=1 @17:2
// CHECK-NEXT:          Field name @17:4
// CHECK-NEXT:            Ident x @17:4
// CHECK-NEXT:            Ident int @17:6
// CHECK-NEXT:          Field @17:11
// CHECK-NEXT:            Ident string @17:11
// CHECK-NEXT:      Field @18:2
// CHECK-NEXT:        Ident E @18:2
// CHECK-NEXT:      Field @19:2
// CHECK-NEXT:        SelectorExpr @19:3
// CHECK-NEXT:          Ident p @19:2
// CHECK-NEXT:          Ident F @19:4
// CHECK-NEXT:      Field @20:2
// CHECK-NEXT:        BinaryExpr | @20:12
// CHECK-NEXT:          BinaryExpr | @20:7
// CHECK-NEXT:            UnaryExpr ~ @20:2
// CHECK-NEXT:              Ident int @20:3
// CHECK-NEXT:            UnaryExpr * @20:9
// CHECK-NEXT:              Ident T @20:10
// CHECK-NEXT:          IndexExpr @20:15
// CHECK-NEXT:            Ident G @20:14
// CHECK-NEXT:            Ident int @20:16
