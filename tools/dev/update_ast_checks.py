#!/usr/bin/env python3
"""Writes the CHECK lines of tests of the syntax tree anew, from what minigo prints now: read the diff.

usage: update_ast_checks.py MINIGO FILE.go...
"""
import subprocess
import sys


def main():
    minigo, *paths = sys.argv[1:]
    for path in paths:
        with open(path, encoding="utf-8") as file:
            source = [l for l in file.read().rstrip("\n").split("\n") if not l.startswith("// CHECK")]
        while not source[-1]:
            source.pop()
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(source) + "\n")
        run = subprocess.run([minigo, "check", "--dump-ast", path], capture_output=True, text=True)
        tree = run.stdout.rstrip("\n").split("\n")
        # A regular expression of FileCheck begins with {{, a variable with [[.
        quoted = [l.replace("[[", "{{\\[\\[}}").replace("{{", "{{[{][{]}}") if "{{" in l or "[[" in l else l for l in tree]
        checks = ["// CHECK:" + quoted[0]] + ["// CHECK-NEXT:" + l for l in quoted[1:]]
        with open(path, "a", encoding="utf-8") as file:
            file.write("\n" + "\n".join(checks) + "\n")


main()
