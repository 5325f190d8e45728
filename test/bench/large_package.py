#!/usr/bin/env python3
"""One package of 20,000 lines, minigo beside go: time, CPU and the memory of the largest process.

usage: large_package.py [rounds]

Built with empty caches (the packages of the library are there), and again after an edit of one
function in one of its files.
"""
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from beside_go import compilers

ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 3
FILES, GROUPS = 20, 25  # a group is 40 lines

# A type with methods, an interface, a map, a slice, a closure, a generic call: what packages are made of.
GROUP = """
// Account{n} keeps amounts by name.
type Account{n} struct {{
	name    string
	amounts map[string]int
	log     []entry{n}
}}

type entry{n} struct {{
	name  string
	value int
}}

func NewAccount{n}(name string) *Account{n} {{
	return &Account{n}{{name: name, amounts: map[string]int{{}}}}
}}

func (a *Account{n}) Add(name string, value int) error {{
	if value < {k} {{
		return fmt.Errorf("%s: %d is less than {k}", a.name, value)
	}}
	a.amounts[name] += value
	a.log = append(a.log, entry{n}{{name, value}})
	return nil
}}

func (a *Account{n}) Total() (total int) {{
	each := func(f func(entry{n})) {{
		for _, e := range a.log {{
			f(e)
		}}
	}}
	each(func(e entry{n}) {{ total += e.value }})
	switch {{
	case total > 100*{k}:
		total -= {k}
	case largest(len(a.log), len(a.amounts)) == 0:
		total = -1
	}}
	return total
}}
"""

MAIN = """package main

import "fmt"

type account interface {
	Add(name string, value int) error
	Total() int
}

func largest[T int | float64](a, b T) T {
	if a > b {
		return a
	}
	return b
}

func main() {
	sum := 0
	for _, a := range accounts {
		for i := range 20 {
			if err := a.Add(fmt.Sprint(i%3), i); err != nil {
				sum++
			}
		}
		sum += a.Total()
	}
	fmt.Println("sum", sum)
}

var accounts = []account{
"""


def file_text(number, extra=0):
    groups = range(number * GROUPS, (number + 1) * GROUPS)
    text = 'package main\n\nimport "fmt"\n' + "".join(GROUP.format(n=n, k=n % 7 + 1) for n in groups)
    return text.replace("total = -1", f"total = {extra} - {extra} - 1", 1)


def write(directory, name, text):
    with open(os.path.join(directory, name), "w", encoding="utf-8") as file:
        file.write(text)


def write_package(directory):
    texts = {f"file{n}.go": file_text(n) for n in range(FILES)}
    accounts = "".join(f'\tNewAccount{n}("{n}"),\n' for n in range(FILES * GROUPS))
    texts |= {"main.go": MAIN + accounts + "}\n", "go.mod": "module example.com/large\n\ngo 1.26\n"}
    for name, text in texts.items():
        write(directory, name, text)
    os.mkdir(os.path.join(directory, "hello"))
    write(directory, "hello/hello.go", 'package main\n\nimport "fmt"\n\nfunc main() { fmt.Println() }\n')
    return sum(text.count("\n") for text in texts.values())


def build(command, directory, environment):
    """Seconds, seconds of CPU, peak bytes of the largest process of a build that must succeed. In a process
    of its own, since the peak of children is that of all that have ended."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        begin = time.perf_counter()
        done = subprocess.run(command, cwd=directory, env={**os.environ, **environment})
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        os.write(write, repr((time.perf_counter() - begin, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)).encode())
        os._exit(done.returncode)
    os.close(write)
    with os.fdopen(read) as file:
        result = file.read()
    if os.waitpid(child, 0)[1]:
        sys.exit("large_package.py: the package was not built")
    return eval(result, {"__builtins__": {}})


def main():
    outputs = {}
    with tempfile.TemporaryDirectory() as directory:
        print(f"a package of {write_package(directory)} lines, medians of {ROUNDS}")
        print(f"{'':26}{'seconds':>9}{'CPU':>9}{'peak MB':>9}")
        for name, command in compilers():
            caches = [os.path.join(directory, cache) for cache in ("minigo-cache", "go-cache")]
            environment = {"MINIGO_CACHE": caches[0], "GOCACHE": caches[1]}
            program = os.path.join(directory, "program")
            rows = {"with an empty cache": [], "after an edit": []}
            for number in range(ROUNDS):
                for cache in caches:
                    shutil.rmtree(cache, ignore_errors=True)
                build(command + [program, "./hello"], directory, environment)  # go compiles its library now
                write(directory, "file7.go", file_text(7))
                rows["with an empty cache"].append(build(command + [program, "."], directory, environment))
                write(directory, "file7.go", file_text(7, extra=number + 1))
                rows["after an edit"].append(build(command + [program, "."], directory, environment))
            outputs[name] = subprocess.run([program], capture_output=True, check=True, text=True).stdout
            for title, builds in rows.items():
                seconds, cpu, peak = (statistics.median(column) for column in zip(*builds))
                print(f"{name:7}{title:19}{seconds:9.2f}{cpu:9.2f}{peak / 2**20:9.0f}", flush=True)
    if len(set(outputs.values())) > 1:
        sys.exit(f"large_package.py: the programs print {outputs}")


if __name__ == "__main__":
    main()
