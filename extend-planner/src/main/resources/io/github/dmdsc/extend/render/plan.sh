#!/usr/bin/env bash
# Extends a DMDSC cluster by one node, step by step. Made from plan @PLAN_ID@; read plan.md first.
#
#   ./plan.sh              run, or go on where it stopped
#   ./plan.sh --list       show the steps and which are done
#   ./plan.sh --from STEP  begin with that step, whatever is recorded
#   ./plan.sh --dry-run    show what would be run, run nothing
#
# Log in to the hosts as the user whom the files belong to, usually dmdba; root may, too: files keep their owners, and new
# ones get that of their directory. Services are registered and started as root.
#
# Environment: DMDSC_SSH (ssh) reaches other hosts; DMDSC_LOCAL names the host that this is, if any;
# DMDSC_CONSOLE=pipe types into dmcssm instead of opening it for you; DMDSC_SYSDBA_PASSWORD is the password of SYSDBA;
# DMDSC_STATE (plan.state beside this file) records what is done, DMDSC_LOG (plan.log) what was said.

# SQL is quoted as it is; a dollar in it is not for the shell.
# shellcheck disable=SC2016
set -euo pipefail

HERE=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
PLAN=@PLAN_ID@
SSH=${DMDSC_SSH:-ssh}
LOCAL=${DMDSC_LOCAL:-}
CONSOLE=${DMDSC_CONSOLE:-open}
STATE=${DMDSC_STATE:-$HERE/plan.state}
LOG=${DMDSC_LOG:-$HERE/plan.log}
DRY=
OUTPUT=
# Set where the operator saw what a tool said, and the script did not.
UNSEEN=
# Answers come from the script's own input; the tools must not swallow them.
exec 9<&0 </dev/null

STEPS=(
  @STEPS@
)
# Steps that only look.
LOOKS=@LOOKS@

# This and what follows calls few programs: some hosts start them slowly, and a plan has many lines.
say() {
  printf '%s\n' "$*"
  printf '%s\n' "$*" >>"$LOG"
}
fail() {
  say "FAILED: $*"
  exit 1
}

# Whether an earlier run wrote this line down.
recorded() { [[ $RECORD == *$'\n'"$PLAN $1"$'\n'* ]]; }

begin() {
  OUTPUT=
  UNSEEN=
  say ""
  say "== $1 on $2: $3"
}

ask() {
  local answer
  [[ -n $DRY ]] && return 0
  printf '%s [yes/no] ' "$1"
  read -r -u 9 answer || fail "no answer"
  printf '%s: %s\n' "$1" "$answer" >>"$LOG"
  [[ $answer == yes ]] || fail "stopped by the operator; run again to go on from here"
}

# What must not be done twice is written down before it is done.
once() {
  [[ -n $DRY ]] && return 0
  if recorded "$1 begun"; then
    say "$1 was begun before, and may have been done: $2"
    ask "Have you looked, and must it be done now? If it was done, say no and go on with --from the next step."
  fi
  printf '%s %s begun\n' "$PLAN" "$1" >>"$STATE"
}

gate() { ask "$1"; }
confirm() { ask "$1"; }

