#!/usr/bin/env python3
"""Writes runtime/strconv/powers_of_ten.inc: 10^k as 128-bit numbers.

Each row holds floor(10^k * 2^(127 - floor(log2(10^k)))), high word first, for k from -342 to 324:
the range that printing (Schubfach, -292 to 324) and parsing (Eisel-Lemire, -342 to 308) of
float64 need. Run it from the root of the tree.
"""

FIRST, LAST = -342, 324


def row(k):
    if k >= 0:
        n = 10**k
        shift = 127 - (n.bit_length() - 1)
        value = n << shift if shift >= 0 else n >> -shift
    else:
        d = 10**-k
        shift = 127 + d.bit_length()  # 2^-bit_length < 1/d
        value = (1 << shift) // d
        if value >> 128:
            value >>= 1
    assert 1 << 127 <= value < 1 << 128
    return f"{{0x{value >> 64:016x}, 0x{value & (1 << 64) - 1:016x}}}, // {k}\n"


with open("runtime/strconv/powers_of_ten.inc", "w") as out:
    out.write("// Written by tools/dev/make_powers_of_ten.py.\n")
    for k in range(FIRST, LAST + 1):
        out.write(row(k))
