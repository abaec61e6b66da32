#!/usr/bin/env bash
# Extends a DMDSC cluster by one node, step by step. Made from plan @PLAN_ID@; read plan.md first.
#
#   ./plan.sh              run, or go on where it stopped
#   ./plan.sh --list       show the steps and which are done
#   ./plan.sh --from STEP  begin with that step, whatever is recorded
#   ./plan.sh --dry-run    show what would be run, run nothing
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

say() { printf '%s\n' "$*" | tee -a "$LOG"; }
fail() {
  say "FAILED: $*"
  exit 1
}

# Nothing that is secret goes to the terminal or the log, even if a tool repeats it.
hidden() {
  local text=$1
  [[ -z ${DMDSC_SYSDBA_PASSWORD:-} ]] || text=${text//"$DMDSC_SYSDBA_PASSWORD"/***}
  printf '%s' "$text"
}

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
  if grep -qxF -- "$PLAN $1 begun" "$STATE" 2>/dev/null; then
    say "$1 was begun before, and may have been done: $2"
    ask "Have you looked, and must it be done now? If it was done, say no and go on with --from the next step."
  fi
  printf '%s %s begun\n' "$PLAN" "$1" >>"$STATE"
}

gate() { ask "$1"; }
confirm() { ask "$1"; }

