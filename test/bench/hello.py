#!/usr/bin/env python3
"""A program that prints one line, minigo beside go: bytes of the stripped file, time from start to exit.

usage: hello.py [runs]
"""
import os
import subprocess
import sys
import tempfile

from beside_go import compilers, median_seconds

RUNS = int(sys.argv[1]) if len(sys.argv) > 1 else 200
HELLO = 'package main\n\nimport "fmt"\n\nfunc main() { fmt.Println("hello") }\n'


def main():
    rows = {}
    with tempfile.TemporaryDirectory() as directory:
        source = os.path.join(directory, "hello.go")
        with open(source, "w", encoding="utf-8") as file:
            file.write(HELLO)
        for name, command in compilers():
            program = os.path.join(directory, name)
            subprocess.run(command + [program, source], check=True)
            subprocess.run(["strip", program], check=True)
            rows[name] = os.path.getsize(program), median_seconds([program], RUNS)
            print(f"{name:8}{rows[name][0] / 1024:9.0f} KiB stripped{rows[name][1] * 1000:9.2f} ms from start to exit, median of {RUNS}")
    if "go" in rows:
        size, seconds = (rows["minigo"][column] / rows["go"][column] for column in (0, 1))
        print(f"ratio   {size:9.2f}             {seconds:9.2f}")


if __name__ == "__main__":
    main()
