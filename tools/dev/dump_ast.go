// Prints the trees that Go's own go/parser makes, in the form of `minigo --dump-ast` without positions, so that the two
// can be compared file by file:
//
//	go build -o dump_ast tools/dev/dump_ast.go; ./dump_ast FILE... >a
//	minigo check --dump-ast FILE... | sed 's/ @[0-9:]*$//' >b
//	cmp a b
//
// test/parse/beside_go.py does that.
package main

import (
	"bufio"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"strings"
)

var out = bufio.NewWriter(os.Stdout)

func line(depth int, format string, args ...any) {
	for ; depth > 0; depth-- {
		out.WriteString("  ")
	}
	fmt.Fprintf(out, format, args...)
	out.WriteByte('\n')
}

// words joins the non-empty ones behind a space each.
func words(list ...string) string {
	s := ""
	for _, w := range list {
		if w != "" {
			s += " " + w
		}
	}
	return s
}

func when(cond bool, word string) string {
	if cond {
		return word
	}
	return ""
}

func main() {
	for _, path := range os.Args[1:] {
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		line(0, "File %s", file.Name.Name)
		for _, d := range file.Decls {
			decl(1, d)
		}
	}
	out.Flush()
}

func decl(n int, d ast.Decl) {
	switch d := d.(type) {
	case *ast.GenDecl:
		for i, s := range d.Specs {
			group := when(d.Lparen.IsValid(), "group")
			if v, ok := s.(*ast.ValueSpec); ok {
				kind, iota := "VarDecl", ""
				if d.Tok == token.CONST {
					kind, iota = "ConstDecl", fmt.Sprint("iota=", i)
				}
				line(n, "%s%s", kind, words(group, iota, fmt.Sprint("names=", len(v.Names)), when(v.Type != nil, "type")))
				values(n, v)
			} else {
				spec(n, s, group)
			}
		}
	case *ast.FuncDecl:
		line(n, "FuncDecl%s", words(when(d.Recv != nil, "receiver"), fmt.Sprint("params=", d.Type.TypeParams.NumFields()), when(d.Body != nil, "body")))
		if d.Recv != nil {
			fields(n+1, d.Recv)
		}
		expr(n+1, d.Name)
		fields(n+1, d.Type.TypeParams)
		signature(n+1, d.Type)
		if d.Body != nil {
			stmt(n+1, d.Body)
		}
	}
}

func spec(n int, s ast.Spec, group string) {
	switch s := s.(type) {
	case *ast.ImportSpec:
		line(n, "ImportDecl%s", words(group, when(s.Name != nil, "name")))
		if s.Name != nil {
			expr(n+1, s.Name)
		}
		expr(n+1, s.Path)
	case *ast.TypeSpec:
		line(n, "TypeDecl%s", words(group, fmt.Sprint("params=", s.TypeParams.NumFields()), when(s.Assign.IsValid(), "=")))
		expr(n+1, s.Name)
		fields(n+1, s.TypeParams)
		expr(n+1, s.Type)
	}
}

func values(n int, s *ast.ValueSpec) {
	for _, name := range s.Names {
		expr(n+1, name)
	}
	if s.Type != nil {
		expr(n+1, s.Type)
	}
	exprs(n+1, s.Values)
}

func fields(n int, list *ast.FieldList) {
	if list == nil {
		return
	}
	for _, f := range list.List {
		tag := when(f.Tag != nil, "tag")
		one := func(name *ast.Ident) {
			line(n, "Field%s", words(when(name != nil, "name"), tag))
			if name != nil {
				expr(n+1, name)
			}
			expr(n+1, f.Type)
			if f.Tag != nil {
				expr(n+1, f.Tag)
			}
		}
		for _, name := range f.Names {
			one(name)
		}
		if len(f.Names) == 0 {
			one(nil)
		}
	}
}

func signature(n int, t *ast.FuncType) {
	line(n, "FuncTypeExpr params=%d results=%d", t.Params.NumFields(), t.Results.NumFields())
	fields(n+1, t.Params)
	fields(n+1, t.Results)
}

func exprs(n int, list []ast.Expr) {
	for _, e := range list {
		expr(n, e)
	}
}

