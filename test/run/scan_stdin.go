// RUN: %minigo build -o %t %s
// RUN: printf '3 4\nword 5 6\nlast\n7 \xe6\x97\xa5x\xff' | %t | FileCheck --strict-whitespace --match-full-lines %s
// Scan, Scanln and Scanf read from standard input no more than they use.
package main

import (
	"fmt"
	"os"
)

func main() {
	var a, b int
	var s string
	fmt.Println(fmt.Scan(&a, &b))
	fmt.Println(a, b)
	fmt.Println(fmt.Scanf("%s %d", &s, &a))
	fmt.Println(s, a)
	fmt.Println(fmt.Fscan(os.Stdin, &b))
	fmt.Println(b)
	fmt.Println(fmt.Scanln(&s))
	fmt.Println(s)
	var r, q, z rune
	fmt.Println(fmt.Scanf("%d %c%c%c", &a, &r, &q, &z))
	fmt.Printf("%d %q %q %q\n", a, r, q, z)
	fmt.Println(fmt.Scan(&s))
}

// CHECK:2 <nil>
// CHECK-NEXT:3 4
// CHECK-NEXT:2 <nil>
// CHECK-NEXT:word 5
// CHECK-NEXT:1 <nil>
// CHECK-NEXT:6
// CHECK-NEXT:1 <nil>
// CHECK-NEXT:last
// CHECK-NEXT:4 <nil>
// CHECK-NEXT:7 '日' 'x' '�'
// CHECK-NEXT:0 EOF
