// What follows `type T [` is an array or type parameters.
// RUN: %minigo check --dump-ast %s | FileCheck --strict-whitespace --match-full-lines %s
package p

type (
	A [N]int
	B [N * 2]int
	C [P *Q]int
	D[P *Q,] int
	E[P *Q | ~int] int
	F[P interface{}] int
	G[P (Q),] int
	H[P []int, R comparable] = map[P]R
	I []int
	J [f(x)]int
	K = [2]int
	L[P *[]int] int
)

func m[K comparable, V int | ~string](k K, v ...V) (r T[K, V], err error)

// CHECK:File p @3:1
// CHECK-NEXT:  TypeDecl group params=0 @6:2
// CHECK-NEXT:    Ident A @6:2
// CHECK-NEXT:    ArrayTypeExpr @6:4
// CHECK-NEXT:      Ident N @6:5
// CHECK-NEXT:      Ident int @6:7
// CHECK-NEXT:  TypeDecl group params=0 @7:2
// CHECK-NEXT:    Ident B @7:2
// CHECK-NEXT:    ArrayTypeExpr @7:4
// CHECK-NEXT:      BinaryExpr * @7:7
// CHECK-NEXT:        Ident N @7:5
// CHECK-NEXT:        BasicLit Int 2 @7:9
// CHECK-NEXT:      Ident int @7:11
// CHECK-NEXT:  TypeDecl group params=0 @8:2
// CHECK-NEXT:    Ident C @8:2
// CHECK-NEXT:    ArrayTypeExpr @8:4
// CHECK-NEXT:      BinaryExpr * @8:7
// CHECK-NEXT:        Ident P @8:5
// CHECK-NEXT:        Ident Q @8:8
// CHECK-NEXT:      Ident int @8:10
// CHECK-NEXT:  TypeDecl group params=1 @9:2
// CHECK-NEXT:    Ident D @9:2
// CHECK-NEXT:    Field name @9:4
// CHECK-NEXT:      Ident P @9:4
// CHECK-NEXT:      UnaryExpr * @9:6
// CHECK-NEXT:        Ident Q @9:7
// CHECK-NEXT:    Ident int @9:11
// CHECK-NEXT:  TypeDecl group params=1 @10:2
// CHECK-NEXT:    Ident E @10:2
// CHECK-NEXT:    Field name @10:4
// CHECK-NEXT:      Ident P @10:4
// CHECK-NEXT:      BinaryExpr | @10:9
// CHECK-NEXT:        UnaryExpr * @10:6
// CHECK-NEXT:          Ident Q @10:7
// CHECK-NEXT:        UnaryExpr ~ @10:11
// CHECK-NEXT:          Ident int @10:12
// CHECK-NEXT:    Ident int @10:17
// CHECK-NEXT:  TypeDecl group params=1 @11:2
// CHECK-NEXT:    Ident F @11:2
// CHECK-NEXT:    Field name @11:4
// CHECK-NEXT:      Ident P @11:4
// CHECK-NEXT:      InterfaceTypeExpr @11:6
// CHECK-NEXT:    Ident int @11:19
// CHECK-NEXT:  TypeDecl group params=1 @12:2
// CHECK-NEXT:    Ident G @12:2
// CHECK-NEXT:    Field name @12:4
// CHECK-NEXT:      Ident P @12:4
// CHECK-NEXT:      ParenExpr @12:6
// CHECK-NEXT:        Ident Q @12:7
// CHECK-NEXT:    Ident int @12:12
// CHECK-NEXT:  TypeDecl group params=2 = @13:2
// CHECK-NEXT:    Ident H @13:2
// CHECK-NEXT:    Field name @13:4
// CHECK-NEXT:      Ident P @13:4
// CHECK-NEXT:      SliceTypeExpr @13:6
// CHECK-NEXT:        Ident int @13:8
// CHECK-NEXT:    Field name @13:13
// CHECK-NEXT:      Ident R @13:13
// CHECK-NEXT:      Ident comparable @13:15
// CHECK-NEXT:    MapTypeExpr @13:29
// CHECK-NEXT:      Ident P @13:33
// CHECK-NEXT:      Ident R @13:35
// CHECK-NEXT:  TypeDecl group params=0 @14:2
// CHECK-NEXT:    Ident I @14:2
// CHECK-NEXT:    SliceTypeExpr @14:4
// CHECK-NEXT:      Ident int @14:6
// CHECK-NEXT:  TypeDecl group params=0 @15:2
// CHECK-NEXT:    Ident J @15:2
// CHECK-NEXT:    ArrayTypeExpr @15:4
// CHECK-NEXT:      CallExpr @15:6
// CHECK-NEXT:        Ident f @15:5
// CHECK-NEXT:        Ident x @15:7
// CHECK-NEXT:      Ident int @15:10
// CHECK-NEXT:  TypeDecl group params=0 = @16:2
// CHECK-NEXT:    Ident K @16:2
// CHECK-NEXT:    ArrayTypeExpr @16:6
// CHECK-NEXT:      BasicLit Int 2 @16:7
// CHECK-NEXT:      Ident int @16:9
// CHECK-NEXT:  TypeDecl group params=1 @17:2
// CHECK-NEXT:    Ident L @17:2
// CHECK-NEXT:    Field name @17:4
// CHECK-NEXT:      Ident P @17:4
// CHECK-NEXT:      UnaryExpr * @17:6
// CHECK-NEXT:        SliceTypeExpr @17:7
// CHECK-NEXT:          Ident int @17:9
// CHECK-NEXT:    Ident int @17:14
// CHECK-NEXT:  FuncDecl params=2 @20:1
// CHECK-NEXT:    Ident m @20:6
// CHECK-NEXT:    Field name @20:8
// CHECK-NEXT:      Ident K @20:8
// CHECK-NEXT:      Ident comparable @20:10
// CHECK-NEXT:    Field name @20:22
// CHECK-NEXT:      Ident V @20:22
// CHECK-NEXT:      BinaryExpr | @20:28
// CHECK-NEXT:        Ident int @20:24
// CHECK-NEXT:        UnaryExpr ~ @20:30
// CHECK-NEXT:          Ident string @20:31
// CHECK-NEXT:    FuncTypeExpr params=2 results=2 @20:6
// CHECK-NEXT:      Field name @20:39
// CHECK-NEXT:        Ident k @20:39
// CHECK-NEXT:        Ident K @20:41
// CHECK-NEXT:      Field name @20:44
// CHECK-NEXT:        Ident v @20:44
// CHECK-NEXT:        EllipsisExpr @20:46
// CHECK-NEXT:          Ident V @20:49
// CHECK-NEXT:      Field name @20:53
// CHECK-NEXT:        Ident r @20:53
// CHECK-NEXT:        IndexExpr @20:56
// CHECK-NEXT:          Ident T @20:55
// CHECK-NEXT:          Ident K @20:57
// CHECK-NEXT:          Ident V @20:60
// CHECK-NEXT:      Field name @20:64
// CHECK-NEXT:        Ident err @20:64
// CHECK-NEXT:        Ident error @20:68
