#!/bin/bash
# Stands in for ssh: hands the words to the shell of the host.
while [[ $1 == -* ]]; do
  case $1 in
    --) shift && break ;;
    *) shift 2 ;;
  esac
done
. "${BASH_SOURCE[0]%/*}/host-shell" "$1" "$2"
