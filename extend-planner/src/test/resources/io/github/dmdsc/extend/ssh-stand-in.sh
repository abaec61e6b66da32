#!/bin/bash
# ssh to a host that is a directory. Writes down each host that is called, and does once what the file fault in $WORLD
# says: its first line is what goes wrong, its second a text of the words that it goes wrong with.
while [[ $1 == -* ]]; do
  case $1 in
    --) shift && break ;;
    *) shift 2 ;;
  esac
done
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
enter() ( . "${BASH_SOURCE[0]%/*}/enter-host" "$directory" "$1" )
case $fault in
  # A connection that breaks while something is on its way; the shell there notices nothing.
  cut | half)
    head -c 100 | enter "$2"
    [[ $fault == half ]] || exit 255
    ;;
  # The words run; their answer is lost.
  lost)
    enter "$2" >/dev/null
    exit 255
    ;;
  hang) exec sleep 600 ;;
  flood) exec yes ;;
  # A host that says that everything is well.
  lie) echo done ;;
  # Of the answer only the first half arrives.
  less) enter "$2" | head -c 1000 ;;
  # A login script that prints.
  chatty)
    printf 'Welcome\nto this host'
    enter "$2"
    ;;
  *) enter "$2" ;;
esac
