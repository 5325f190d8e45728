// RUN: %exit 1 %minigo build -o %t %s 2>&1 | FileCheck --match-full-lines --implicit-check-not={{.}} %s
// A function that only Go's own runtime has is missing where the user imports what needs it.
package main

import (
	"fmt"
	"testing/synctest"
	// CHECK: {{.*}}synctest.go:[[#@LINE-1]]:2: minigo: not supported yet: package testing/synctest
)

func main() { fmt.Println(synctest.Wait) }
