#!/bin/bash
# The shell of a host ($1) that is a directory gets words ($2). What the host has below / lies below its directory: words
# are translated when they are said there, and outputs when they come back. Writes down each host that is called, and does
# once what the file fault in $WORLD says: its first line is what goes wrong, its second a text of the words that it goes
# wrong with. Behind a real connection ($3 is sshd) a connection that breaks is one whose sshd is killed.
read -r directory <"$HOSTS/names/$1"
printf '%s\n' "$1" >>"$WORLD/ssh-calls"
fault=
if [[ -e $WORLD/fault ]]; then
  { read -r kind && read -r words; } <"$WORLD/fault"
  if [[ $2 == *"$words"* ]]; then
    fault=$kind
    rm -f "$WORLD/fault"
  fi
fi
cd "$directory" || exit
export TMPDIR=$directory/tmp
line=${2//\/home\/data/$directory/home/data}
line=${line//\/opt\/dmdbms/$directory/opt/dmdbms}
sshd=${3-}
enter() {
  bash -c "$line" | LC_ALL=C sed "s#$directory/#/#g"
  return "${PIPESTATUS[0]}"
}
lose() {
  [[ $sshd != sshd ]] || kill -9 "$PPID"
  exit 255
}
case $fault in
  # A connection that breaks while something is on its way; the shell there notices nothing.
  cut | half)
    head -c 100 | enter
    [[ $fault == half ]] || lose
    ;;
  # The words run; their answer is lost.
  lost)
    enter >/dev/null
    lose
    ;;
  hang) exec sleep 60 ;;
  flood) exec yes "$(printf '%08000d' 0)" >&2 ;;
  # A host that says that everything is well.
  lie) echo done ;;
  # Of the answer only the first half arrives.
  less) enter | head -c 1000 ;;
  # A login script that prints.
  chatty)
    printf 'Welcome\nto this host'
    enter
    ;;
  *) enter ;;
esac
