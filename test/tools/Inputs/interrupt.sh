#!/bin/sh
# interrupt.sh SIGNAL MINIGO DIR: builds DIR/hello.go with a compiler that takes for ever, sends
# the signal once the compiler runs, and ends with minigo's status.
rm -f "$3/started"
TMPDIR=$3/tmp STARTED=$3/started CXX=$(dirname "$0")/endless_compiler.sh
export TMPDIR STARTED CXX
# A background job of a plain shell ignores interrupts; minigo must see a terminal's defaults.
python3 -c 'import os, signal, sys
signal.signal(signal.SIGINT, signal.SIG_DFL)
signal.signal(signal.SIGQUIT, signal.SIG_DFL)
os.execv(sys.argv[1], sys.argv[1:])' "$2" build -o "$3/prog" "$3/hello.go" &
minigo=$!
while [ ! -e "$3/started" ]; do sleep 0.01; done
kill -"$1" $minigo
wait $minigo