var literals = map[token.Token]string{token.INT: "Int", token.FLOAT: "Float", token.IMAG: "Imag", token.CHAR: "Rune", token.STRING: "String"}

func expr(n int, e ast.Expr) {
	switch e := e.(type) {
	case *ast.Ident:
		line(n, "Ident %s", e.Name)
	case *ast.BasicLit:
		line(n, "BasicLit %s %s", literals[e.Kind], strings.ReplaceAll(e.Value, "\n", `\n`))
	case *ast.CompositeLit:
		line(n, "CompositeLit%s", words(when(e.Type != nil, "type")))
		if e.Type != nil {
			expr(n+1, e.Type)
		}
		exprs(n+1, e.Elts)
	case *ast.KeyValueExpr:
		line(n, "KeyValueExpr")
		exprs(n+1, []ast.Expr{e.Key, e.Value})
	case *ast.FuncLit:
		line(n, "FuncLit")
		signature(n+1, e.Type)
		stmt(n+1, e.Body)
	case *ast.ParenExpr:
		line(n, "ParenExpr")
		expr(n+1, e.X)
	case *ast.SelectorExpr:
		line(n, "SelectorExpr")
		exprs(n+1, []ast.Expr{e.X, e.Sel})
	case *ast.IndexExpr:
		line(n, "IndexExpr")
		exprs(n+1, []ast.Expr{e.X, e.Index})
	case *ast.IndexListExpr:
		line(n, "IndexExpr")
		expr(n+1, e.X)
		exprs(n+1, e.Indices)
	case *ast.SliceExpr:
		line(n, "SliceExpr%s", words(when(e.Low != nil, "low"), when(e.High != nil, "high"), when(e.Max != nil, "max")))
		for _, x := range []ast.Expr{e.X, e.Low, e.High, e.Max} {
			if x != nil {
				expr(n+1, x)
			}
		}
	case *ast.TypeAssertExpr:
		line(n, "TypeAssertExpr%s", words(when(e.Type == nil, "(type)")))
		expr(n+1, e.X)
		if e.Type != nil {
			expr(n+1, e.Type)
		}
	case *ast.CallExpr:
		line(n, "CallExpr%s", words(when(e.Ellipsis.IsValid(), "...")))
		expr(n+1, e.Fun)
		exprs(n+1, e.Args)
	case *ast.StarExpr:
		line(n, "UnaryExpr *")
		expr(n+1, e.X)
	case *ast.UnaryExpr:
		line(n, "UnaryExpr %s", e.Op)
		expr(n+1, e.X)
	case *ast.BinaryExpr:
		line(n, "BinaryExpr %s", e.Op)
		exprs(n+1, []ast.Expr{e.X, e.Y})
	default:
		typeExpr(n, e)
	}
}

func typeExpr(n int, e ast.Expr) {
	switch e := e.(type) {
	case *ast.ArrayType:
		if e.Len == nil {
			line(n, "SliceTypeExpr")
		} else if _, dots := e.Len.(*ast.Ellipsis); dots {
			line(n, "ArrayTypeExpr [...]")
		} else {
			line(n, "ArrayTypeExpr")
			expr(n+1, e.Len)
		}
		expr(n+1, e.Elt)
	case *ast.StructType:
		line(n, "StructTypeExpr")
		fields(n+1, e.Fields)
	case *ast.InterfaceType:
		line(n, "InterfaceTypeExpr")
		fields(n+1, e.Methods)
	case *ast.FuncType:
		signature(n, e)
	case *ast.MapType:
		line(n, "MapTypeExpr")
		exprs(n+1, []ast.Expr{e.Key, e.Value})
	case *ast.ChanType:
		line(n, "ChanTypeExpr%s", words(when(e.Dir == ast.SEND, "chan<-"), when(e.Dir == ast.RECV, "<-chan")))
		expr(n+1, e.Value)
	case *ast.Ellipsis:
		line(n, "EllipsisExpr")
		expr(n+1, e.Elt)
	default:
		line(n, "?%T", e)
	}
}

func stmts(n int, list []ast.Stmt) {
	for _, s := range list {
		stmt(n, s)
	}
}

func optional(n int, s ast.Stmt) {
	if s != nil {
		stmt(n, s)
	}
}

