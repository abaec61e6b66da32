#!/bin/bash
# Stands in for every tool that a plan calls: writes down the call, and does and demands the little that counts.
set -euo pipefail
name=${0##*/}
script=
for word in "$@"; do
  [[ $word == SCRIPT_FILE=* ]] && script=$(<"${word#SCRIPT_FILE=}")
done
[[ $name == disql || $name == dmcssm ]] && script=$(cat)
args=("${@/#SCRIPT_FILE=*/}")
printf '%s\n' "$name ${args[*]} ${script//$'\n'/ | }" >>"$WORLD/journal"
[[ -z ${DMDSC_SYSDBA_PASSWORD+set} ]] || echo "$name was given the password" >>"$WORLD/journal"
[[ -n ${FAIL_AT:-} && "$name $* $script" == *"$FAIL_AT"* ]] && exit 3
# An error that nobody learns of.
[[ -n ${LIE_AT:-} && "$name $* $script" == *"$LIE_AT"* ]] && exit 0
[[ ${QUIET:-} == "$name" ]] && exit 0
need() { [[ -e $WORLD/$1 ]] || { echo "out of order: $1 is missing" >&2; exit 4; }; }
case $name in
  dmasmcmd | dmasmcmdm)
    while read -r line; do
      path=${line##* \'}
      path=${path%\'}
      case $line in
        export*) cp "$WORLD/disk" "$path" ;;
        extend*)
          need logs
          grep -q "$NEW_DB" "$path" || exit 5
          cp "$path" "$WORLD/disk"
          touch "$WORLD/extended"
          ;;
        check*)
          need extended
          touch "$WORLD/checked"
          echo "${CHECK_SAYS:-check success}"
          ;;
        listdisks*) echo disk0 ;;
      esac
    done <<<"$script"
    ;;
  dmasmtool | dmasmtoolm)
    if [[ $script == *ls* ]]; then
      need logs
      sed "s/^/${LS_PREFIX:-}/" "$WORLD/logs"
    fi
    ;;
  dmctlcvt) need logs ;;
  disql)
    # As a tool that repeats what it was told would do.
    echo "$script"
    if [[ $script == *"add node logfile"* ]]; then
      grep -o "+[^']*" <<<"$script" >"$WORLD/logs"
    else
      grep EP_NAME "$WORLD/disk"
    fi
    ;;
  dmcssm)
    if [[ $script == *"extend node"* ]]; then
      need checked
      touch "$WORLD/joined"
    fi
    grep EP_NAME "$WORLD/disk"
    ;;
  dmcss | dmasmsvr | dmasmsvrm | dmserver)
    need joined
    touch "$WORLD/runs-$name" "$WORLD/started"
    # Like a server, it keeps what it was not told to close.
    exec /bin/sleep "${SERVE:-0}"
    ;;
  systemctl)
    need joined
    touch "$WORLD"/runs-{dmcss,dmasmsvr,dmasmsvrm,dmserver}
    ;;
  sleep)
    # The server that plan.sh waits for may need a moment.
    for _ in {1..40}; do
      [[ $1 != 3 || -e $WORLD/started ]] && break
      /bin/sleep 0.05
    done
    rm -f "$WORLD/started"
    ;;
  pgrep) [[ -e $WORLD/runs-${3%% *} ]] ;;
esac
