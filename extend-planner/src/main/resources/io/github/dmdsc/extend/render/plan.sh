#!/usr/bin/env bash
# Extends a DMDSC cluster by one node, step by step. Made from plan @PLAN_ID@; read plan.md first.
#
#   ./plan.sh              run, or go on where it stopped
#   ./plan.sh --list       show the steps and which are done
#   ./plan.sh --from STEP  begin with that step, whatever is recorded of it; asks for those before it
#   ./plan.sh --dry-run    show what would be run, run nothing
#
# Log in to the hosts as the user whom the files belong to, usually dmdba; root may, too: files keep their owners, and new
# ones get that of their directory. Services are registered and started as root.
#
# Environment: DMDSC_SSH (ssh) reaches other hosts; DMDSC_LOCAL names the host that this is, if any;
# DMDSC_CONSOLE=pipe types into dmcssm instead of opening it for you; DMDSC_SYSDBA_PASSWORD is the password of SYSDBA;
# DMDSC_STATE (plan.state beside this file) records what is done, DMDSC_LOG (plan.log) what was said. The file beside
# DMDSC_STATE that ends in .lock keeps a second run out.

# SQL is quoted as it is; a dollar in it is not for the shell.
# shellcheck disable=SC2016
set -euo pipefail

HERE=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")" && pwd)
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
# What is started here must not inherit the password.
export -n DMDSC_SYSDBA_PASSWORD
# Answers come from the script's own input; the tools must not swallow them.
exec 9<&0 </dev/null

STEPS=(
  @STEPS@
)
# Steps that only look.
LOOKS=@LOOKS@
# The numbers of the steps that must not be done twice, and of those that write a file.
ONCE=@ONCE@
WRITES=@WRITES@

# This and what follows calls few programs: some hosts start them slowly, and a plan has many lines.
say() {
  printf '%s\n' "$*"
  printf '%s\n' "$*" >>"$LOG"
}
fail() {
  say "FAILED: $*"
  exit 1
}

# Reads what is recorded; a last line that was cut off while it was written does not count.
read_record() {
  local line
  RECORD=$'\n'
  [[ -e $STATE ]] || return 0
  while IFS= read -r line; do RECORD+=$line$'\n'; done <"$STATE"
}

record() {
  [[ -z $DRY ]] || return 0
  printf '%s %s\n' "$PLAN" "$1" >>"$STATE" || fail "$STATE cannot be written"
  RECORD+="$PLAN $1"$'\n'
}

# Whether this line is recorded.
recorded() { [[ $RECORD == *$'\n'"$PLAN $1"$'\n'* ]]; }

# Whether a step is recorded as begun or done; a line that was cut off behind its name says so, too.
begun() { [[ $RECORD == *$'\n'"$PLAN $1"* ]]; }

# Sets DONE_TO and BEGUN_TO to the number of the last once-only step that is recorded as done, and as done or begun.
read_once() {
  local number id
  DONE_TO=0
  BEGUN_TO=0
  for number in $ONCE; do
    id=${STEPS[number - 1]}
    if recorded "$id"; then DONE_TO=$number; fi
    if begun "$id"; then BEGUN_TO=$number; fi
  done
}

# Keeps a second run out until this one ends, and completes a line that an earlier one could not.
lock() {
  exec 8>>"$STATE.lock"
  flock -n 8 || fail "another run of this plan holds $STATE.lock, or there is no program flock on this host"
  [[ ! -s $STATE || -z $(tail -c 1 -- "$STATE") ]] || printf ' (cut off)\n' >>"$STATE"
}

begin() {
  OUTPUT=
  UNSEEN=
  say ""
  say "== $1 on $2: $3"
}

# Sets ANSWER.
answer() {
  printf '%s [%s] ' "$1" "$2"
  read -r -u 9 ANSWER || fail "no answer"
  printf '%s: %s\n' "$1" "$ANSWER" >>"$LOG"
}

stopped() { fail "stopped by the operator; run again to go on from here"; }

ask() {
  [[ -n $DRY ]] && return 0
  answer "$1" yes/no
  [[ $ANSWER == yes ]] || stopped
}

gate() { ask "$1"; }
confirm() { ask "$1"; }

# Sets DONE if a once-only step was done, as the operator says or as the record of a later one shows.
may_be_done() {
  local id=${STEPS[$1 - 1]}
  DONE=
  [[ -n $DRY ]] && return 0
  if (($1 < BEGUN_TO)); then
    say "$id is passed over: ${STEPS[BEGUN_TO - 1]}, which comes later, is recorded"
    DONE=1
    return 0
  elif recorded "$id"; then
    say "$id is recorded as done: $2"
  elif begun "$id"; then
    say "$id was begun before, and may have been done: $2"
  else
    return 0
  fi
  answer "Look first. Type done if it was done, now if it must be done now, stop to stop." done/now/stop
  case $ANSWER in
    done) DONE=1 ;;
    now) ;;
    *) stopped ;;
  esac
}

