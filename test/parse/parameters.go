// A parameter list holds names with types, or types only.
// RUN: %minigo check --dump-ast %s | FileCheck --strict-whitespace --match-full-lines %s
package p

func (r *T) a(x, y int, z ...string) (int, error) { return 0, nil }

func b(int, p.T, []byte, T[int], func(a int) bool, ...any)

func c(a []int, b [2]int, c [n]T, d T[A, B], e chan<- (<-chan int))

// CHECK:File p @3:1
// CHECK-NEXT:  FuncDecl receiver params=0 body @5:1
// CHECK-NEXT:    Field name @5:7
// CHECK-NEXT:      Ident r @5:7
// CHECK-NEXT:      UnaryExpr * @5:9
// CHECK-NEXT:        Ident T @5:10
// CHECK-NEXT:    Ident a @5:13
// CHECK-NEXT:    FuncTypeExpr params=3 results=2 @5:13
// CHECK-NEXT:      Field name @5:15
// CHECK-NEXT:        Ident x @5:15
// CHECK-NEXT:        Ident int @5:20
// CHECK-NEXT:      Field name @5:18
// CHECK-NEXT:        Ident y @5:18
// CHECK-NEXT:        Ident int @5:20
// CHECK-NEXT:      Field name @5:25
// CHECK-NEXT:        Ident z @5:25
// CHECK-NEXT:        EllipsisExpr @5:27
// CHECK-NEXT:          Ident string @5:30
// CHECK-NEXT:      Field @5:39
// CHECK-NEXT:        Ident int @5:39
// CHECK-NEXT:      Field @5:44
// CHECK-NEXT:        Ident error @5:44
// CHECK-NEXT:    BlockStmt @5:51
// CHECK-NEXT:      ReturnStmt @5:53
// CHECK-NEXT:        BasicLit Int 0 @5:60
// CHECK-NEXT:        Ident nil @5:63
// CHECK-NEXT:  FuncDecl params=0 @7:1
// CHECK-NEXT:    Ident b @7:6
// CHECK-NEXT:    FuncTypeExpr params=6 results=0 @7:6
// CHECK-NEXT:      Field @7:8
// CHECK-NEXT:        Ident int @7:8
// CHECK-NEXT:      Field @7:13
// CHECK-NEXT:        SelectorExpr @7:14
// CHECK-NEXT:          Ident p @7:13
// CHECK-NEXT:          Ident T @7:15
// CHECK-NEXT:      Field @7:18
// CHECK-NEXT:        SliceTypeExpr @7:18
// CHECK-NEXT:          Ident byte @7:20
// CHECK-NEXT:      Field @7:26
// CHECK-NEXT:        IndexExpr @7:27
// CHECK-NEXT:          Ident T @7:26
// CHECK-NEXT:          Ident int @7:28
// CHECK-NEXT:      Field @7:38
// CHECK-NEXT:        FuncTypeExpr params=1 results=1 @7:38
// CHECK-NEXT:          Field name @7:39
// CHECK-NEXT:            Ident a @7:39
// CHECK-NEXT:            Ident int @7:41
// CHECK-NEXT:          Field @7:46
// CHECK-NEXT:            Ident bool @7:46
// CHECK-NEXT:      Field @7:52
// CHECK-NEXT:        EllipsisExpr @7:52
// CHECK-NEXT:          Ident any @7:55
// CHECK-NEXT:  FuncDecl params=0 @9:1
// CHECK-NEXT:    Ident c @9:6
// CHECK-NEXT:    FuncTypeExpr params=5 results=0 @9:6
// CHECK-NEXT:      Field name @9:8
// CHECK-NEXT:        Ident a @9:8
// CHECK-NEXT:        SliceTypeExpr @9:10
// CHECK-NEXT:          Ident int @9:12
// CHECK-NEXT:      Field name @9:17
// CHECK-NEXT:        Ident b @9:17
// CHECK-NEXT:        ArrayTypeExpr @9:19
// CHECK-NEXT:          BasicLit Int 2 @9:20
// CHECK-NEXT:          Ident int @9:22
// CHECK-NEXT:      Field name @9:27
// CHECK-NEXT:        Ident c @9:27
// CHECK-NEXT:        ArrayTypeExpr @9:29
// CHECK-NEXT:          Ident n @9:30
// CHECK-NEXT:          Ident T @9:32
// CHECK-NEXT:      Field name @9:35
// CHECK-NEXT:        Ident d @9:35
// CHECK-NEXT:        IndexExpr @9:38
// CHECK-NEXT:          Ident T @9:37
// CHECK-NEXT:          Ident A @9:39
// CHECK-NEXT:          Ident B @9:42
// CHECK-NEXT:      Field name @9:46
// CHECK-NEXT:        Ident e @9:46
// CHECK-NEXT:        ChanTypeExpr chan<- @9:48
// CHECK-NEXT:          ParenExpr @9:55
// CHECK-NEXT:            ChanTypeExpr <-chan @9:56
// CHECK-NEXT:              Ident int @9:63
