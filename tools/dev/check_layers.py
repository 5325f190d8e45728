#!/usr/bin/env python3
"""Checks the direction of includes: grammar -> frontend -> codegen -> tools; runtime stands alone.

An include written from the root names its layer, so a line is enough to judge it. The runtime's
public headers are "minigo/…", and only the runtime itself and its tests include them: the other
layers write that name into generated text, never into their own.
"""
import os
import re
import subprocess
import sys

MAY_INCLUDE = {
    "grammar": {"grammar"},
    "frontend": {"grammar", "frontend"},
    "codegen": {"frontend", "codegen"},
    "tools": {"frontend", "codegen", "tools"},
    "runtime": {"runtime", "minigo"},
    "test": {"grammar", "frontend", "codegen", "runtime", "minigo", "tools", "test"},
}
LAYERS = set(MAY_INCLUDE) | {"minigo"}
# The only part of the front end that may see ANTLR's parse tree.
PARSE_TREE_USERS = "frontend/parse/"
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"')
SOURCE = (".cpp", ".h", ".S", ".def", ".inc")


def tracked_files():
    output = subprocess.run(["git", "ls-files", "-z"], capture_output=True, text=True, check=True)
    return [name for name in output.stdout.split("\0") if name.endswith(SOURCE)]


def problem(file, included):
    """Returns what is wrong with file including `included`, or None."""
    layer, target = file.split("/")[0], included.split("/")[0]
    if layer not in MAY_INCLUDE:
        return None
    if target not in LAYERS:
        # Third-party headers and generated ones are not found beside the file.
        beside = os.path.join(os.path.dirname(file), included)
        return f"write it from the root: {included}" if os.path.exists(beside) else None
    if target not in MAY_INCLUDE[layer]:
        return f"{layer} must not include {included}"
    if layer == "frontend" and target == "grammar" and not file.startswith(PARSE_TREE_USERS):
        return f"only {PARSE_TREE_USERS} may include {included}"
    return None


def main():
    os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
    errors = 0
    for file in tracked_files():
        with open(file, encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                match = INCLUDE.match(line)
                wrong = match and problem(file, match.group(1))
                if wrong:
                    print(f"{file}:{number}: {wrong}")
                    errors += 1
    sys.exit(1 if errors else 0)


if __name__ == "__main__":
    main()
