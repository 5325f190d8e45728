#!/usr/bin/env python3
"""Time of `build` after an edit, minigo beside go: median of ten.

usage: build_time.py [FILE.go]        the first program of test/doc/goroutines.md unless given

Every round changes a string in the program, so that nothing can come from a cache of results, and
lets both compilers build the same text.
"""
import os
import subprocess
import sys
import tempfile

from beside_go import ROOT, compilers, median_seconds

ROUNDS = 10


def program_text():
    if len(sys.argv) > 1:
        with open(sys.argv[1], "rb") as file:
            return file.read()
    tool = os.path.join(ROOT, "tools", "dev", "doc_programs.py")
    document = os.path.join(ROOT, "test", "doc", "goroutines.md")
    return subprocess.run(
        [sys.executable, tool, document, "1"], check=True, capture_output=True
    ).stdout


def main():
    text = program_text()
    if text.count(b'"done"') == 0:
        sys.exit('build_time.py: the program has no "done" to change')
    medians = {}
    with tempfile.TemporaryDirectory() as directory:
        source = os.path.join(directory, "main.go")

        def edit(number):
            with open(source, "wb") as file:
                file.write(text.replace(b'"done"', b'"done %d %d"' % (os.getpid(), number)))

        for name, command in compilers():
            build = command + [os.path.join(directory, name), source]
            edit(-1)
            subprocess.run(build, check=True)  # the standard library and the page cache are warm
            medians[name] = median_seconds(build, ROUNDS, edit, directory)
            print(f"{name:8} {medians[name] * 1000:7.1f} ms  (median of {ROUNDS} builds after an edit)")
    if "go" in medians:
        print(f"ratio    {medians['minigo'] / medians['go']:7.2f}")


if __name__ == "__main__":
    main()
