// RUN: %minigo run %s 2>&1 | FileCheck --match-full-lines %s
// os/exec: output, input, status, pipes, a context that ends, programs that are not there.
package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strings"
	"time"
)

func main() {
	out, err := exec.Command("echo", "a", "b").Output()
	fmt.Printf("%q %v\n", out, err)
	upper := exec.Command("tr", "a-z", "A-Z")
	upper.Stdin = strings.NewReader("upper")
	out, err = upper.CombinedOutput()
	fmt.Printf("%q %v\n", out, err)
	err = exec.Command("sh", "-c", "echo wrong >&2; exit 3").Run()
	var exit *exec.ExitError
	fmt.Println(err, errors.As(err, &exit), exit.ExitCode())
	_, err = exec.LookPath("no-such-program")
	fmt.Println(err, errors.Is(err, exec.ErrNotFound))

	lines := exec.Command("sh", "-c", "for i in 1 2 3; do echo line $i; done")
	pipe, err := lines.StdoutPipe()
	fmt.Println(err, lines.Start())
	for scanner := bufio.NewScanner(pipe); scanner.Scan(); {
		fmt.Println(scanner.Text())
	}
	fmt.Println(lines.Wait())

	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	fmt.Println(exec.CommandContext(ctx, "sleep", "60").Run(), ctx.Err())
}

// CHECK:"a b\n" <nil>
// CHECK-NEXT:"UPPER" <nil>
// CHECK-NEXT:exit status 3 true 3
// CHECK-NEXT:exec: "no-such-program": executable file not found in $PATH true
// CHECK-NEXT:<nil> <nil>
// CHECK-NEXT:line 1
// CHECK-NEXT:line 2
// CHECK-NEXT:line 3
// CHECK-NEXT:<nil>
// CHECK-NEXT:signal: killed context deadline exceeded
