#!/bin/sh
# Compiles an empty file, as a compiler can, and rejects all others.
case "$*" in *" /dev/null") exec g++ "$@";; esac
echo "main.cpp:1:1: error: expected primary-expression before ';' token" >&2
exit 1