# What must not be done twice is written down before it is done, and only if nobody else has written meanwhile.
once() {
  local known=$RECORD
  [[ -n $DRY ]] && return 0
  read_record
  [[ $RECORD == "$known" ]] || fail "somebody else has written to $STATE; nothing of this step was done: run again"
  record "${STEPS[$1 - 1]} begun"
}

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
    bash -c "$line" 8>&- 9<&-
  else
    $SSH -- "$host" "$line" 8>&- 9<&-
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

# Sets PROCESS to a pattern of a process of this node: another one on the same machine has another dmdcr.ini.
process() {
  PROCESS="$1 .*=$(printf '%s' "$2" | sed 's/[][\\.*^$+?(){}|]/\\&/g')( |\$)"
}

# Whether PROCESS runs on a host.
runs() {
  local found
  quote "$PROCESS"
  found=$(on "$1" "pgrep -f -- $QUOTED>/dev/null; echo \$?") || fail "$1 cannot be looked at"
  case ${found##*$'\n'} in
    0) return 0 ;;
    1) return 1 ;;
    *) fail "pgrep on $1 cannot tell what runs there" ;;
  esac
}

# Starts a program that goes on running.
launch() {
  local host=$1 program=${3##*/}
  process "$program" "$2"
  shift 2
  if [[ -z $DRY ]] && runs "$host"; then
    say "$program runs on $host already"
    return 0
  fi
  quote "$@"
  keep on "$host" "nohup $QUOTED>/dev/null 2>&1 </dev/null &"
  [[ -n $DRY ]] && return 0
  # What cannot start has ended by then.
  sleep 3
  runs "$host" || fail "$program does not run on $host: read its log"
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

need_password() {
  [[ -n $DRY ]] && return 0
  [[ -n ${DMDSC_SYSDBA_PASSWORD:-} ]] || fail "set DMDSC_SYSDBA_PASSWORD first"
  [[ $DMDSC_SYSDBA_PASSWORD != *[$'"\n\r']* ]] ||
    fail "DIsql cannot be given a password with a double quote or a line break"
}

# The password travels on the tool's input: on a command line every user of the host could read it. In the login
# something stands for it between the first / and the last @.
sql() {
  local host=$1 login=$2 statement=$3 text password
  shift 3
  need_password
  if [[ -n $DRY ]]; then
    login=...
  else
    password=$DMDSC_SYSDBA_PASSWORD
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
      "${program[@]}" <&9 8>&-
    else
      $SSH -t -- "$host" "$QUOTED" <&9 8>&-
    fi || fail "the console on $host ended with status $?"
  fi
}

# Whether the output says success or 成功, and nowhere the opposite.
succeeded() {
  local LC_ALL=C yes='(^|[^a-z0-9_])success(ful|fully)?([^a-z0-9_]|$)|成功'
  local no='(^|[^a-z0-9_])((no|not)[[:blank:]]+success|fail(s|ed|ure)?([^a-z0-9_]|$))|失败|(不|未|没有)成功'
  local status=0
  shopt -s nocasematch
  [[ $OUTPUT =~ $yes && ! $OUTPUT =~ $no ]] || status=1
  shopt -u nocasematch
  return $status
}

# Whether the output has a text, with no other letter, digit or _ at its ends.
has_word() {
  local LC_ALL=C
  [[ " $OUTPUT " == *[!A-Za-z0-9_]"$1"[!A-Za-z0-9_]* ]]
}

expect() {
  local text
  [[ -n $DRY || -n $UNSEEN ]] && return 0
  for text in "$@"; do
    if [[ $text == success ]]; then
      succeeded
    else
      has_word "$text"
    fi || fail "the output does not show: $text"
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
  say "$1:$2 has the planned hash."
}

# Whether FOUND is one of some hashes.
is_one_of() {
  local hash
  for hash in "$@"; do
    [[ $FOUND == "$hash" ]] && return 0
  done
  return 1
}

# Whether a file is as a step of this plan leaves it, or one behind that; sets PLACE.
left() {
  PLACE=$1:$2
  look_at "$1" "$2"
  shift 2
  is_one_of "$@"
}

# Whether the file of a step is as planned, if the step writes one.
as_planned() { [[ " $WRITES " != *" $1 "* ]] || "file_$1"; }

# Before a step that cannot be taken back, every file that the steps before it write is looked at anew.
all_as_planned() {
  local number
  [[ -n $DRY ]] && return 0
  STALE=
  for number in $WRITES; do
    ((number < $1)) || break
    as_planned "$number" && continue
    say "$PLACE is not as planned (hash $FOUND)"
    STALE=1
  done
  [[ -z $STALE ]] || fail "nothing of this step was done: run again, without --from, to write these files first"
}

# Exports what a disk holds to a file of its own: a tool that fails without a word leaves none.
export_disk() {
  local host=$1
  quote "$2"
  shift 2
  on "$host" "rm -f -- $QUOTED" || fail "an old export on $host cannot be removed"
  tool_script "$host" "$@"
}

# Whether a disk holds the configuration that the plan was made from.
disk_as_before() {
  local host=$1 file=$2 hash=$3
  shift 3
  export_disk "$host" "$file" "$@"
  [[ -n $DRY ]] && return 0
  look_at "$host" "$file"
  [[ $FOUND == "$hash" ]] ||
    fail "the disk does not hold what the plan was made from: its export $host:$file has hash $FOUND, not $hash"
  say "The disk holds what the plan was made from."
  quote "$file"
  on "$host" "rm -f -- $QUOTED"
}

# Whether a disk holds the three endpoints of the new node.
disk_has_new() {
  local host=$1 file=$2 names=("${@:3:3}")
  shift 5
  export_disk "$host" "$file" "$@"
  [[ -n $DRY ]] && return 0
  quote "$file"
  OUTPUT=$(on "$host" "cat -- $QUOTED") || fail "the disk was not exported to $host:$file"
  expect "${names[@]}"
  say "The disk holds the new endpoints."
  on "$host" "rm -f -- $QUOTED"
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
# one stays beside it. What arrived must be whole before it takes the place of anything.
put() {
  local host=$1 path=$2 from=$3 after=$4 name names=() sent
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
  sent=$(sha256sum <"$HERE/$from") || fail "$from of the plan cannot be read"
  [[ ${sent%% *} == "$after" ]] || fail "$from of the plan is damaged (hash ${sent%% *}, planned is $after)"
  for name in "${path%/*}/" "$path" "$path.before-${PLAN:0:8}" "$path.new-${PLAN:0:8}"; do
    quote "$name"
    names+=("$QUOTED")
  done
  local directory=${names[0]} there=${names[1]} before=${names[2]} new=${names[3]}
  on "$host" "mkdir -p -- $directory&& cat >$new&& case \$(sha256sum <$new) in $after*) ;; *) rm -f -- $new; exit 1 ;; esac && if test -e $there; then { test -e $before|| cp -p -- $there$before; } && chown --reference=$there$new&& chmod --reference=$there$new; elif test \"\$(id -u)\" = 0; then chown --reference=$directory$new; fi && mv -f -- $new$there" <"$HERE/$from" ||
    fail "$host:$path was not written, or nobody knows whether it was: run again"
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

await_process() {
  local host=$1 seconds=$4
  process "$2" "$3"
  quote "$PROCESS"
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

in_list() {
  local id
  for id in "${STEPS[@]}"; do
    [[ $id != "$1" ]] || return 0
  done
  return 1
}

# Before FROM, what is not recorded as done is shown; it was done by hand, or is done now.
skip_to() {
  local index number numbers=()
  for index in "${!STEPS[@]}"; do
    [[ ${STEPS[$index]} != "$FROM" ]] || break
    recorded "${STEPS[$index]}" && continue
    numbers+=("$((index + 1))")
    ((${#numbers[@]} > 1)) || say "Before $FROM these steps are not recorded as done:"
    say "  ${STEPS[$index]}"
  done
  ((${#numbers[@]} > 0)) || return 0
  answer "Look first. Type done if all of them were done, now to do them now, stop to stop." done/now/stop
  case $ANSWER in
    done)
      all_as_planned "$((index + 1))"
      for number in "${numbers[@]}"; do record "${STEPS[number - 1]}"; done
      ;;
    now) FROM= ;;
    *) stopped ;;
  esac
}

# Whether a step only looked, and what follows it is still to be done: what was seen then may be different now.
last_look() { [[ $LOOKS == *" $1 "* && -n $2 ]] && ! recorded "$2"; }

FROM=
while (($#)); do
  case $1 in
    --list)
      read_record
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

[[ -z $DRY ]] || LOG=/dev/null
[[ -z $FROM ]] || in_list "$FROM" || fail "there is no step $FROM; see --list"
RECORD=$'\n'
STALE=
if [[ -z $DRY ]]; then
  lock
  read_record
  check_files
fi
[[ -z $STALE ]] || fail "nothing was done: plan again from the files as they are now"
[[ -z $FROM || -n $DRY ]] || skip_to
read_once
started=
for index in "${!STEPS[@]}"; do
  id=${STEPS[$index]}
  if [[ -n $FROM ]]; then
    [[ $id == "$FROM" ]] && started=1
    [[ -n $started ]] || continue
  elif ((index + 1 < DONE_TO)); then
    recorded "$id" || say "$id is passed over: ${STEPS[DONE_TO - 1]}, which comes later, is recorded as done"
    as_planned "$((index + 1))" || fail "$PLACE is not as planned (hash $FOUND), and it is too late to write it unasked:
look why, put it there by hand from files/, then run again"
    continue
  elif [[ -z $DRY ]] && recorded "$id" && ! last_look "$id" "${STEPS[index + 1]:-}"; then
    as_planned "$((index + 1))" && continue
    say "$PLACE is not as planned any more (hash $FOUND): it is written again"
  fi
  "step_$((index + 1))"
  recorded "$id" || record "$id"
done
say ""
if [[ -n $DRY ]]; then
  say "Nothing was run."
else
  say "All steps are done."
fi
