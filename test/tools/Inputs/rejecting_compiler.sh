#!/bin/sh
echo "main.cpp:1:1: error: expected primary-expression before ';' token" >&2
exit 1
