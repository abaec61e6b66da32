#!/bin/sh
# dmdsc as one file: this script, followed by dmdsc.jar. It needs Java 17 or newer, in JAVA_HOME or PATH.
# Java gets the options in DMDSC_JAVA_OPTS, too.
java=${JAVA_HOME:+$JAVA_HOME/bin/java}
if ! [ -x "$java" ] && ! java=$(command -v java); then
  echo "dmdsc: there is no java in JAVA_HOME or PATH; install Java 17 or newer" >&2
  exit 2
fi
self=$0
[ -f "$self" ] || self=$(command -v "$0")

version=$(sed -n 's/^JAVA_VERSION="\([0-9.]*\)".*/\1/p' "$(dirname "$(dirname "$(readlink -f "$java")")")/release" 2>/dev/null)
release=${version%%.*}

# Prints the path of the class data archive (CDS) for this version of dmdsc and Java and for this command. With it, Java
# starts faster. Prints nothing if the release of Java is unknown or the cache directory of the user is not writable.
# Before Java 19, this script must wait for the end of Java to keep a new archive. It then prints nothing for run and
# collect, which act on hosts.
archive() {
  [ "$release" -ge 17 ] || return
  case ${1:-help} in *[!a-z-]*) command=other ;; *) command=${1:-help} ;; esac
  case $command in run | collect) [ "$release" -ge 19 ] || return ;; esac
  cache=${XDG_CACHE_HOME:-${HOME:?}/.cache}/dmdsc
  mkdir -p "$cache" && [ -w "$cache" ] || return
  echo "$cache/@project.version@-java-$version-$command.jsa"
}
jsa=$(archive "$@" 2>/dev/null)

set -- ${DMDSC_JAVA_OPTS:-} -jar "$self" "$@"
quick="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto"
if [ -z "$jsa" ]; then
  exec "$java" $quick "$@"
elif [ "$release" -ge 19 ]; then
  exec "$java" $quick -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=$jsa" -Xlog:disable "$@"
elif [ "$jsa" -nt "$self" ]; then
  exec "$java" $quick "-XX:SharedArchiveFile=$jsa" -Xlog:disable "$@"
fi
# Write to a temporary name first, so that another run never uses an incomplete archive.
"$java" $quick "-XX:ArchiveClassesAtExit=$jsa.$$" -Xlog:disable "$@"
code=$?
mv "$jsa.$$" "$jsa" 2>/dev/null
exit $code
