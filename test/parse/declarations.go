// RUN: %minigo check --dump-ast %s | FileCheck --strict-whitespace --match-full-lines %s

//go:build linux && go1.21

// Declarations, alone and in groups; semicolons that newlines and comments stand for.
package p; import "a"; import (
	. "b"
	_ "c"; d "e" /* a comment that ends the line
*/)

const (
	A, B = iota, 1
	C, D
	E int = 2
)

var x, y int
var z = 1
var ()

type (
	T int
	U = T
)

//go:linkname bodyless runtime.bodyless
func bodyless()

// CHECK:File p build='linux && go1.21' @6:1
// CHECK-NEXT:  ImportDecl @6:19
// CHECK-NEXT:    BasicLit String "a" @6:19
// CHECK-NEXT:  ImportDecl group name @7:2
// CHECK-NEXT:    Ident . @7:2
// CHECK-NEXT:    BasicLit String "b" @7:4
// CHECK-NEXT:  ImportDecl group name @8:2
// CHECK-NEXT:    Ident _ @8:2
// CHECK-NEXT:    BasicLit String "c" @8:4
// CHECK-NEXT:  ImportDecl group name @8:9
// CHECK-NEXT:    Ident d @8:9
// CHECK-NEXT:    BasicLit String "e" @8:11
// CHECK-NEXT:  ConstDecl group iota=0 names=2 @12:2
// CHECK-NEXT:    Ident A @12:2
// CHECK-NEXT:    Ident B @12:5
// CHECK-NEXT:    Ident iota @12:9
// CHECK-NEXT:    BasicLit Int 1 @12:15
// CHECK-NEXT:  ConstDecl group iota=1 names=2 @13:2
// CHECK-NEXT:    Ident C @13:2
// CHECK-NEXT:    Ident D @13:5
// CHECK-NEXT:  ConstDecl group iota=2 names=1 type @14:2
// CHECK-NEXT:    Ident E @14:2
// CHECK-NEXT:    Ident int @14:4
// CHECK-NEXT:    BasicLit Int 2 @14:10
// CHECK-NEXT:  VarDecl names=2 type @17:5
// CHECK-NEXT:    Ident x @17:5
// CHECK-NEXT:    Ident y @17:8
// CHECK-NEXT:    Ident int @17:10
// CHECK-NEXT:  VarDecl names=1 @18:5
// CHECK-NEXT:    Ident z @18:5
// CHECK-NEXT:    BasicLit Int 1 @18:9
// CHECK-NEXT:  TypeDecl group params=0 @22:2
// CHECK-NEXT:    Ident T @22:2
// CHECK-NEXT:    Ident int @22:4
// CHECK-NEXT:  TypeDecl group params=0 = @23:2
// CHECK-NEXT:    Ident U @23:2
// CHECK-NEXT:    Ident T @23:6
// CHECK-NEXT:  FuncDecl params=0 linkname='runtime.bodyless' @27:1
// CHECK-NEXT:    Ident bodyless @27:6
// CHECK-NEXT:    FuncTypeExpr params=0 results=0 @27:6
