// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Package os: other processes, how they end, and what they inherit.
package main

import (
	"fmt"
	"os"
	"syscall"
)

func shell(command string, files ...*os.File) *os.Process {
	process, err := os.StartProcess("/bin/sh", []string{"sh", "-c", command},
		&os.ProcAttr{Env: []string{"WORD=hello"}, Files: files})
	if err != nil {
		fmt.Println(err)
	}
	return process
}

func end(process *os.Process) {
	state, err := process.Wait()
	fmt.Println(state, err, state.ExitCode(), state.Exited(), state.Success(), state.Pid() == process.Pid)
	status := state.Sys().(syscall.WaitStatus)
	fmt.Println(status.Signaled(), status.Signal(), state.UserTime() >= 0)
}

func readAll(f *os.File) (text string, err error) {
	b := make([]byte, 512)
	for {
		n, err := f.Read(b)
		text += string(b[:n])
		if err != nil {
			return text, nil
		}
	}
}

func main() {
	_, err := os.StartProcess("no", nil, &os.ProcAttr{})
	fmt.Println(err, os.IsNotExist(err))
	_, err = os.StartProcess("/bin/true", []string{"true"}, &os.ProcAttr{Dir: "/no"})
	fmt.Println(err)

	process := shell("exit 3")
	end(process)
	_, err = process.Wait()
	fmt.Println(err)
	fmt.Println(process.Kill(), process.Signal(os.Interrupt), process.Release())

	process = shell("sleep 100")
	fmt.Println(process.Kill())
	end(process)

	// Descriptors 0, 1 and 2 of the program are the ends of pipes, in another order than here.
	in, toChild, _ := os.Pipe()
	fromChild, out, _ := os.Pipe()
	process = shell("read line; echo $WORD, $line; echo bad >&2", in, out, out)
	in.Close()
	out.Close()
	go func() {
		fmt.Fprintln(toChild, "world")
		toChild.Close()
	}()
	text, err := readAll(fromChild)
	fmt.Printf("%q %v\n", text, err)
	end(process)
	fmt.Println(syscall.SIGTERM, os.Interrupt, syscall.Signal(99), syscall.ENOENT, syscall.Errno(999))
}

// CHECK:fork/exec no: no such file or directory true
// CHECK-NEXT:chdir /no: no such file or directory
// CHECK-NEXT:exit status 3 <nil> 3 true false true
// CHECK-NEXT:false signal -1 true
// CHECK-NEXT:wait: no child processes
// CHECK-NEXT:os: process already finished os: process already finished <nil>
// CHECK-NEXT:<nil>
// CHECK-NEXT:signal: killed <nil> -1 false false true
// CHECK-NEXT:true killed true
// CHECK-NEXT:"hello, world\nbad\n" <nil>
// CHECK-NEXT:exit status 0 <nil> 0 true true true
// CHECK-NEXT:false signal -1 true
// CHECK-NEXT:terminated interrupt signal 99 no such file or directory errno 999
