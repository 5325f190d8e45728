#!/bin/sh
# exit_status.sh N command…: succeeds when the command ends with status N.
want=$1
shift
"$@"
got=$?
[ "$got" -eq "$want" ] && exit 0
echo "exit status $got, expected $want: $*" >&2
exit 1
