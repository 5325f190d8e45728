#!/usr/bin/env python3
"""Checks output whose lines may come in several orders.

usage: … | orders.py FILE.expected

The file holds the lines as they must come. What runs at the same time stands between a line "{{"
and a line "}}", its parts separated by lines "||": the parts may mix in any way, each keeps the
order of its own lines.

    first
    {{
    a 1
    a 2
    ||
    b 1
    }}
    last
"""
import functools
import sys


def parse(lines):
    """Returns the file as a list of lines and of tuples of such lists."""
    parts, stack = [[]], []
    for line in lines:
        if line == "{{":
            stack.append(parts)
            parts = [[]]
        elif line == "||":
            parts.append([])
        elif line == "}}":
            block, parts = tuple(parts), stack.pop()
            parts[-1].append(block)
        else:
            parts[-1].append(line)
    if stack or len(parts) != 1:
        raise SystemExit("orders.py: {{ and }} do not match")
    return freeze(parts[0])


def freeze(sequence):
    return tuple(
        item if isinstance(item, str) else ("parallel",) + tuple(freeze(part) for part in item)
        for item in sequence
    )


@functools.lru_cache(maxsize=None)
def steps(sequence):
    """All (line, rest) such that line may come first and rest is what remains expected."""
    if not sequence:
        return ()
    head, tail = sequence[0], sequence[1:]
    if isinstance(head, str):
        return ((head, tail),)
    parts = tuple(part for part in head[1:] if part)
    if not parts:
        return steps(tail)
    result = []
    for index, part in enumerate(parts):
        for line, rest in steps(part):
            left = parts[:index] + ((rest,) if rest else ()) + parts[index + 1 :]
            result.append((line, ((("parallel",) + left,) if left else ()) + tail))
    return tuple(result)


def mismatch(expected, lines):
    """Returns None if the lines are allowed, else what is wrong."""
    states = {expected}
    for number, line in enumerate(lines, 1):
        allowed = sorted({first for state in states for first, _ in steps(state)})
        states = {rest for state in states for first, rest in steps(state) if first == line}
        if not states:
            return f"line {number}: {line!r}, expected one of {allowed}"
    if not any(not steps(state) for state in states):
        allowed = sorted({first for state in states for first, _ in steps(state)})
        return f"output ends after line {len(lines)}, expected one of {allowed}"
    return None


def split(text):
    """Lines of an output; a missing newline at the end is part of the last line."""
    if not text:
        return []
    if not text.endswith("\n"):
        text += "\\ no newline at end\n"
    return text[:-1].split("\n")


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as file:
        expected = parse(split(file.read()))
    error = mismatch(expected, split(sys.stdin.read()))
    if error:
        raise SystemExit(f"{sys.argv[1]}: {error}")


if __name__ == "__main__":
    main()
