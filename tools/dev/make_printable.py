#!/usr/bin/env python3
"""Writes runtime/strconv/printable.inc: which code points strconv.IsPrint accepts.

Those of the Unicode general categories L, M, N, P and S, and the space. The table is a sorted list
of the code points at which the answer changes; it starts with "not printable" at 0. The module
unicodedata2 of the Unicode version that Go's package unicode has (15.0.0) is preferred to Python's
own unicodedata. Run it from the root of the tree.
"""

try:
    import unicodedata2 as unicodedata
except ImportError:
    import unicodedata


def printable(c):
    return c == 0x20 or unicodedata.category(chr(c))[0] in "LMNPS"


changes = []
last = False
for c in range(0x110000):
    if printable(c) != last:
        changes.append(c)
        last = not last
if last:
    changes.append(0x110000)


def write(out, name, type_, values):
    out.write(f"constexpr {type_} {name}[] = {{\n")
    for i in range(0, len(values), 12):
        out.write("    " + " ".join(f"0x{v:x}," for v in values[i : i + 12]) + "\n")
    out.write("};\n")


low = [c for c in changes if c < 0x10000]
high = [c for c in changes if c >= 0x10000]
assert len(low) % 2 == 0, "a printable range crosses the end of the first plane"
spaces = [c for c in range(0x110000) if unicodedata.category(chr(c)) == "Zs" and c != 0x20]

with open("runtime/strconv/printable.inc", "w") as out:
    out.write(
        "// Written by tools/dev/make_printable.py from Unicode "
        f"{unicodedata.unidata_version}.\n"
    )
    write(out, "kChangesLow", "Uint16", low)
    write(out, "kChangesHigh", "Uint32", high)
    write(out, "kSpaces", "Uint16", spaces)
