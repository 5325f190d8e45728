#!/usr/bin/env python3
"""The edit-build-run loop, minigo beside go: medians of ten, each row with fresh caches of both.

usage: edit_build_run.py [rounds]

A small program, and a module of 20 packages with 10,000 lines: 19 packages that each import the one
before, and a main package that imports them all.
"""
import os
import shutil
import subprocess
import sys
import tempfile
import time

from beside_go import compilers, median_seconds

ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 10
PACKAGES, FUNCTIONS = 19, 58

HELLO = 'package main\n\nimport "fmt"\n\nfunc main() { fmt.Println("hello 0") }\n'


def nonce(number):
    """A number that no build of this day has seen."""
    return time.time_ns() % 1_000_000_000_000 * 16 + number + 1


def package_text(number):
    lines = [f"package p{number}", ""]
    if number:
        lines += [f'import "example.com/m/p{number - 1}"', ""]
    lines += ["type Item struct {", "\tKey string", "\tCount int", "}", ""]
    for f in range(FUNCTIONS):
        before = f"p{number - 1}.F{f}(n)" if number else "n"
        lines += [f"func F{f}(n int) int {{", "\titems := []Item{}", f"\tfor i := range n%{f + 3} {{",
                  "\t\titems = append(items, Item{Key: \"k\", Count: i})", "\t}", "\ttotal := 0",
                  f"\tfor _, item := range items {{", "\t\ttotal += item.Count", "\t}", f"\treturn total + {before}", "}", ""]
    return "\n".join(lines[:-1]) + "\n"


def main_text():
    imports = "\n".join(f'\t"example.com/m/p{n}"' for n in range(PACKAGES))
    calls = "\n".join(f"\ttotal += p{n}.F0({n})" for n in range(PACKAGES))
    return f'package main\n\nimport (\n\t"fmt"\n{imports}\n)\n\nfunc main() {{\n\ttotal := 0\n{calls}\n\tfmt.Println("total 0", total)\n}}\n'


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def measure(title, directory, arguments, before, prepare, run=False):
    """One row. before(round) comes before each build; prepare() once."""
    row = {}
    for name, command in compilers():
        tool = command[0]
        words = [tool, "run"] if run else [tool, "build", "-o", os.path.join(directory, "program-" + name)]
        environment = {"GOCACHE": os.path.join(directory, "go-cache"), "MINIGO_CACHE": os.path.join(directory, "minigo-cache")}
        os.environ.update(environment)
        prepare()
        subprocess.run(words + arguments, cwd=directory, check=True, capture_output=True)
        row[name] = median_seconds(words + arguments, ROUNDS, before, directory)
    ratio = f"{row['minigo'] / row['go']:7.2f}" if "go" in row else ""
    print(f"{title:34}" + "".join(f"{row[name] * 1000:9.1f}" for name in row) + ratio, flush=True)


def main():
    print(f"{'ms, median of ' + str(ROUNDS):34}" + "".join(f"{name:>9}" for name, _ in compilers()) + "  ratio")
    with tempfile.TemporaryDirectory() as directory:
        path = lambda name: os.path.join(directory, name)

        def hello(number):
            write(path("hello.go"), HELLO.replace("hello 0", f"hello {nonce(number)}"))

        def nothing(_number=0):
            pass

        measure("hello, nothing to do", directory, ["hello.go"], nothing, lambda: hello(-1))
        measure("hello after an edit", directory, ["hello.go"], hello, lambda: hello(-1))
        measure("run hello, nothing to do", directory, ["hello.go"], nothing, lambda: hello(-1), run=True)
        measure("run hello after an edit", directory, ["hello.go"], hello, lambda: hello(-1), run=True)

        def module():
            write(path("go.mod"), "module example.com/m\n\ngo 1.26\n")
            write(path("main.go"), main_text())
            for number in range(PACKAGES):
                write(path(f"p{number}/p{number}.go"), package_text(number))

        def edit_package(package):
            return lambda number: write(path(f"p{package}/p{package}.go"),
                                        package_text(package).replace("total := 0", f"total := {nonce(number)} - {nonce(number)}", 1))

        os.remove(path("hello.go"))
        module()
        lines = sum(text.count("\n") for text in [main_text()] + [package_text(n) for n in range(PACKAGES)])
        print(f"module of {PACKAGES + 1} packages, {lines} lines")
        measure("  nothing to do", directory, ["."], nothing, module)
        measure("  after an edit of main", directory, ["."],
                lambda number: write(path("main.go"), main_text().replace("total 0", f"total {nonce(number)}")), module)
        measure("  after an edit of the last package", directory, ["."], edit_package(PACKAGES - 1), module)
        measure("  after an edit of the first", directory, ["."], edit_package(0), module)


if __name__ == "__main__":
    main()
