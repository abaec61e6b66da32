#!/bin/sh
# dmdsc as one file: this script, and dmdsc.jar behind it. It needs Java 17 or newer, in JAVA_HOME or in PATH.
# DMDSC_JAVA_OPTS has further options for Java.
java=${JAVA_HOME:+$JAVA_HOME/bin/java}
if ! [ -x "$java" ] && ! java=$(command -v java); then
  echo "dmdsc: there is no java in JAVA_HOME or PATH; install Java 17 or newer" >&2
  exit 2
fi
self=$0
[ -f "$self" ] || self=$(command -v "$0")

# From Java 19 on the JVM keeps the classes that it loads in an archive and starts faster from it. Each command loads others.
# Prints nothing where the release of Java is unknown or older, or the directory of the user's caches cannot be written.
archive() {
  home=$(dirname "$(dirname "$(readlink -f "$java")")")
  version=$(sed -n 's/^JAVA_VERSION="\([0-9.]*\)".*/\1/p' "$home/release")
  [ "${version%%.*}" -ge 19 ] || return
  cache=${XDG_CACHE_HOME:-${HOME:?}/.cache}/dmdsc
  mkdir -p "$cache" && [ -w "$cache" ] || return
  case ${1:-help} in *[!a-z-]*) command=other ;; *) command=${1:-help} ;; esac
  echo "$cache/@project.version@-java-$version-$command.jsa"
}
jsa=$(archive "$@" 2>/dev/null)
exec "$java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto \
  ${jsa:+-XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=$jsa" -Xlog:disable} \
  ${DMDSC_JAVA_OPTS:-} -jar "$self" "$@"
