#!/bin/sh
echo "main.cpp:9:3: internal compiler error: Segmentation fault" >&2
exit 4
