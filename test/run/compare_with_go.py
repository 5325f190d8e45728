#!/usr/bin/env python3
"""Runs the programs of this folder with minigo and with go and compares output and exit status.

    compare_with_go.py [--minigo build/bin/minigo] [-O 0 -O 2] [--cxx clang++-19] [name.go ...]
    compare_with_go.py --update [name.go ...]    rewrite the CHECK lines from what go prints

What go prints to standard error after a failure (traceback, exit status line) is not compared,
only its first line.
"""
import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
GO = shutil.which("go") or "/usr/local/go/bin/go"


def run(command, env=None):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120, env=env)
    return done.returncode, done.stdout.decode("utf-8", "surrogateescape")


def comparable(text):
    """The program's own output: without the traceback behind a panic or fatal error."""
    lines = text.split("\n")
    for i, line in enumerate(lines):
        if line.startswith(("panic: ", "fatal error: ")):
            return "\n".join(lines[: i + 1])
    return text


def go_output(source, folder):
    binary = os.path.join(folder, "program")
    status, text = run([GO, "build", "-o", binary, str(source)])
    if status:
        return status, text
    return run([binary])


def check_lines(text):
    lines = text.split("\n")
    if lines and lines[-1] == "":
        lines.pop()
    result = []
    for i, line in enumerate(lines):
        literal = "{LITERAL}" if "[[" in line or "{{" in line else ""
        if line == "":
            result.append("// CHECK-EMPTY:")
        else:
            word = "CHECK" if i == 0 else "CHECK-NEXT"
            result.append(f"// {word}{literal}:{line}")
    return result


def update(source, text):
    body = source.read_text().split("\n")
    body = [line for line in body if not re.match(r"// CHECK", line)]
    while body and body[-1] == "":
        body.pop()
    source.write_text("\n".join(body + [""] + check_lines(comparable(text))) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minigo", default="build/bin/minigo")
    parser.add_argument("-O", action="append", default=[], help="optimisation level; may be repeated")
    parser.add_argument("--cxx", help="C++ compiler that minigo uses")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("files", nargs="*", type=Path)
    args = parser.parse_args()
    if not os.path.exists(GO):
        print("compare_with_go.py: skipped, no go command")
        return 0
    env = dict(os.environ)
    if args.cxx:
        env["CXX"] = args.cxx
    failed = 0
    files = args.files or sorted(HERE.glob("*.go"))
    with tempfile.TemporaryDirectory() as folder:
        for source in files:
            want_status, want = go_output(source, folder)
            if args.update:
                update(source, want)
                continue
            for level in args.O or ["2"]:
                status, got = run([args.minigo, "run", "-O" + level, str(source)], env)
                if (status, comparable(got)) == (want_status, comparable(want)):
                    continue
                failed += 1
                print(f"=== {source.name} -O{level}: status {status}, go's {want_status}")
                Path(folder, "go").write_text(comparable(want), errors="surrogateescape")
                Path(folder, "minigo").write_text(comparable(got), errors="surrogateescape")
                print(run(["diff", os.path.join(folder, "go"), os.path.join(folder, "minigo")])[1][:2000])
    print(f"{len(files)} programs, {failed} differ")
    return failed != 0


if __name__ == "__main__":
    sys.exit(main())
