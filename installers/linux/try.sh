#!/usr/bin/env bash
# In a fresh Debian root: installs the deb as an older version and upgrades it, opens the window on a display that nobody
# sees, takes its picture, removes and purges the package, and lists what is left behind: try.sh FOLDER. Needs root and
# debootstrap.
set -euo pipefail
root=$1
here=$(cd "$(dirname "$0")" && pwd)
package=$(ls "$here"/../target/release/breakwater_*_amd64.deb)

if [[ ! -d $root/usr ]]; then
  debootstrap --variant=minbase --include=xvfb,xauth,x11-apps,imagemagick bookworm "$root"
fi
mount --bind /proc "$root/proc"
trap 'umount "$root/proc"' EXIT
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
apt() { inside apt-get -y -qq -o Dpkg::Use-Pty=0 "$@"; }
files() { (cd "$root" && find etc usr var/lib opt -xdev | grep -vE '^(var/lib/(apt|dpkg)|usr/share/mime/|usr/share/icons/hicolor/icon-theme.cache|var/cache)' | LC_ALL=C sort); }

cp "$package" "$root/tmp/breakwater.deb"
apt update
# What it depends on comes first, so that what is left behind is the package's own.
mapfile -t needs < <(dpkg-deb --field "$package" Depends | tr ',' '\n' | sed 's/|.*//; s/ //g')
apt install --no-install-recommends "${needs[@]}" >/dev/null
files >"$root/tmp/before"
# The same files under a number that was never released: there is no older one to upgrade from yet.
dpkg-deb --raw-extract "$package" "$root/tmp/older"
sed -i 's/^Version: .*/Version: 0.0.1/' "$root/tmp/older/DEBIAN/control"
dpkg-deb --build --root-owner-group "$root/tmp/older" "$root/tmp/older.deb" >/dev/null
apt install --no-install-recommends /tmp/older.deb
inside dpkg-query --show breakwater
apt install --no-install-recommends /tmp/breakwater.deb
inside dpkg-query --show breakwater
inside breakwater --version
inside breakwater --help | head -n 3
seconds=${SECONDS_TO_OPEN:-60}
inside xvfb-run --server-args="-screen 0 1600x1000x24" sh -c \
  "timeout $seconds breakwater-console --local & sleep $((seconds - 5)); import -window root /tmp/window.png; wait"
ls -l "$root/tmp/window.png"
apt remove breakwater
# It has no settings of the system's, so that apt knows nothing of it any more; dpkg is asked all the same.
inside dpkg --purge breakwater
files >"$root/tmp/after"
diff "$root/tmp/before" "$root/tmp/after" && echo "Nothing is left behind."
