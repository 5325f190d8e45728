#!/bin/sh
# use_installed.sh PREFIX DIR DOCUMENT: a program that uses Go's library, a document, and C++ that CMake builds, with
# the minigo below PREFIX; works in DIR, which lies below what may be gone.
set -eu
minigo=$1/bin/minigo
MINIGO_CACHE=$2/cache
export MINIGO_CACHE
cd "$2"
cat >countdown.go <<'END'
package main

import (
	"container/list"
	"fmt"
)

func main() {
	numbers := list.New()
	for i := 1; i <= 3; i++ {
		numbers.PushFront(i)
	}
	for e := numbers.Front(); e != nil; e = e.Next() {
		fmt.Print(e.Value, " ")
	}
	fmt.Println()
}
END
"$minigo" run countdown.go
"$minigo" doctest "$3"
"$minigo" emit -o cpp countdown.go
cmake -S cpp -B cpp/build -DMINIGO_PREFIX="$1" >cmake.log
cmake --build cpp/build >>cmake.log
cpp/build/countdown
