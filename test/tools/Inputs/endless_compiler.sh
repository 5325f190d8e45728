#!/bin/sh
: > "$STARTED"
exec sleep 60
