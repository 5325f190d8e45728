"""Counts which packages of Go's library programs can use: builds, for each, one that names everything the package exports.

    std_packages.py [--minigo build/bin/minigo] [--jobs N] [--reasons] [--quick] [package…]

Prints for each package `ok`, `partly` (it can be imported, but some of its names are missing) or `no`, with the first reason,
then the packages that stand in the way of most others. --reasons prints every error; --quick makes the C++ of the program only,
which shows what is refused and not whether the C++ of the packages compiles, links and starts.
Packages are those that `go list std` names for linux/amd64 without cgo, except internal ones.
"""
import argparse
import collections
import concurrent.futures
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile

import go_tests

HERE = os.path.dirname(os.path.abspath(__file__))
# Lines of GOROOT/api: "pkg os, func Open(string) (*File, error)", "pkg io, type Reader interface, Read(…)", "pkg os, var Args []string".
DECLARATION = re.compile(r"^pkg ([^ ,]+)(?: \(linux-amd64\))?, (func|var|const|type) (\w+)(\[?)(.*)$")


def exported(goroot):
    """{package: {name: (kind, generic)}} for linux/amd64."""
    names = collections.defaultdict(dict)
    for path in glob.glob(os.path.join(goroot, "api", "go1*.txt")):
        for line in open(path, encoding="utf-8"):
            found = DECLARATION.match(re.sub(r" #\d+$", "", line.rstrip("\n")))
            if found:
                package, kind, name, bracket, rest = found.groups()
                names[package][name] = (kind, bracket == "[", rest)
    return names


def program(package, names):
    lines = ["package main", f'import p "{package}"']
    used = False
    for name, (kind, generic, rest) in sorted(names.items()):
        if generic:
            continue
        if kind == "type" and rest.startswith(" interface"):
            lines.append(f"func _[T p.{name}]() {{}}")  # some can be nothing but constraints
        elif kind == "type":
            lines.append(f"var _ *p.{name}")
        elif kind == "const" and re.search(r"\d{10}|ideal", rest):
            lines.append(f"const _ = p.{name}")
        else:
            lines.append(f"const _ = p.{name}" if kind == "const" else f"var _ = p.{name}")
        used = True
    if not used:
        lines[1] = lines[1].replace(" p ", " _ ")
    return "\n".join(lines + ["func main() {}", ""])


def errors_of(result):
    """The lines of an error message that say something."""
    lines = [line for line in (result.stdout + result.stderr).split("\n") if line and not line.startswith("#")]
    undefined = [line for line in lines if "undefined reference" in line or "undefined symbol" in line]
    return undefined or lines


def reason_for(minigo, package, refusal):
    """Why a package that was refused at its import cannot be compiled: the errors in it, or the one that it imports."""
    with tempfile.TemporaryDirectory() as folder:
        result = subprocess.run([minigo, "build", "-o", os.path.join(folder, "out"), package], capture_output=True, text=True)
    return errors_of(result) or refusal


def try_package(minigo, package, names, quick):
    missing = []  # names that the package does not have; ten are reported at once
    with tempfile.TemporaryDirectory() as folder:
        source, out = os.path.join(folder, "main.go"), os.path.join(folder, "out")
        while True:
            with open(source, "w") as f:
                f.write(program(package, {n: what for n, what in names.items() if n not in missing}))
            command = [minigo, "emit", source] if quick else [minigo, "build", "-o", out, source]
            result = subprocess.run(command, capture_output=True, text=True, cwd=folder)
            found = re.findall(r"(?:undefined: p\.|not supported yet: [\w/]+\.)(\w+)$", result.stdout + result.stderr, re.M)
            if result.returncode == 0 or not found:
                break
            missing += found
        if result.returncode:
            errors = errors_of(result)
            if any("not supported yet: package " + package in e for e in errors):
                errors = reason_for(minigo, package, errors)
            return "no", errors
        if not quick:
            run = subprocess.run([out], capture_output=True, text=True, timeout=60)
            if run.returncode:
                return "no", ["starts badly: " + run.stderr.strip().split("\n")[0]]
    return ("partly", ["missing " + name for name in missing]) if missing else ("ok", [])


def blocker(package, errors):
    """The package at fault."""
    for error in errors:
        found = re.search(r"not supported yet: package (\S+)", error)
        if found:
            return found.group(1)
    return package


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--minigo", default=os.path.join(HERE, "..", "..", "build", "bin", "minigo"))
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--reasons", action="store_true")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("packages", nargs="*")
    args = parser.parse_args()
    go = shutil.which("go") or shutil.which("/usr/local/go/bin/go")
    if not go:
        print("skipped: no go command, so no library to count")
        return 0
    standard = [p for p in go_tests.list_packages(go, "std")[0] if not re.search(r"(^|/)(internal|vendor)(/|$)", p)]
    names = exported(go_tests.go_output(go, "env", "GOROOT").strip())
    packages = args.packages or standard
    minigo = os.path.abspath(args.minigo)
    blockers, counts = collections.Counter(), collections.Counter()
    with concurrent.futures.ThreadPoolExecutor(args.jobs) as pool:
        results = pool.map(lambda p: try_package(minigo, p, names[p], args.quick), packages)
        for package, (state, errors) in zip(packages, results):
            counts[state] += 1
            shown = errors if args.reasons else errors[:1]
            print(f"{state:6} {package}" + (f": {shown[0]}" if shown else "") +
                  (f" (and {len(errors) - 1} more)" if len(errors) > len(shown) else ""), flush=True)
            for error in shown[1:]:
                print(f"       {error}")
            if state == "no":
                blockers[blocker(package, errors)] += 1
    print(f"{len(packages)} packages: {counts['ok']} complete, {counts['partly']} partly, {counts['no']} not")
    for package, count in blockers.most_common(20):
        print(f"{count:4} stopped by {package}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
