#!/usr/bin/env bash
# Draws the icons of identity/ in the sizes that each system wants, into icons/. Needs rsvg-convert, icotool and png2icns.
set -euo pipefail
cd "$(dirname "$0")"

# The drawing for a size: the small ones have fewer and heavier strokes.
drawing() {
  if (($1 < 24)); then echo icon-16; elif (($1 < 32)); then echo icon-24; else echo icon; fi
}

mkdir -p icons
for size in 16 24 32 48 64 128 256 512; do
  rsvg-convert --width="$size" --height="$size" "identity/$(drawing "$size").svg" --output "icons/breakwater-$size.png"
done
icotool --create --output=icons/breakwater.ico icons/breakwater-{16,24,32,48,64,128,256}.png
png2icns icons/breakwater.icns icons/breakwater-{16,32,48,128,256,512}.png >/dev/null
