#!/usr/bin/env bash
# How long the packed program takes from its start to its first pixels and to data, with and without the cache of the first
# start, beside a window of JavaFX with one word in it: start.sh [ROUNDS]. Prints medians of one run. Needs a JDK 25, Xvfb
# and a window manager, which closes the window as a person does.
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

look() { "$jdk/bin/java" -cp "$work/classes" FirstPixels "$work/screen/Xvfb_screen0" "$@"; }
median() { sort -n | sed -n "$(((rounds + 1) / 2))p"; }
measure() { # NAME COMMAND…
  local name=$1 round
  shift
  for ((round = 0; round < rounds; round++)); do look 8 "$@"; done >"$work/$name"
  printf '%-28s %6d ms to first pixels %6d ms to the picture that stays\n' "$name" \
    "$(cut -d' ' -f1 "$work/$name" | median)" "$(cut -d' ' -f2 "$work/$name" | median)"
}

# The first start keeps what it read, and makes the cache once the window is closed.
XDG_CACHE_HOME=$work/cache "${console[@]}" &
first=$!
xdotool search --sync --onlyvisible --name Breakwater >/dev/null
sleep 10
wmctrl -c Breakwater
wait "$first"
cached() { compgen -G "$work/cache/breakwater/start-*.aot" >/dev/null; }
for ((i = 0; i < 120; i++)); do cached && break; sleep 1; done
cached || { echo "The first start left no cache." >&2; exit 1; }

measure bare "$java" --enable-native-access=javafx.graphics,ALL-UNNAMED -cp "$work/classes" BareWindow
XDG_CACHE_HOME=/proc/none measure without-cache "${console[@]}"
XDG_CACHE_HOME=$work/cache measure with-cache "${console[@]}"
