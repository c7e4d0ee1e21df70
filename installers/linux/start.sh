#!/usr/bin/env bash
# How long the packed program takes from its start to its first pixels and to data, with and without the cache of the first
# start, beside a window of JavaFX with one word in it: start.sh [ROUNDS]. Prints medians of one run, and how often the bare
# window's time that is. Rounds alternate, so that whatever else the machine does falls on all of them. Data are what the
# console itself marks as drawn with a known state of the protocol. Needs a JDK 25, Xvfb and a window manager, which closes
# the window as a person does.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
source "$here/tools.sh"
install_missing Xvfb:xvfb xdotool:xdotool openbox:openbox wmctrl:wmctrl
rounds=${1:-5}
image=$here/../target/image/breakwater
java=$image/lib/runtime/bin/java
jdk=${JAVA_HOME:-$(ls -d /usr/lib/jvm/*25* | head -n 1)}
work=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null; wait; rm -rf "$work"' EXIT

mkdir "$work/screen" "$work/classes" "$work/cache"
export XDG_DATA_HOME=$work/data XDG_CONFIG_HOME=$work/config XDG_RUNTIME_DIR=$work/runtime DISPLAY=:77
mkdir -m 700 "$XDG_RUNTIME_DIR"
Xvfb "$DISPLAY" -screen 0 1600x1000x24 -fbdir "$work/screen" >/dev/null 2>&1 &
until xdotool getmouselocation >/dev/null 2>&1; do sleep 0.1; done
openbox >/dev/null 2>&1 &
"$jdk/bin/javac" -d "$work/classes" "$here/../src/FirstPixels.java"
"$jdk/bin/javac" -d "$work/classes" -p "$here/../target/content/javafx" --add-modules javafx.controls "$here/../src/BareWindow.java"

"$image/bin/breakwater" localnet --json >"$work/network" &
until [[ -s $work/network ]]; do sleep 0.2; done
field() { grep -o "\"$1\" *: *\"[^\"]*\"" "$work/network" | head -n 1 | sed 's/.*: *"//; s/"$//'; }
console=("$image/bin/breakwater-console" --rpc "$(field rpc)" --deployment "$(field deployment)")

look() { # NAME COMMAND…
  local name=$1
  shift
  "$jdk/bin/java" -cp "$work/classes" FirstPixels "$work/screen/Xvfb_screen0" 20 "$work/marks" "$@" 2>>"$work/errors" >>"$work/$name" ||
    { cat "$work/errors" >&2; echo "$name showed nothing." >&2; exit 1; }
}
median() { cut -d' ' -f"$2" "$work/$1" | sort -n | sed -n "$(((rounds + 1) / 2))p"; }
report() { # NAME
  awk -v name="$1" -v bare="$(median bare 1)" -v first="$(median "$1" 1)" -v frame="$(median "$1" 3)" -v data="$(median "$1" 4)" 'BEGIN {
    printf "%-14s first pixels %6d ms (%.2f x bare)", name, first, first / bare
    if (frame) printf "  first frame drawn %6d ms", frame
    if (data) printf "  data drawn %6d ms (%.2f x bare)", data, data / bare
    print ""
  }'
}

# The first start keeps what it read, and makes the cache once the window is closed.
JDK_JAVA_OPTIONS=-Dbreakwater.start.marks=$work/first XDG_CACHE_HOME=$work/cache "${console[@]}" &
first=$!
until grep -q '^data ' "$work/first" 2>/dev/null; do kill -0 "$first"; sleep 0.2; done
wmctrl -c Breakwater
wait "$first"
cached() { compgen -G "$work/cache/breakwater/start-*.aot" >/dev/null; }
for ((i = 0; i < 120; i++)); do cached && break; sleep 1; done
cached || { echo "The first start left no cache." >&2; exit 1; }

for ((round = 0; round < rounds; round++)); do
  look bare "$java" --enable-native-access=javafx.graphics,ALL-UNNAMED -cp "$work/classes" BareWindow
  XDG_CACHE_HOME=/proc/none look without-cache "${console[@]}"
  XDG_CACHE_HOME=$work/cache look with-cache "${console[@]}"
done
for name in bare without-cache with-cache; do report "$name"; done
