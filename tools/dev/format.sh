#!/bin/sh
# Formats the C++ of the tree with the pinned clang-format; --check only says what differs.
set -eu
cd "$(dirname "$0")/../.."
for name in clang-format-19 clang-format; do
  command -v "$name" >/dev/null && break
done
"$name" --version | grep -q 'version 19\.' ||
  { echo "format.sh: needs clang-format 19 (apt-get install clang-format-19)" >&2; exit 1; }
flags=-i
[ "${1:-}" = --check ] && flags="--dry-run --Werror"
# test/ holds inputs and golden outputs; only C++ tests of our own are formatted.
git ls-files -z -- 'frontend/*.cpp' 'frontend/*.h' 'grammar/*.cpp' 'grammar/*.h' 'codegen/*.cpp' \
  'codegen/*.h' 'runtime/*.cpp' 'runtime/*.h' 'tools/*.cpp' 'tools/*.h' 'test/*_test.cpp' |
  xargs -0 -r "$name" --style=file $flags
