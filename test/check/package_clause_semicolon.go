// RUN: %exit 1 %minigo check -e %s 2>&1 | FileCheck %s

// The package clause ends its line.
package p func f() {}

// CHECK: package_clause_semicolon.go:4:11: syntax error: unexpected keyword func, expected semicolon or newline
