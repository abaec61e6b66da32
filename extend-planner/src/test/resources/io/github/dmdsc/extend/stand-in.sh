#!/bin/bash
# Stands in for every tool that a plan calls: keeps in $WORLD what was done, writes down each call, and refuses disorder.
set -uo pipefail
name=${0##*/}
lines=
script=
for word in "$@"; do
  [[ $word != SCRIPT_FILE=* ]] || script=${word#SCRIPT_FILE=}
done
case $name in
  dmasmcmd | dmasmtool | disql | dmcssm)
    if [[ -z $script ]]; then lines=$(cat); else lines=$(sed '1{/^#asm script file$/d}' "$script"); fi
    ;;
esac
printf '%s\n' "$name $* ${lines//$'\n'/ | }" >>"$WORLD/calls"
[[ $name != disql ]] || { printf '%s\n' "$0 $*" && env; } >>"$WORLD/arguments-and-environment"
broken() {
  echo "$1" | tee -a "$WORLD/broken"
  exit 4
}
need() { [[ -e $WORLD/$1 ]] || broken "$name out of order: $1 is missing"; }
once() {
  [[ ! -e $WORLD/$1 ]] || broken "$name: $1 twice"
  : >"$WORLD/$1"
}
# The second quoted word of a line.
second() {
  local path=${1##* \'}
  path=${path%\'*}
  echo "$path"
}
row() {
  if [[ -e $WORLD/runs-$2 || $3 == old ]]; then
    echo "        2026-03-02 21:10:04    $1    $4    $5    Normal Node  OPEN  WORKING  OK  TRUE  40100  40800"
  else
    echo "        2026-03-02 21:10:04    $1    $4    $5    Normal Node  SHUTDOWN  SHUTDOWN  ERROR  FALSE  0  0"
  fi
}
group() {
  local type=$1 program=$2 seqno=0 endpoint
  echo "=========== group[name = GRP_$type, seq = $3, type = $type, Control Node = 0] ==========="
  [[ $type == CSS ]] || printf '%s\n' "n_ok_ep = 2" "sta = OPEN, sub_sta = STARTUP" "break ep = NULL" "recover ep = NULL"
  echo "ep: css_time  inst_name  seqno  port  mode  inst_status  vtd_status  is_ok  active  guid  ts"
  shift 3
  for endpoint in "$@"; do
    row "$endpoint" "$program" old "$seqno" 9341
    seqno=$((seqno + 1))
  done
  [[ ! -e $WORLD/joined ]] || row "${type/DB/DSC}2" "$program" new "$seqno" 9345
}
case $name in
  dmasmcmd)
    while read -r line; do
      path=$(second "$line")
      case $line in
        export*) cp "$WORLD/disk" "$path" && echo "ASMCMD export DCRDISK success." ;;
        extend*)
          need logs
          once extended
          cp "$path" "$WORLD/disk" && echo "ASMCMD extend DCRDISK success."
          ;;
        check*) echo "ASMCMD check DCRDISK success" ;;
        listdisks*) echo disk0 ;;
      esac
    done <<<"$lines"
    ;;
  dmasmtool)
    [[ $lines != *ls* ]] || sed 's/^.*[/]/NO.1 name: /' "$WORLD/logs"
    ;;
  dmctlcvt)
    for word in "$@"; do
      [[ $word != DEST=* ]] || sed 's/^/fil_path=/' "$WORLD/logs" >"${word#DEST=}"
    done
    ;;
  disql)
    # As a tool that repeats what it was told would do.
    echo "SQL> $lines"
    if [[ $lines == *"add node logfile"* ]]; then
      once logs
      grep -o "+[^']*" <<<"$lines" >"$WORLD/logs"
    elif [[ $lines == *dsc_ep_info* ]]; then
      printf '%s\n' "LINEID  ep_name  ep_seqno  ep_mode  ep_status" \
        "------- ------- ------- ------- -------" \
        "1  DSC0  0  CONTROL NODE  OK" "2  DSC1  1  NORMAL NODE  OK" "3  DSC2  2  NORMAL NODE  OK"
    fi
    ;;
  dmcssm)
    if [[ $lines == *"extend node"* ]]; then
      need extended
      once joined
    else
      echo "show"
      group CSS dmcss 0 CSS0 CSS1
      group ASM dmasmsvr 1 ASM0 ASM1
      group DB dmserver 2 DSC0 DSC1
      echo "===================="
    fi
    ;;
  dmcss | dmasmsvr | dmserver)
    need joined
    [[ $name == dmcss ]] || need runs-dmcss
    [[ $name != dmserver ]] || need runs-dmasmsvr
    : >"$WORLD/runs-$name"
    ;;
esac
