// Flat lists of operators become trees by precedence, left before right.
// RUN: %minigo check --dump-ast %s | FileCheck --strict-whitespace --match-full-lines %s
package p

var a = 1 + 2*3 - 4<<5&6 == 7 && !b || -c ^ *d >= <-e

var f = (1 + 2) * 3

var g = <-chan int(nil)

var h = (<-chan<- chan int)(nil)

// CHECK:File p @3:1
// CHECK-NEXT:  VarDecl names=1 @5:5
// CHECK-NEXT:    Ident a @5:5
// CHECK-NEXT:    BinaryExpr || @5:37
// CHECK-NEXT:      BinaryExpr && @5:31
// CHECK-NEXT:        BinaryExpr == @5:26
// CHECK-NEXT:          BinaryExpr - @5:17
// CHECK-NEXT:            BinaryExpr + @5:11
// CHECK-NEXT:              BasicLit Int 1 @5:9
// CHECK-NEXT:              BinaryExpr * @5:14
// CHECK-NEXT:                BasicLit Int 2 @5:13
// CHECK-NEXT:                BasicLit Int 3 @5:15
// CHECK-NEXT:            BinaryExpr & @5:23
// CHECK-NEXT:              BinaryExpr << @5:20
// CHECK-NEXT:                BasicLit Int 4 @5:19
// CHECK-NEXT:                BasicLit Int 5 @5:22
// CHECK-NEXT:              BasicLit Int 6 @5:24
// CHECK-NEXT:          BasicLit Int 7 @5:29
// CHECK-NEXT:        UnaryExpr ! @5:34
// CHECK-NEXT:          Ident b @5:35
// CHECK-NEXT:      BinaryExpr >= @5:48
// CHECK-NEXT:        BinaryExpr ^ @5:43
// CHECK-NEXT:          UnaryExpr - @5:40
// CHECK-NEXT:            Ident c @5:41
// CHECK-NEXT:          UnaryExpr * @5:45
// CHECK-NEXT:            Ident d @5:46
// CHECK-NEXT:        UnaryExpr <- @5:51
// CHECK-NEXT:          Ident e @5:53
// CHECK-NEXT:  VarDecl names=1 @7:5
// CHECK-NEXT:    Ident f @7:5
// CHECK-NEXT:    BinaryExpr * @7:17
// CHECK-NEXT:      ParenExpr @7:9
// CHECK-NEXT:        BinaryExpr + @7:12
// CHECK-NEXT:          BasicLit Int 1 @7:10
// CHECK-NEXT:          BasicLit Int 2 @7:14
// CHECK-NEXT:      BasicLit Int 3 @7:19
// CHECK-NEXT:  VarDecl names=1 @9:5
// CHECK-NEXT:    Ident g @9:5
// CHECK-NEXT:    UnaryExpr <- @9:9
// CHECK-NEXT:      CallExpr @9:19
// CHECK-NEXT:        ChanTypeExpr @9:11
// CHECK-NEXT:          Ident int @9:16
// CHECK-NEXT:        Ident nil @9:20
// CHECK-NEXT:  VarDecl names=1 @11:5
// CHECK-NEXT:    Ident h @11:5
// CHECK-NEXT:    CallExpr @11:28
// CHECK-NEXT:      ParenExpr @11:9
// CHECK-NEXT:        ChanTypeExpr <-chan @11:10
// CHECK-NEXT:          ChanTypeExpr <-chan @11:19
// CHECK-NEXT:            Ident int @11:24
// CHECK-NEXT:      Ident nil @11:29
