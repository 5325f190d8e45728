// A `{` behind a name is a literal, but not between a statement's keyword and its block, save inside brackets.
// RUN: %minigo check --dump-ast %s | FileCheck --strict-whitespace --match-full-lines %s
package p

func f() {
	x := T{1, A: {2}, 3: p.T[int]{}}
	if x == y {
	}
	if x == (T{}) || []int{1}[0] == f(T{2}) {
	}
	for range [...]T{{}, {}} {
	}
	switch v := x.(type) {
	}
}

// CHECK:File p @3:1
// CHECK-NEXT:  FuncDecl params=0 body @5:1
// CHECK-NEXT:    Ident f @5:6
// CHECK-NEXT:    FuncTypeExpr params=0 results=0 @5:6
// CHECK-NEXT:    BlockStmt @5:10
// CHECK-NEXT:      AssignStmt := left=1 @6:4
// CHECK-NEXT:        Ident x @6:2
// CHECK-NEXT:        CompositeLit type @6:8
// CHECK-NEXT:          Ident T @6:7
// CHECK-NEXT:          BasicLit Int 1 @6:9
// CHECK-NEXT:          KeyValueExpr @6:13
// CHECK-NEXT:            Ident A @6:12
// CHECK-NEXT:            CompositeLit @6:15
// CHECK-NEXT:              BasicLit Int 2 @6:16
// CHECK-NEXT:          KeyValueExpr @6:21
// CHECK-NEXT:            BasicLit Int 3 @6:20
// CHECK-NEXT:            CompositeLit type @6:31
// CHECK-NEXT:              IndexExpr @6:26
// CHECK-NEXT:                SelectorExpr @6:24
// CHECK-NEXT:                  Ident p @6:23
// CHECK-NEXT:                  Ident T @6:25
// CHECK-NEXT:                Ident int @6:27
// CHECK-NEXT:      IfStmt @7:2
// CHECK-NEXT:        BinaryExpr == @7:7
// CHECK-NEXT:          Ident x @7:5
// CHECK-NEXT:          Ident y @7:10
// CHECK-NEXT:        BlockStmt @7:12
// CHECK-NEXT:      IfStmt @9:2
// CHECK-NEXT:        BinaryExpr || @9:16
// CHECK-NEXT:          BinaryExpr == @9:7
// CHECK-NEXT:            Ident x @9:5
// CHECK-NEXT:            ParenExpr @9:10
// CHECK-NEXT:              CompositeLit type @9:12
// CHECK-NEXT:                Ident T @9:11
// CHECK-NEXT:          BinaryExpr == @9:31
// CHECK-NEXT:            IndexExpr @9:27
// CHECK-NEXT:              CompositeLit type @9:24
// CHECK-NEXT:                SliceTypeExpr @9:19
// CHECK-NEXT:                  Ident int @9:21
// CHECK-NEXT:                BasicLit Int 1 @9:25
// CHECK-NEXT:              BasicLit Int 0 @9:28
// CHECK-NEXT:            CallExpr @9:35
// CHECK-NEXT:              Ident f @9:34
// CHECK-NEXT:              CompositeLit type @9:37
// CHECK-NEXT:                Ident T @9:36
// CHECK-NEXT:                BasicLit Int 2 @9:38
// CHECK-NEXT:        BlockStmt @9:42
// CHECK-NEXT:      RangeStmt left=0 @11:2
// CHECK-NEXT:        CompositeLit type @11:18
// CHECK-NEXT:          ArrayTypeExpr [...] @11:12
// CHECK-NEXT:            Ident T @11:17
// CHECK-NEXT:          CompositeLit @11:19
// CHECK-NEXT:          CompositeLit @11:23
// CHECK-NEXT:        BlockStmt @11:27
// CHECK-NEXT:      TypeSwitchStmt name @13:2
// CHECK-NEXT:        Ident v @13:9
// CHECK-NEXT:        Ident x @13:14
