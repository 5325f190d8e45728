#!/bin/sh
# A compiler that takes its time.
sleep 0.4
exec g++ "$@"
