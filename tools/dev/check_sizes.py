#!/usr/bin/env python3
"""Checks that files stay below 600 lines and functions below 60; tables (.def, .inc) are exempt.

Functions are found by the tree's formatting, which clang-format fixes: a body opens with a line
that ends in "{" after a parameter list, and closes with a "}" in the column where it began.
"""
import os
import re
import subprocess
import sys

MAX_FILE = 600
MAX_FUNCTION = 60
# A line that begins a definition: not a control statement, a type, a namespace or an initializer.
NOT_FUNCTION = re.compile(
    r"^\s*(if|else|for|while|switch|do|return|namespace|struct|class|enum|union|extern|case|"
    r"default|static_assert|#|//|\}|\{|public|private)\b|^\s*[#/}]|=\s*\{?$"
)


def tracked_files():
    output = subprocess.run(["git", "ls-files", "-z"], capture_output=True, text=True, check=True)
    return [
        name
        for name in output.stdout.split("\0")
        if name.endswith((".cpp", ".h", ".py", ".S", ".g4"))
    ]


def cpp_functions(lines):
    """Yields (first line number, length) of each function body at namespace or class level."""
    start, indent, head = None, 0, None
    for number, line in enumerate(lines, 1):
        text = line.rstrip()
        if start is not None:
            if text.startswith(" " * indent + "}") and len(text) - len(text.lstrip()) == indent:
                yield start, number - start + 1
                start = None
            continue
        depth = len(text) - len(text.lstrip())
        if "(" in text and depth <= 2 and not NOT_FUNCTION.match(text):
            head = (number, depth)
        if text.endswith("{") and head and not NOT_FUNCTION.match(text):
            start, indent = head[0], head[1]
            head = None
        elif text.endswith((";", "}")):
            head = None


def python_functions(lines):
    start, indent, last = None, 0, 0
    for number, line in enumerate(lines + ["end"], 1):
        text = line.rstrip()
        if not text:
            continue
        depth = len(text) - len(text.lstrip())
        if start is not None and depth <= indent and not text.lstrip().startswith(")"):
            yield start, last - start + 1
            start = None
        if start is None and text.lstrip().startswith("def "):
            start, indent = number, depth
        last = number


def main():
    os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
    errors = 0
    for file in tracked_files():
        with open(file, encoding="utf-8") as text:
            lines = text.read().split("\n")[:-1]
        if len(lines) >= MAX_FILE:
            print(f"{file}: {len(lines)} lines, below {MAX_FILE} allowed")
            errors += 1
        functions = python_functions if file.endswith(".py") else cpp_functions
        for start, length in functions(lines):
            if length >= MAX_FUNCTION:
                print(f"{file}:{start}: function of {length} lines, below {MAX_FUNCTION} allowed")
                errors += 1
    sys.exit(1 if errors else 0)


if __name__ == "__main__":
    main()