func stmt(n int, s ast.Stmt) {
	switch s := s.(type) {
	case *ast.EmptyStmt:
		line(n, "EmptyStmt")
	case *ast.BlockStmt:
		line(n, "BlockStmt")
		stmts(n+1, s.List)
	case *ast.ExprStmt:
		line(n, "ExprStmt")
		expr(n+1, s.X)
	case *ast.SendStmt:
		line(n, "SendStmt")
		exprs(n+1, []ast.Expr{s.Chan, s.Value})
	case *ast.DeclStmt:
		line(n, "DeclStmt")
		decl(n+1, s.Decl)
	case *ast.AssignStmt:
		line(n, "AssignStmt %s left=%d", s.Tok, len(s.Lhs))
		exprs(n+1, s.Lhs)
		exprs(n+1, s.Rhs)
	case *ast.IncDecStmt:
		op := s.Tok.String()
		line(n, "AssignStmt %s left=1", op)
		expr(n+1, s.X)
	case *ast.GoStmt:
		line(n, "GoStmt")
		expr(n+1, s.Call)
	case *ast.DeferStmt:
		line(n, "DeferStmt")
		expr(n+1, s.Call)
	case *ast.ReturnStmt:
		line(n, "ReturnStmt")
		exprs(n+1, s.Results)
	case *ast.BranchStmt:
		line(n, "BranchStmt %s", s.Tok)
		if s.Label != nil {
			expr(n+1, s.Label)
		}
	case *ast.LabeledStmt:
		line(n, "LabeledStmt")
		expr(n+1, s.Label)
		stmt(n+1, s.Stmt)
	default:
		controlStmt(n, s)
	}
}

func controlStmt(n int, s ast.Stmt) {
	switch s := s.(type) {
	case *ast.IfStmt:
		line(n, "IfStmt%s", words(when(s.Init != nil, "init"), when(s.Else != nil, "else")))
		optional(n+1, s.Init)
		expr(n+1, s.Cond)
		stmt(n+1, s.Body)
		optional(n+1, s.Else)
	case *ast.ForStmt:
		line(n, "ForStmt%s", words(when(s.Init != nil, "init"), when(s.Cond != nil, "cond"), when(s.Post != nil, "post")))
		optional(n+1, s.Init)
		if s.Cond != nil {
			expr(n+1, s.Cond)
		}
		optional(n+1, s.Post)
		stmt(n+1, s.Body)
	case *ast.RangeStmt:
		var left []ast.Expr
		for _, e := range []ast.Expr{s.Key, s.Value} {
			if e != nil {
				left = append(left, e)
			}
		}
		line(n, "RangeStmt%s left=%d", words(when(s.Tok == token.DEFINE, ":=")), len(left))
		exprs(n+1, left)
		expr(n+1, s.X)
		stmt(n+1, s.Body)
	case *ast.SwitchStmt:
		line(n, "SwitchStmt%s", words(when(s.Init != nil, "init"), when(s.Tag != nil, "tag")))
		optional(n+1, s.Init)
		if s.Tag != nil {
			expr(n+1, s.Tag)
		}
		stmts(n+1, s.Body.List)
	case *ast.TypeSwitchStmt:
		assign, named := s.Assign.(*ast.AssignStmt)
		line(n, "TypeSwitchStmt%s", words(when(s.Init != nil, "init"), when(named, "name")))
		optional(n+1, s.Init)
		var guard ast.Expr
		if named {
			expr(n+1, assign.Lhs[0])
			guard = assign.Rhs[0]
		} else {
			guard = s.Assign.(*ast.ExprStmt).X
		}
		expr(n+1, guard.(*ast.TypeAssertExpr).X)
		stmts(n+1, s.Body.List)
	case *ast.SelectStmt:
		line(n, "SelectStmt")
		stmts(n+1, s.Body.List)
	case *ast.CaseClause:
		line(n, "CaseClause%s values=%d", words(when(s.List == nil, "default")), len(s.List))
		exprs(n+1, s.List)
		stmts(n+1, s.Body)
	case *ast.CommClause:
		line(n, "CommClause%s", words(when(s.Comm == nil, "default")))
		optional(n+1, s.Comm)
		stmts(n+1, s.Body)
	default:
		line(n, "?%T", s)
	}
}
