"""Fails unless every entry about a package in the cache FRESH is in OWN as well, with the same content.

    same_packages.py fresh own"""
import pathlib
import sys

FRESH, OWN = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
entries = sorted(FRESH.glob("*/*.package"))
if not entries:
    sys.exit("no entries")
for entry in entries:
    other = OWN / entry.relative_to(FRESH)
    if not other.exists() or other.read_bytes() != entry.read_bytes():
        sys.exit(f"{other} is not as {entry}")
