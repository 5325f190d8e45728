#!/bin/sh
# full_disk.sh MINIGO FILE DIR: builds to DIR/prog, where there is a program and no space.
printf '\177ELF, old program\n' > "$3/prog"
"$1" build -o "$3/prog" "$2"
echo "exit status $?"
grep -a -o 'old program' "$3/prog"
ls -A "$3"
