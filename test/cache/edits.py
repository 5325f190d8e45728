"""Edits, one after the other, everything that a build depends on; after each, the program must be that of the new state.

    edits.py minigo directory"""
import os
import shutil
import subprocess
import sys

MINIGO, ROOT = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
FILES = {
    "go.mod": "module example.com/m\n\ngo 1.26\n\nrequire example.com/dep v1.0.0\n\nreplace example.com/dep => ../dep\n",
    "main.go": """package main

import (
	"fmt"

	"example.com/dep"
	"example.com/m/mid"
)

func main() { fmt.Println("main1", mid.Text(), dep.Name, kind, mid.Len(mid.Pair{})) }
""",
    "kind.go": 'package main\n\nconst kind = "kind1"\n',
    "mid/mid.go": """package mid

import "example.com/m/leaf"

type Pair struct{ A, B int32 }

func Len(p Pair) int { return leaf.Size(p) }

func Text() string { return "mid1 " + leaf.Text }
""",
    "leaf/leaf.go": """package leaf

import "unsafe"

const Text = "leaf1"

func Size[T any](v T) int { return int(unsafe.Sizeof(v)) }
""",
    "../dep/go.mod": "module example.com/dep\n\ngo 1.26\n",
    "../dep/dep.go": 'package dep\n\nvar Name = "dep1"\n',
}


def write(name, text):
    path = os.path.join(ROOT, "m", name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def replace(name, old, new):
    path = os.path.join(ROOT, "m", name)
    with open(path, encoding="utf-8") as file:
        text = file.read()
    assert old in text
    times = os.stat(path)
    write(name, text.replace(old, new))
    # Neither size nor time may matter.
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def build(*flags, env=None):
    result = subprocess.run([MINIGO, "run", *flags, "."], cwd=os.path.join(ROOT, "m"), capture_output=True, text=True,
                            env={**os.environ, **(env or {})}, check=False)
    return (result.stdout + result.stderr).strip()


def expect(what, wanted, *flags, env=None):
    for attempt in ("first", "again"):
        got = build(*flags, env=env)
        if got != wanted:
            sys.exit(f"{what} ({attempt}): got {got!r}, want {wanted!r}")


def main():
    shutil.rmtree(ROOT, ignore_errors=True)
    for name, text in FILES.items():
        write(name, text)
    os.environ["MINIGO_CACHE"] = os.path.join(ROOT, "cache")
    expect("start", "main1 mid1 leaf1 dep1 kind1 8")
    replace("main.go", "main1", "main2")
    expect("main package", "main2 mid1 leaf1 dep1 kind1 8")
    replace("leaf/leaf.go", "leaf1", "leaf2")
    expect("constant of a package two imports away", "main2 mid1 leaf2 dep1 kind1 8")
    replace("mid/mid.go", "A, B int32", "A, B int64")
    expect("layout of a type", "main2 mid1 leaf2 dep1 kind1 16")
    replace("../dep/dep.go", "dep1", "dep2")
    expect("replaced module", "main2 mid1 leaf2 dep2 kind1 16")
    write("leaf/more.go", "package leaf\n\nfunc init() { println(\"init\") }\n")
    expect("new file", "main2 mid1 leaf2 dep2 kind1 16\ninit")
    os.remove(os.path.join(ROOT, "m", "leaf/more.go"))
    expect("file removed", "main2 mid1 leaf2 dep2 kind1 16")
    write("kind.go", "//go:build !x\n\n" + FILES["kind.go"])
    write("kind_x.go", '//go:build x\n\npackage main\n\nconst kind = "kind2"\n')
    expect("build constraint", "main2 mid1 leaf2 dep2 kind1 16")
    expect("-tags", "main2 mid1 leaf2 dep2 kind2 16", "-tags", "x")
    expect("without -tags", "main2 mid1 leaf2 dep2 kind1 16")
    replace("go.mod", "go 1.26", "go 1.17")
    got = build()
    assert "requires go1.18" in got, got
    replace("go.mod", "go 1.17", "go 1.26")
    expect("-O", "main2 mid1 leaf2 dep2 kind1 16", "-O0")
    vendored = "vendor/example.com/dep/dep.go"
    write(vendored, 'package dep\n\nvar Name = "dep3"\n')
    write("vendor/modules.txt", "# example.com/dep v1.0.0 => ../dep\n## explicit; go 1.26\nexample.com/dep\n# example.com/dep => ../dep\n")
    expect("vendor directory", "main2 mid1 leaf2 dep3 kind1 16")
    shutil.rmtree(os.path.join(ROOT, "m", "vendor"))
    expect("no vendor directory", "main2 mid1 leaf2 dep2 kind1 16")
    wrapper = os.path.join(ROOT, "cxx")
    for value in ("1", "2"):
        with open(wrapper, "w", encoding="utf-8") as file:
            file.write(f'#!/bin/sh\necho {value} > {ROOT}/compiled; exec g++ "$@"\n')
        os.chmod(wrapper, 0o755)
        expect("another compiler", "main2 mid1 leaf2 dep2 kind1 16", env={"CXX": wrapper})
        with open(f"{ROOT}/compiled", encoding="utf-8") as file:
            assert file.read().strip() == value, "compiler changed and nothing was compiled"
    write("main.go", FILES["main.go"])
    expect("back to an old text", "main1 mid1 leaf2 dep2 kind1 16")
    print("ok")


if __name__ == "__main__":
    main()
