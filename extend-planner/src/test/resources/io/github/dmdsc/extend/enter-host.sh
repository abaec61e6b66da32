#!/bin/bash
# Says words ($2) to the shell of a host that is a directory ($1): what the host has below / lies below it.
line=${2//\/home\/data/$1/home/data}
line=${line//\/opt\/dmdbms/$1/opt/dmdbms}
bash -c "$line" | LC_ALL=C sed "s#$1/#/#g"
exit "${PIPESTATUS[0]}"
