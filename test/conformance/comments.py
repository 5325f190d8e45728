"""Expected errors in the comments of Go's own tests, compared with what minigo reports.

GOROOT/test names lines: `x = 1 // ERROR "undefined"`, several expressions for several errors; GC_ERROR is the
same. src/internal/types/testdata names the token before the comment: `x /* ERROR "undefined" */`.
"""
import json
import os
import re
from collections import defaultdict


def compare_lines(paths, errors):
    """"" if every expected error is matched in its line and no other was reported; else what differs first."""
    got = defaultdict(list)
    for e in errors:
        # gc is given the bare name of the file in these tests, so it says "x.go", not "./x.go".
        message = re.sub(r"(?<![\w./])\./(?=[\w-]+\.go:)", "", e["message"])
        got[os.path.basename(e.get("file", "")), e.get("line", 0)].append(message)
    for path in paths:
        name = os.path.basename(path)
        for number, pattern in line_patterns(path):
            here = got.get((name, number), [])
            rest = [m for m in here if not re.search(pattern, m)]
            if not here:
                return f"{name}:{number}: missing: {pattern}"
            if len(rest) == len(here):
                return f"{name}:{number}: {here[0].splitlines()[0]} (expected: {pattern})"
            got[name, number] = rest
    for (name, number), messages in sorted(got.items()):
        if messages:
            return f"{name}:{number}: not expected: {messages[0].splitlines()[0]}"
    return ""


def line_patterns(path):
    with open(path, encoding="utf-8", errors="replace") as f:
        lines = f.read().split("\n")
    name = os.path.basename(path)
    for number, line in enumerate(lines, 1):
        found = None if "////" in line else re.search(r"// (?:GC_)?ERROR(?:AUTO)? (.*)", line)
        for pattern in re.findall(r'"([^"]*)"', found.group(1)) if found else []:
            yield number, _with_lines(pattern, name, number)


def _with_lines(pattern, name, number):
    """LINE, LINE+1 … stand for positions; Go's spelling of classes becomes Python's."""
    def position(m):
        return f"{name}:{number + int((m.group(1) or '+0'))}"

    pattern = re.sub(r"LINE([+-]\d+)?", position, pattern)
    return pattern.replace("[[:space:]]", r"\s").replace("[[:digit:]]", r"\d")


TOKEN = re.compile(
    rb"""(?P<comment>//[^\n]*|/\*.*?\*/)|(?P<blank>\s+)|`[^`]*`|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|"""
    rb"""(?:\d|\.\d)(?:[eEpP][+-]|[\w.])*|[\w\x80-\xff]+|<<=|>>=|&\^=|\.\.\.|&&|\|\||<-|\+\+|--|[=!<>:+\-*/%&|^]=|<<|>>|&\^|.""",
    re.DOTALL,
)


def _token_patterns(path):
    """(line, column, expression, text as written) of every comment."""
    with open(path, "rb") as f:
        text = f.read()
    line, line_begin, last = 1, 0, None
    for m in TOKEN.finditer(text):
        if m.lastgroup == "comment":
            body = m.group()[2:-2] if m.group().startswith(b"/*") else m.group()[2:]
            expected = re.match(rb" (ERRORx?) (.*)", body.strip(b"\r"), re.DOTALL)
            if expected and last:
                yield (*last, _expression(*expected.groups()))
        elif m.lastgroup != "blank":
            last = (line, m.start() - line_begin + 1)
        newlines = m.group().count(b"\n")
        if newlines:
            line += newlines
            line_begin = m.start() + m.group().rindex(b"\n") + 1


def _expression(word, quoted):
    quoted = quoted.decode(errors="replace").strip()
    text = quoted[1:-1] if quoted.startswith("`") else json.loads(quoted, strict=False)
    return re.escape(text) if word == b"ERROR" else text


def compare_tokens(paths, errors):
    """The same for comments that name tokens. Columns only tell apart what matches in one line, as in Go's
    own runs of these tests."""
    expected = defaultdict(list)
    for path in paths:
        for line, column, pattern in _token_patterns(path):
            expected[os.path.basename(path), line].append((column, pattern))
    for e in errors:
        place = os.path.basename(e.get("file", "")), e.get("line", 0)
        matching = [w for w in expected[place] if re.search(w[1], e["message"])]
        if not matching:
            return f"{place[0]}:{place[1]}: not expected: {e['message'].splitlines()[0]}"
        expected[place].remove(min(matching, key=lambda w: abs(w[0] - e.get("column", 0))))
    for (name, line), rest in sorted(expected.items()):
        if rest:
            return f"{name}:{line}: missing: {rest[0][1]}"
    return ""


def replace_asserts(text):
    """Go's checker has a function assert(x) in its own tests. As a statement it becomes a map with the keys
    false and x, which has a duplicate key if x is a constant and false; its value is x."""
    out, at = [], 0
    for m in re.finditer(rb"\bassert\(", text):
        begin = text.rfind(b"\n", 0, m.start()) + 1
        if b"//" in text[begin:m.start()] or b"func " in text[begin:m.start()]:
            continue
        depth, end = 1, m.end()
        while depth and end < len(text):
            depth += {b"(": 1, b")": -1}.get(text[end:end + 1], 0)
            end += 1
        is_value = b"=" in text[begin:m.start()]
        inner = text[m.end():end - 1]
        out += [text[at:m.start()], b"(" + inner + b")" if is_value else b"_ = map[bool]int{false: 0, (" + inner + b"): 1}"]
        at = end
    return b"".join(out) + text[at:]
