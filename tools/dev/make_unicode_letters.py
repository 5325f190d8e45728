#!/usr/bin/env python3
"""Writes frontend/source/unicode_letters.inc: the ranges of letters (L*) and of decimal digits (Nd) from U+0080 on.

Go 1.26 goes by Unicode 15.0.0. Where Python's own tables are of another version:
    pip install --target DIR unicodedata2==15.0.0 && PYTHONPATH=DIR tools/dev/make_unicode_letters.py
"""
import pathlib
import sys

try:
    import unicodedata2 as unicodedata
except ImportError:
    import unicodedata

VERSION = "15.0.0"
TARGET = pathlib.Path(__file__).resolve().parents[2] / "frontend/source/unicode_letters.inc"


def ranges(belongs):
    first = None
    for code in range(0x80, 0x110001):
        inside = code <= 0x10FFFF and belongs(unicodedata.category(chr(code)))
        if inside and first is None:
            first = code
        elif not inside and first is not None:
            yield first, code - 1
            first = None


def main():
    if unicodedata.unidata_version != VERSION:
        sys.exit(f"these tables are of Unicode {unicodedata.unidata_version}, not {VERSION}; see above")
    lines = [f"// Made by tools/dev/make_unicode_letters.py from Unicode {VERSION}."]
    for name, belongs in ("kLetters", lambda c: c[0] == "L"), ("kDigits", lambda c: c == "Nd"):
        lines.append(f"constexpr RuneRange {name}[] = {{")
        lines += [f"    {{0x{a:X}, 0x{b:X}}}," for a, b in ranges(belongs)]
        lines.append("};")
    TARGET.write_text("\n".join(lines) + "\n")


main()
