// All statements.
// RUN: %minigo check --dump-ast %s | FileCheck --strict-whitespace --match-full-lines %s
package p

func f() {
L:
	for i := 0; i < 10; i++ {
		if x := f(); x > 1 {
			continue L
		} else if y {
			break
		} else {
			goto M
		}
	}
	for a.b, c[0] = range x {
	}
	for range 10 {
	}
	for ;; {
	}
	for x {
	}
	switch x := g(); y := x.(type) {
	case nil, []int, *T:
		fallthrough
	default:
	}
	switch {
	case a, b:
		f()
	}
	select {
	case v, ok := <-c:
	case c <- 1:
	case <-d:
	default:
	}
	a, b = b, a
	x <<= 2
	c <- x
	p.q++
	go func() {}()
	defer m.Unlock()
	var v, w int = 1, 2
	const k = iota
	{
		;
	}
	return a[1:2:3], b[:], s.(T).f, h(xs...)
M:
}

// CHECK:File p @3:1
// CHECK-NEXT:  FuncDecl params=0 body @5:1
// CHECK-NEXT:    Ident f @5:6
// CHECK-NEXT:    FuncTypeExpr params=0 results=0 @5:6
// CHECK-NEXT:    BlockStmt @5:10
// CHECK-NEXT:      LabeledStmt @6:1
// CHECK-NEXT:        Ident L @6:1
// CHECK-NEXT:        ForStmt init cond post @7:2
// CHECK-NEXT:          AssignStmt := left=1 @7:8
// CHECK-NEXT:            Ident i @7:6
// CHECK-NEXT:            BasicLit Int 0 @7:11
// CHECK-NEXT:          BinaryExpr < @7:16
// CHECK-NEXT:            Ident i @7:14
// CHECK-NEXT:            BasicLit Int 10 @7:18
// CHECK-NEXT:          AssignStmt ++ left=1 @7:23
// CHECK-NEXT:            Ident i @7:22
// CHECK-NEXT:          BlockStmt @7:26
// CHECK-NEXT:            IfStmt init else @8:3
// CHECK-NEXT:              AssignStmt := left=1 @8:8
// CHECK-NEXT:                Ident x @8:6
// CHECK-NEXT:                CallExpr @8:12
// CHECK-NEXT:                  Ident f @8:11
// CHECK-NEXT:              BinaryExpr > @8:18
// CHECK-NEXT:                Ident x @8:16
// CHECK-NEXT:                BasicLit Int 1 @8:20
// CHECK-NEXT:              BlockStmt @8:22
// CHECK-NEXT:                BranchStmt continue @9:4
// CHECK-NEXT:                  Ident L @9:13
// CHECK-NEXT:              IfStmt else @10:10
// CHECK-NEXT:                Ident y @10:13
// CHECK-NEXT:                BlockStmt @10:15
// CHECK-NEXT:                  BranchStmt break @11:4
// CHECK-NEXT:                BlockStmt @12:10
// CHECK-NEXT:                  BranchStmt goto @13:4
// CHECK-NEXT:                    Ident M @13:9
// CHECK-NEXT:      RangeStmt left=2 @16:2
// CHECK-NEXT:        SelectorExpr @16:7
// CHECK-NEXT:          Ident a @16:6
// CHECK-NEXT:          Ident b @16:8
// CHECK-NEXT:        IndexExpr @16:12
// CHECK-NEXT:          Ident c @16:11
// CHECK-NEXT:          BasicLit Int 0 @16:13
// CHECK-NEXT:        Ident x @16:24
// CHECK-NEXT:        BlockStmt @16:26
// CHECK-NEXT:      RangeStmt left=0 @18:2
// CHECK-NEXT:        BasicLit Int 10 @18:12
// CHECK-NEXT:        BlockStmt @18:15
// CHECK-NEXT:      ForStmt @20:2
// CHECK-NEXT:        BlockStmt @20:9
// CHECK-NEXT:      ForStmt cond @22:2
// CHECK-NEXT:        Ident x @22:6
// CHECK-NEXT:        BlockStmt @22:8
// CHECK-NEXT:      TypeSwitchStmt init name @24:2
// CHECK-NEXT:        AssignStmt := left=1 @24:11
// CHECK-NEXT:          Ident x @24:9
// CHECK-NEXT:          CallExpr @24:15
// CHECK-NEXT:            Ident g @24:14
// CHECK-NEXT:        Ident y @24:19
// CHECK-NEXT:        Ident x @24:24
// CHECK-NEXT:        CaseClause values=3 @25:2
// CHECK-NEXT:          Ident nil @25:7
// CHECK-NEXT:          SliceTypeExpr @25:12
// CHECK-NEXT:            Ident int @25:14
// CHECK-NEXT:          UnaryExpr * @25:19
// CHECK-NEXT:            Ident T @25:20
// CHECK-NEXT:          BranchStmt fallthrough @26:3
// CHECK-NEXT:        CaseClause default values=0 @27:2
// CHECK-NEXT:      SwitchStmt @29:2
// CHECK-NEXT:        CaseClause values=2 @30:2
// CHECK-NEXT:          Ident a @30:7
// CHECK-NEXT:          Ident b @30:10
// CHECK-NEXT:          ExprStmt @31:4
// CHECK-NEXT:            CallExpr @31:4
// CHECK-NEXT:              Ident f @31:3
// CHECK-NEXT:      SelectStmt @33:2
// CHECK-NEXT:        CommClause @34:2
// CHECK-NEXT:          AssignStmt := left=2 @34:13
// CHECK-NEXT:            Ident v @34:7
// CHECK-NEXT:            Ident ok @34:10
// CHECK-NEXT:            UnaryExpr <- @34:16
// CHECK-NEXT:              Ident c @34:18
// CHECK-NEXT:        CommClause @35:2
// CHECK-NEXT:          SendStmt @35:9
// CHECK-NEXT:            Ident c @35:7
// CHECK-NEXT:            BasicLit Int 1 @35:12
// CHECK-NEXT:        CommClause @36:2
// CHECK-NEXT:          ExprStmt @36:7
// CHECK-NEXT:            UnaryExpr <- @36:7
// CHECK-NEXT:              Ident d @36:9
// CHECK-NEXT:        CommClause default @37:2
// CHECK-NEXT:      AssignStmt = left=2 @39:7
// CHECK-NEXT:        Ident a @39:2
// CHECK-NEXT:        Ident b @39:5
// CHECK-NEXT:        Ident b @39:9
// CHECK-NEXT:        Ident a @39:12
// CHECK-NEXT:      AssignStmt <<= left=1 @40:4
// CHECK-NEXT:        Ident x @40:2
// CHECK-NEXT:        BasicLit Int 2 @40:8
// CHECK-NEXT:      SendStmt @41:4
// CHECK-NEXT:        Ident c @41:2
// CHECK-NEXT:        Ident x @41:7
// CHECK-NEXT:      AssignStmt ++ left=1 @42:5
// CHECK-NEXT:        SelectorExpr @42:3
// CHECK-NEXT:          Ident p @42:2
// CHECK-NEXT:          Ident q @42:4
// CHECK-NEXT:      GoStmt @43:2
// CHECK-NEXT:        CallExpr @43:14
// CHECK-NEXT:          FuncLit @43:5
// CHECK-NEXT:            FuncTypeExpr params=0 results=0 @43:9
// CHECK-NEXT:            BlockStmt @43:12
// CHECK-NEXT:      DeferStmt @44:2
// CHECK-NEXT:        CallExpr @44:16
// CHECK-NEXT:          SelectorExpr @44:9
// CHECK-NEXT:            Ident m @44:8
// CHECK-NEXT:            Ident Unlock @44:10
// CHECK-NEXT:      DeclStmt @45:2
// CHECK-NEXT:        VarDecl names=2 type @45:6
// CHECK-NEXT:          Ident v @45:6
// CHECK-NEXT:          Ident w @45:9
// CHECK-NEXT:          Ident int @45:11
// CHECK-NEXT:          BasicLit Int 1 @45:17
// CHECK-NEXT:          BasicLit Int 2 @45:20
// CHECK-NEXT:      DeclStmt @46:2
// CHECK-NEXT:        ConstDecl iota=0 names=1 @46:8
// CHECK-NEXT:          Ident k @46:8
// CHECK-NEXT:          Ident iota @46:12
// CHECK-NEXT:      BlockStmt @47:2
// CHECK-NEXT:        EmptyStmt @48:3
// CHECK-NEXT:      ReturnStmt @50:2
// CHECK-NEXT:        SliceExpr low high max @50:10
// CHECK-NEXT:          Ident a @50:9
// CHECK-NEXT:          BasicLit Int 1 @50:11
// CHECK-NEXT:          BasicLit Int 2 @50:13
// CHECK-NEXT:          BasicLit Int 3 @50:15
// CHECK-NEXT:        SliceExpr @50:20
// CHECK-NEXT:          Ident b @50:19
// CHECK-NEXT:        SelectorExpr @50:30
// CHECK-NEXT:          TypeAssertExpr @50:26
// CHECK-NEXT:            Ident s @50:25
// CHECK-NEXT:            Ident T @50:28
// CHECK-NEXT:          Ident f @50:31
// CHECK-NEXT:        CallExpr ... @50:35
// CHECK-NEXT:          Ident h @50:34
// CHECK-NEXT:          Ident xs @50:36
// CHECK-NEXT:      LabeledStmt @51:1
// CHECK-NEXT:        Ident M @51:1
// CHECK-NEXT:        EmptyStmt @52:1
