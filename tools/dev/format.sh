#!/bin/sh
# Formats the C++ of the tree with the pinned clang-format; --check only says what differs.
set -eu
cd "$(dirname "$0")/../.."
for name in clang-format-19 clang-format; do
  command -v "$name" >/dev/null && break
done
"$name" --version | grep -q 'version 19\.' ||
  { echo "format.sh: needs clang-format 19 (apt-get install clang-format-19)" >&2; exit 1; }
# test/ holds inputs and golden outputs; only C++ tests of our own are formatted. Files that git does
# not know yet count as well.
list() {
  git ls-files -z --cached --others --exclude-standard -- 'frontend/*.cpp' 'frontend/*.h' \
    'grammar/*.cpp' 'grammar/*.h' 'codegen/*.cpp' 'codegen/*.h' 'runtime/*.cpp' 'runtime/*.h' \
    'tools/*.cpp' 'tools/*.h' 'test/*_test.cpp'
}
if [ "${1:-}" = --check ]; then
  list | xargs -0 -r "$name" --style=file --dry-run --Werror
else
  # What is well-formed is not written, so that it is not compiled again.
  list | xargs -0 -r "$name" -i --style=file
fi
