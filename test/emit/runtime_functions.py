"""Finds functions of the runtime's public headers that codegen/names/runtime_functions.def does not list."""
import glob
import os
import re
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
OTHER = re.compile(r"#|//|using |struct |class |template <[^>]*>$|static_assert|namespace|extern")
# A declaration begins in the first column; the name is what stands before the first parenthesis.
FUNCTION = re.compile(r"[A-Za-z\[](?:[^(=;{]|\[\[[^\]]*\]\])*?(?<![\w:~])([a-z]\w*)\(")
NO_NAMES = {"operator", "requires", "if", "for", "while", "decltype", "alignas"}


def main():
    listed = set(re.findall(r"RUNTIME_FUNCTION\((\w+)\)", open(f"{ROOT}/codegen/names/runtime_functions.def").read()))
    missing = set()
    for path in glob.glob(f"{ROOT}/runtime/include/minigo/*.h"):
        for line in open(path):
            found = None if OTHER.match(line) else FUNCTION.match(line)
            if found and found.group(1) not in NO_NAMES | listed:
                missing.add((os.path.basename(path), found.group(1)))
    for header, name in sorted(missing):
        print(f"codegen/names/runtime_functions.def lacks {name} of minigo/{header}")
    return 1 if missing else 0


sys.exit(main())
