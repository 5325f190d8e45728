#!/usr/bin/env python3
"""Twenty wrong programs: the messages of minigo and of go side by side.

usage: errors.py [-q] [FILE.go…]      test/bench/errors/*.go unless given; -q prints differences only

Exits with 1 if any program gets other messages or another exit status than from `go build`.
"""
import glob
import os
import subprocess
import sys

from beside_go import HERE, compilers


def messages(command, source):
    """Exit status and messages of a build that writes nothing."""
    result = subprocess.run(
        command + [os.devnull, os.path.basename(source)],
        cwd=os.path.dirname(source),
        capture_output=True,
        text=True,
        check=False,
    )
    return result.returncode, result.stdout + result.stderr


def indented(text):
    return "".join(f"    {line}\n" for line in text.splitlines())


def main():
    quiet = "-q" in sys.argv[1:]
    files = [word for word in sys.argv[1:] if word != "-q"]
    files = [os.path.abspath(f) for f in files] or sorted(glob.glob(os.path.join(HERE, "errors", "*.go")))
    same = 0
    for source in files:
        results = {name: messages(command, source) for name, command in compilers()}
        equal = len(set(results.values())) == 1
        same += equal
        if quiet and equal:
            continue
        print(f"{os.path.basename(source)}: {'same' if equal else 'DIFFERENT'}")
        for name, (status, text) in results.items():
            print(f"  {name}, exit status {status}:\n{indented(text)}", end="")
    print(f"{same} of {len(files)} the same")
    sys.exit(0 if same == len(files) else 1)


if __name__ == "__main__":
    main()
