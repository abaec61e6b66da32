#!/bin/bash
# ssh to a host that is a directory: what a host has below / lies below it.
name=$(printf '%s' "$1" | sha256sum)
directory=$HOSTS/${name:0:8}
line=${2//\/home\/data/$directory/home/data}
line=${line//\/opt\/dmdbms/$directory/opt/dmdbms}
# A connection that breaks while something is on its way.
if [[ -e $WORLD/cut && $line == *"cat >"* ]]; then
  rm -f "$WORLD/cut"
  head -c 100 | bash -c "$line"
  exit 255
fi
exec bash -c "$line"
