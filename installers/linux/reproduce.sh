#!/usr/bin/env bash
# Builds the packages twice, from two paths, with other time zones, languages, masks and home folders, the second time as
# another user where root runs it, and compares them: reproduce.sh [FOLDER]. Takes a clone of the checkout this lies in;
# ends with 1 where a byte differs.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=${1:-$(mktemp -d)}
repository=${MAVEN_REPOSITORY:-$HOME/.m2/repository}

build() { # NAME TIME-ZONE LANGUAGE MASK [USER]
  local clone="$work/$1/checkout-of-$1" libraries=$repository as=()
  rm -rf "${work:?}/$1"
  mkdir -p "$work/$1/home"
  (umask "$4" && git clone --quiet "$root" "$clone")
  if [[ -n ${5-} ]]; then
    libraries=$work/$1/repository
    cp -r "$repository" "$libraries"
    chown -R "$5:" "$work/$1"
    chmod 755 "$work" "$work/$1"
    as=(setpriv "--reuid=$5" "--regid=$(id -g "$5")" --clear-groups)
  fi
  (
    cd "$clone"
    umask "$4"
    "${as[@]}" env HOME="$work/$1/home" TZ="$2" LC_ALL="$3" \
      mvn -B -q -Pinstallers -Dforge.skip "-Dmaven.repo.local=$libraries" verify >"$work/$1/build.log" 2>&1
  ) || { tail -n 40 "$work/$1/build.log" >&2; exit 1; }
  (cd "$clone/installers/target/release" && sha256sum -- *) >"$work/$1/sums"
}

build one UTC C.UTF-8 022
build two Pacific/Kiritimati POSIX 077 "$( ((EUID)) || echo nobody)"
cat "$work/one/sums"
diff "$work/one/sums" "$work/two/sums" && echo "Both builds are the same."
