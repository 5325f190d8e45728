#!/usr/bin/env python3
"""Cuts Go programs out of a Markdown document, byte for byte.

usage: doc_programs.py FILE          lists the programs: number, first line, last line
       doc_programs.py FILE N        prints program N, counted from 1

A program is a fenced block marked `go` that holds a `package main` clause.
"""
import re
import sys

FENCE = re.compile(rb"^```go[^\n]*\n(.*?)^```[ \t]*$", re.MULTILINE | re.DOTALL)
PACKAGE_MAIN = re.compile(rb"^package main\b", re.MULTILINE)


def programs(text):
    """Returns (line number of the first line, program) for each program."""
    return [
        (text.count(b"\n", 0, match.start(1)) + 1, match.group(1))
        for match in FENCE.finditer(text)
        if PACKAGE_MAIN.search(match.group(1))
    ]


def main():
    if len(sys.argv) not in (2, 3):
        raise SystemExit(__doc__)
    with open(sys.argv[1], "rb") as file:
        found = programs(file.read())
    if len(sys.argv) == 2:
        for number, (line, program) in enumerate(found, 1):
            print(number, line, line + program.count(b"\n") - 1)
        return
    number = int(sys.argv[2])
    if not 1 <= number <= len(found):
        raise SystemExit(f"{sys.argv[1]} has {len(found)} programs, not {number}")
    sys.stdout.buffer.write(found[number - 1][1])


if __name__ == "__main__":
    main()
