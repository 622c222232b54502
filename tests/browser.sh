#!/bin/sh
# Chromium, the PDF tools, a JDK, strace and in CI nginx for the tests, by apt where they are missing and can be had.
set -u
missing=""
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
command -v pdftotext >/dev/null 2>&1 || missing="$missing poppler-utils"
command -v strace >/dev/null 2>&1 || missing="$missing strace" # disks that break
command -v javac >/dev/null 2>&1 || missing="$missing default-jdk-headless" # veraPDF is Java
if [ "${CI:-}" = "true" ]; then # elsewhere nobody wants a server that starts by itself
  [ -x /usr/sbin/nginx ] || missing="$missing nginx-light"
  command -v systemd-analyze >/dev/null 2>&1 || missing="$missing systemd"
fi
[ -z "$missing" ] && exit 0
if command -v apt-get >/dev/null 2>&1; then
  sudo=""
  [ "$(id -u)" = 0 ] || sudo="sudo -n"
  # shellcheck disable=SC2086 # words on purpose
  { $sudo apt-get update -qq && $sudo apt-get install -y -qq --no-install-recommends $missing; } >/dev/null 2>&1 && exit 0
fi
echo "Not here and not to be had:$missing. The tests that need it are skipped, and say so."
[ "${CI:-}" != "true" ]