# Sets QUOTED to words for the shell at the other end; of no words printf would make an empty one.
quote() {
  QUOTED=
  (($# == 0)) || printf -v QUOTED '%q ' "$@"
}

# Runs a shell command line on a host.
on() {
  local host=$1 line=$2
  if [[ -n $DRY ]]; then
    say "[$host] $line"
  elif [[ $host == "$LOCAL" ]]; then
    bash -c "$line"
  else
    $SSH -- "$host" "$line"
  fi
}

# Keeps what a command says, for expect. Nothing that is secret is shown or logged, even if a tool repeats it.
keep() {
  local status=0 shown
  if [[ -n $DRY ]]; then
    "$@"
    return
  fi
  OUTPUT=$("$@" 2>&1) || status=$?
  shown=$OUTPUT
  [[ -z ${DMDSC_SYSDBA_PASSWORD:-} ]] || shown=${shown//"$DMDSC_SYSDBA_PASSWORD"/***}
  [[ -z $shown ]] || say "$shown"
  ((status == 0)) || fail "the command failed with status $status; see above, and plan.md for the way back"
}

run() {
  local host=$1
  shift
  quote "$@"
  keep on "$host" "$QUOTED"
}

launch() {
  local host=$1
  shift
  quote "$@"
  keep on "$host" "nohup $QUOTED>/dev/null 2>&1 </dev/null &"
}

tool_script() {
  local host=$1 count=$2
  shift 2
  local program=("${@:1:count}") lines=("${@:count+1}") text
  printf -v text '%s\n' '#asm script file' "${lines[@]}"
  quote "${program[@]}"
  keep feed "$host" "$text" \
    "f=\$(mktemp) && cat >\"\$f\" && { ${QUOTED}SCRIPT_FILE=\"\$f\"; rc=\$?; rm -f \"\$f\"; exit \$rc; }"
}

# Runs a command line on a host with lines as its input.
feed() {
  local host=$1 text=$2 line=$3
  if [[ -n $DRY ]]; then
    say "[$host] $line"
    say "${text%$'\n'}"
  else
    printf '%s' "$text" | on "$host" "$line"
  fi
}

# The password travels on the tool's input: on a command line every user of the host could read it. In the login
# something stands for it between the first / and the last @.
sql() {
  local host=$1 login=$2 statement=$3 text password=${DMDSC_SYSDBA_PASSWORD:-}
  shift 3
  if [[ -n $DRY ]]; then
    login=...
  elif [[ -z $password ]]; then
    fail "set DMDSC_SYSDBA_PASSWORD first"
  elif [[ $password == *'"'* ]]; then
    fail "DIsql cannot be given a password with a double quote"
  else
    # In double quotes it may hold what would end it, such as @ and /.
    [[ $password != *[!A-Za-z0-9_]* ]] || password="\"$password\""
    login="${login%%/*}/$password@${login##*@}"
  fi
  printf -v text 'conn %s\n%s\nexit\n' "$login" "$statement"
  quote "$@"
  keep feed "$host" "$text" "$QUOTED"
}

console() {
  local host=$1 count=$2
  shift 2
  local program=("${@:1:count}") lines=("${@:count+1}") text
  quote "${program[@]}"
  if [[ $CONSOLE == pipe || -n $DRY ]]; then
    printf -v text '%s\n' "${lines[@]}"
    keep feed "$host" "$text" "$QUOTED"
  else
    say "Type into the console on $host: ${lines[*]}"
    UNSEEN=1
    if [[ $host == "$LOCAL" ]]; then
      "${program[@]}" <&9
    else
      $SSH -t -- "$host" "$QUOTED" <&9
    fi
  fi
}

expect() {
  local text
  [[ -n $DRY || -n $UNSEEN ]] && return 0
  for text in "$@"; do
    [[ $OUTPUT == *"$text"* ]] || fail "the output does not show: $text"
  done
}

# Sets FOUND to the hash of a file; - if there is no file.
look_at() {
  quote "$2"
  FOUND=$(on "$1" "if test -e $QUOTED; then sha256sum <$QUOTED; else echo -; fi") || fail "$1:$2 cannot be looked at"
  FOUND=${FOUND%% *}
}

check_hash() {
  [[ -n $DRY ]] && return 0
  look_at "$1" "$2"
  [[ $FOUND == "$3" ]] || fail "$1:$2 has hash $FOUND, planned is $3"
}

# Whether FOUND is one of some hashes.
is_one_of() {
  local hash
  for hash in "$@"; do
    [[ $FOUND == "$hash" ]] && return 0
  done
  return 1
}

# A file of the plan is as it was when the plan was made, or as a step of this plan leaves it.
fresh() {
  local host=$1 path=$2
  shift 2
  look_at "$host" "$path"
  is_one_of "$@" && return 0
  say "$host:$path is not as it was when the plan was made (hash $FOUND, then $1)"
  STALE=1
}

# Puts a file in its place if what is there is what the plan was made from, or what an earlier step put there; the first
# one stays beside it.
put() {
  local host=$1 path=$2 from=$3 after=$4 name names=()
  shift 4
  if [[ -n $DRY ]]; then
    say "[$host] $from -> $path"
    return 0
  fi
  look_at "$host" "$path"
  if [[ $FOUND == "$after" ]]; then
    say "$host:$path is as planned already"
    return 0
  fi
  is_one_of "$@" || fail "$host:$path has changed since the plan was made (hash $FOUND, then $1): plan again"
  for name in "${path%/*}/" "$path" "$path.before-${PLAN:0:8}" "$path.new-${PLAN:0:8}"; do
    quote "$name"
    names+=("$QUOTED")
  done
  local directory=${names[0]} there=${names[1]} before=${names[2]} new=${names[3]}
  on "$host" "mkdir -p -- $directory&& cat >$new&& if test -e $there; then { test -e $before|| cp -p -- $there$before; } && chown --reference=$there$new&& chmod --reference=$there$new; elif test \"\$(id -u)\" = 0; then chown --reference=$directory$new; fi && mv -f -- $new$there" <"$HERE/$from"
}

copy_tree() {
  local from_host=$1 from=$2 to_host=$3 to=$4 name there taken excludes=()
  shift 4
  for name in "$@"; do excludes+=("--exclude=./$name"); done
  quote "$to is there already"
  taken=$QUOTED
  quote "$to"
  there=$QUOTED
  on "$to_host" "if test -e $there; then echo $taken>&2; exit 1; fi" || fail "remove it first if it is left over"
  if [[ -n $DRY ]]; then
    say "[$from_host -> $to_host] $from -> $to"
    return 0
  fi
  # bash before 4.4 takes an empty array for an unset variable.
  quote "$from" ${excludes[@]+"${excludes[@]}"}
  on "$from_host" "tar -C $QUOTED-cf - ." | on "$to_host" "mkdir -p -- $there&& tar -C $there-xpf -" || fail "not all was copied: remove $to_host:$to, then run again"
}

# The process of this node: another one on the same machine has another dmdcr.ini.
await_process() {
  local host=$1 process=$2 seconds=$4 dcr_ini
  dcr_ini=$(printf '%s' "$3" | sed 's/[][\\.*^$+?(){}|]/\\&/g')
  quote "$process .*=$dcr_ini( |\$)"
  keep on "$host" "for i in \$(seq $seconds); do pgrep -f -- $QUOTED>/dev/null && exit 0; sleep 1; done; exit 1"
}

@FUNCTIONS@

list() {
  local id mark
  for id in "${STEPS[@]}"; do
    mark=' '
    recorded "$id" && mark=x
    printf '[%s] %s\n' "$mark" "$id"
  done
}

# Whether a step only looked, and what follows it is still to be done: what was seen then may be different now.
last_look() { [[ $LOOKS == *" $1 "* && -n $2 ]] && ! recorded "$2"; }

RECORD=$'\n'
[[ ! -e $STATE ]] || RECORD+=$(<"$STATE")$'\n'
FROM=
while (($#)); do
  case $1 in
    --list)
      list
      exit 0
      ;;
    --from)
      FROM=${2:?--from needs a step}
      shift
      ;;
    --dry-run) DRY=1 ;;
    *)
      sed -n '2,/^$/s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
      exit 2
      ;;
  esac
  shift
done

[[ -n $DRY ]] && LOG=/dev/null
STALE=
[[ -n $DRY ]] || check_files
[[ -z $STALE ]] || fail "nothing was done: plan again from the files as they are now"
started=
for index in "${!STEPS[@]}"; do
  id=${STEPS[$index]}
  if [[ -n $FROM ]]; then
    [[ $id == "$FROM" ]] && started=1
    [[ -n $started ]] || continue
  elif [[ -z $DRY ]] && recorded "$id" && ! last_look "$id" "${STEPS[index + 1]:-}"; then
    continue
  fi
  "step_$((index + 1))"
  [[ -n $DRY ]] || recorded "$id" || printf '%s %s\n' "$PLAN" "$id" >>"$STATE"
done
[[ -z $FROM || -n $started ]] || fail "there is no step $FROM; see --list"
say ""
if [[ -n $DRY ]]; then
  say "Nothing was run."
else
  say "All steps are done."
fi
