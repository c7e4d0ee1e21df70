#!/usr/bin/env bash
# Writes SHA256SUMS and manifest.json beside the files of a release: manifest.sh VERSION FOLDER
set -euo pipefail
version=$1
cd "$2"
rm -f SHA256SUMS manifest.json
export LC_ALL=C
sha256sum -- * >SHA256SUMS
{
  printf '{\n  "format": "breakwater.release",\n  "product": "breakwater",\n  "version": "%s",\n  "files": [' "$version"
  comma=''
  while read -r sum name; do
    printf '%s\n    { "name": "%s", "size": %d, "sha256": "%s" }' "$comma" "$name" "$(stat -c %s "$name")" "$sum"
    comma=,
  done <SHA256SUMS
  printf '\n  ]\n}\n'
} >manifest.json
