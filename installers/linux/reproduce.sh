#!/usr/bin/env bash
# Builds the packages twice, from two paths, with other time zones, languages, masks and home folders, and compares them:
# reproduce.sh [FOLDER]. Takes a clone of the checkout this lies in; ends with 1 where a byte differs.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=${1:-$(mktemp -d)}
repository=${MAVEN_REPOSITORY:-$HOME/.m2/repository}

build() { # NAME TIME-ZONE LANGUAGE MASK
  local clone="$work/$1/checkout-of-$1"
  rm -rf "${work:?}/$1"
  mkdir -p "$work/$1/home"
  git clone --quiet "$root" "$clone"
  (
    cd "$clone"
    umask "$4"
    env HOME="$work/$1/home" TZ="$2" LC_ALL="$3" \
      mvn -B -q -Pinstallers -Dforge.skip "-Dmaven.repo.local=$repository" verify >"$work/$1/build.log" 2>&1
  ) || { tail -n 40 "$work/$1/build.log" >&2; exit 1; }
  (cd "$clone/installers/target/release" && sha256sum -- *) >"$work/$1/sums"
}

build one UTC C.UTF-8 022
build two Pacific/Kiritimati POSIX 077
cat "$work/one/sums"
diff "$work/one/sums" "$work/two/sums" && echo "Both builds are the same."
