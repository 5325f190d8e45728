#!/bin/sh
# on_small_disk.sh SIZE DIR command…: runs the command with a file system of that size at DIR, which
# nobody else sees and which goes away with it. Needs root or user namespaces.
size=$1 dir=$2
shift 2
flags=-m
[ "$(id -u)" = 0 ] || flags=-rm
exec unshare $flags sh -c 'mount -t tmpfs -o size="$0" none "$1" && shift && exec "$@"' "$size" "$dir" "$@"