# Words, quoted for the shell at the other end; of no words printf would make an empty one.
quoted() { (($# == 0)) || printf '%q ' "$@"; }

# Runs a shell command line on a host.
on() {
  local host=$1 line=$2
  if [[ -n $DRY ]]; then
    cat >/dev/null
    say "[$host] $line" >&2
  elif [[ $host == "$LOCAL" ]]; then
    bash -c "$line"
  else
    $SSH -- "$host" "$line"
  fi
}

# Keeps what a command says, for expect.
keep() {
  local status=0
  OUTPUT=$("$@" 2>&1) || status=$?
  [[ -z $OUTPUT ]] || say "$(hidden "$OUTPUT")"
  ((status == 0)) || fail "the command failed with status $status; see above, and plan.md for the way back"
}

run() {
  local host=$1
  shift
  keep on "$host" "$(quoted "$@")"
}

launch() {
  local host=$1
  shift
  keep on "$host" "nohup $(quoted "$@")>/dev/null 2>&1 </dev/null &"
}

tool_script() {
  local host=$1 count=$2
  shift 2
  local program=("${@:1:count}") lines=("${@:count+1}")
  keep feed "$host" "$(printf '%s\n' '#asm script file' "${lines[@]}")" \
    "f=\$(mktemp) && cat >\"\$f\" && { $(quoted "${program[@]}")SCRIPT_FILE=\"\$f\"; rc=\$?; rm -f \"\$f\"; exit \$rc; }"
}

# Runs a command line on a host with a text as its input.
feed() {
  local host=$1 text=$2 line=$3
  if [[ -n $DRY ]]; then
    say "[$host] $line" >&2
    say "$text" >&2
  else
    printf '%s\n' "$text" | on "$host" "$line"
  fi
}

# The password travels on the tool's input: on a command line every user of the host could read it.
sql() {
  local host=$1 login=$2 statement=$3
  shift 3
  if [[ -n $DRY ]]; then
    login=...
  elif [[ $login == */@* ]]; then
    fail "set DMDSC_SYSDBA_PASSWORD first"
  fi
  keep feed "$host" "$(printf 'conn %s\n%s\nexit' "$login" "$statement")" "$(quoted "$@")"
}

console() {
  local host=$1 count=$2
  shift 2
  local program=("${@:1:count}") lines=("${@:count+1}")
  if [[ $CONSOLE == pipe || -n $DRY ]]; then
    keep feed "$host" "$(printf '%s\n' "${lines[@]}")" "$(quoted "${program[@]}")"
  else
    say "Type into the console on $host: ${lines[*]}"
    UNSEEN=1
    if [[ $host == "$LOCAL" ]]; then
      "${program[@]}" <&9
    else
      $SSH -t -- "$host" "$(quoted "${program[@]}")" <&9
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

hash_of() { on "$1" "if test -e $(quoted "$2"); then sha256sum <$(quoted "$2")| cut -d' ' -f1; else echo -; fi"; }

check_hash() {
  local found
  [[ -n $DRY ]] && return 0
  found=$(hash_of "$1" "$2")
  [[ $found == "$3" ]] || fail "$1:$2 has hash $found, planned is $3"
}

# Whether a file has one of some hashes; - is the hash of no file.
has() {
  local found=$1 hash
  shift
  for hash in "$@"; do
    [[ $found == "$hash" ]] && return 0
  done
  return 1
}

# A file of the plan is as it was when the plan was made, or as a step of this plan leaves it.
fresh() {
  local host=$1 path=$2 found
  shift 2
  found=$(hash_of "$host" "$path") || fail "$host:$path cannot be looked at"
  has "$found" "$@" && return 0
  say "$host:$path is not as it was when the plan was made (hash $found, then $1)"
  STALE=1
}

# Puts a file in its place if what is there is what the plan was made from, or what an earlier step put there; the first
# one stays beside it.
put() {
  local host=$1 path=$2 from=$3 after=$4 found
  shift 4
  if [[ -n $DRY ]]; then
    say "[$host] $from -> $path" >&2
    return 0
  fi
  found=$(hash_of "$host" "$path") || fail "$host:$path cannot be looked at"
  if [[ $found == "$after" ]]; then
    say "$host:$path is as planned already"
    return 0
  fi
  has "$found" "$@" || fail "$host:$path has changed since the plan was made (hash $found, then $1): plan again"
  on "$host" "mkdir -p -- $(quoted "$(dirname -- "$path")")&& if test -e $(quoted "$path") && ! test -e $(quoted "$path.before-${PLAN:0:8}"); then cp -p -- $(quoted "$path" "$path.before-${PLAN:0:8}"); fi && cat >$(quoted "$path.new-${PLAN:0:8}")&& if test -e $(quoted "$path"); then chmod --reference=$(quoted "$path")$(quoted "$path.new-${PLAN:0:8}"); fi && mv -f -- $(quoted "$path.new-${PLAN:0:8}" "$path")" <"$HERE/$from"
}

copy_tree() {
  local from_host=$1 from=$2 to_host=$3 to=$4 name excludes=()
  shift 4
  for name in "$@"; do excludes+=("--exclude=./$name"); done
  on "$to_host" "if test -e $(quoted "$to"); then echo $(quoted "$to is there already") >&2; exit 1; fi" || fail "remove it first if it is left over"
  if [[ -n $DRY ]]; then
    say "[$from_host -> $to_host] $from -> $to" >&2
    return 0
  fi
  on "$from_host" "tar -C $(quoted "$from")$(quoted "${excludes[@]}")-cf - ." | on "$to_host" "mkdir -p -- $(quoted "$to")&& tar -C $(quoted "$to")-xpf -" || fail "not all was copied: remove $to_host:$to, then run again"
}

await_process() {
  local host=$1 process=$2 seconds=$3
  keep on "$host" "for i in \$(seq $seconds); do pgrep -x $(quoted "$process")>/dev/null && exit 0; sleep 1; done; exit 1"
}

@FUNCTIONS@

is_done() { grep -qxF -- "$PLAN $1" "$STATE" 2>/dev/null; }

list() {
  local id mark
  for id in "${STEPS[@]}"; do
    mark=' '
    is_done "$id" && mark=x
    printf '[%s] %s\n' "$mark" "$id"
  done
}

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
      sed -n '2,12s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
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
  elif [[ -z $DRY ]] && is_done "$id"; then
    continue
  fi
  "step_$((index + 1))"
  [[ -n $DRY ]] || printf '%s %s\n' "$PLAN" "$id" >>"$STATE"
done
[[ -z $FROM || -n $started ]] || fail "there is no step $FROM; see --list"
say ""
say "All steps are done."
