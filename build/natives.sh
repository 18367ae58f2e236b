#!/usr/bin/env bash
# Installs, in one announced step, the native libraries and tools named in the arguments that this machine lacks.
# usage: natives.sh PACKAGE=PROBE ...   PACKAGE is a name, or the names of several releases with commas between them;
#        PROBE is a shared library (lib*.so or lib*.so.*), a program or a full path
set -u
present() {
  case "$1" in
    /*) [ -e "$1" ] ;;
    lib*) ldconfig -p 2>/dev/null | grep -q "$1" || ls /usr/lib/*/"$1"* >/dev/null 2>&1 ;;
    *) command -v "$1" >/dev/null 2>&1 ;;
  esac
}
# The first of the names that this release has, or the first of all.
known() {
  for name in ${1//,/ }; do apt-cache show "$name" >/dev/null 2>&1 && echo "$name" && return; done
  echo "${1%%,*}"
}
missing() {
  for pair in "$@"; do present "${pair#*=}" || printf '%s ' "$(known "${pair%%=*}")"; done
}

[ -n "$(missing "$@")" ] || exit 0
exec 9>"${TMPDIR:-/tmp}/sci-natives.lock"
flock 9 2>/dev/null
wanted=$(missing "$@")
[ -n "$wanted" ] || exit 0

by_hand="Sci uses native libraries that are not here; install them with: sudo apt-get install -y $wanted"
command -v apt-get >/dev/null 2>&1 || { echo "$by_hand (or your system's packages of the same libraries)"; exit 0; }
sudo=""
if [ "$(id -u)" != 0 ]; then
  sudo -n true 2>/dev/null || { echo "$by_hand"; exit 0; }
  sudo="sudo -n"
fi
echo "Sci installs what it lacks, once: $wanted"
export DEBIAN_FRONTEND=noninteractive
install() { $sudo apt-get install -y -qq --no-install-recommends $wanted >/dev/null 2>&1; }
install || { $sudo apt-get update -qq >/dev/null 2>&1; wanted=$(missing "$@"); install; } || echo "$by_hand"
exit 0
