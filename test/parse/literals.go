// Every form of literal is one token.
// RUN: %minigo check --dump-ast %s | FileCheck --strict-whitespace --match-full-lines %s
package p

const (
	a = 0_1 + 0x_Fp-2 + 0b1_0 + 0o17 + 1e+3 + .5 + 1. + 0x1.8p1 + 3i + 0x1p-2i
	b = 'a' + '\'' + '\n' + '\x41' + '\u00e9' + '世'
	c = "a\"b" + `raw
\n "text"` + "世界"
)

var héé, x1 = '\'', "//"

// CHECK:File p @3:1
// CHECK-NEXT:  ConstDecl group iota=0 names=1 @6:2
// CHECK-NEXT:    Ident a @6:2
// CHECK-NEXT:    BinaryExpr + @6:67
// CHECK-NEXT:      BinaryExpr + @6:62
// CHECK-NEXT:        BinaryExpr + @6:52
// CHECK-NEXT:          BinaryExpr + @6:47
// CHECK-NEXT:            BinaryExpr + @6:42
// CHECK-NEXT:              BinaryExpr + @6:35
// CHECK-NEXT:                BinaryExpr + @6:28
// CHECK-NEXT:                  BinaryExpr + @6:20
// CHECK-NEXT:                    BinaryExpr + @6:10
// CHECK-NEXT:                      BasicLit Int 0_1 @6:6
// CHECK-NEXT:                      BasicLit Float 0x_Fp-2 @6:12
// CHECK-NEXT:                    BasicLit Int 0b1_0 @6:22
// CHECK-NEXT:                  BasicLit Int 0o17 @6:30
// CHECK-NEXT:                BasicLit Float 1e+3 @6:37
// CHECK-NEXT:              BasicLit Float .5 @6:44
// CHECK-NEXT:            BasicLit Float 1. @6:49
// CHECK-NEXT:          BasicLit Float 0x1.8p1 @6:54
// CHECK-NEXT:        BasicLit Imag 3i @6:64
// CHECK-NEXT:      BasicLit Imag 0x1p-2i @6:69
// CHECK-NEXT:  ConstDecl group iota=1 names=1 @7:2
// CHECK-NEXT:    Ident b @7:2
// CHECK-NEXT:    BinaryExpr + @7:44
// CHECK-NEXT:      BinaryExpr + @7:33
// CHECK-NEXT:        BinaryExpr + @7:24
// CHECK-NEXT:          BinaryExpr + @7:17
// CHECK-NEXT:            BinaryExpr + @7:10
// CHECK-NEXT:              BasicLit Rune 'a' @7:6
// CHECK-NEXT:              BasicLit Rune '\'' @7:12
// CHECK-NEXT:            BasicLit Rune '\n' @7:19
// CHECK-NEXT:          BasicLit Rune '\x41' @7:26
// CHECK-NEXT:        BasicLit Rune '\u00e9' @7:35
// CHECK-NEXT:      BasicLit Rune '世' @7:46
// CHECK-NEXT:  ConstDecl group iota=2 names=1 @8:2
// CHECK-NEXT:    Ident c @8:2
// CHECK-NEXT:    BinaryExpr + @9:12
// CHECK-NEXT:      BinaryExpr + @8:13
// CHECK-NEXT:        BasicLit String "a\"b" @8:6
// CHECK-NEXT:        BasicLit String `raw\n\n "text"` @8:15
// CHECK-NEXT:      BasicLit String "世界" @9:14
// CHECK-NEXT:  VarDecl names=2 @12:5
// CHECK-NEXT:    Ident héé @12:5
// CHECK-NEXT:    Ident x1 @12:12
// CHECK-NEXT:    BasicLit Rune '\'' @12:17
// CHECK-NEXT:    BasicLit String "//" @12:23
