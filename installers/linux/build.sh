#!/usr/bin/env bash
# Packs the program: a folder, tar.gz, deb and rpm, the same bytes for the same sources. Called by the build with the
# version and the time that all files are dated with, after target/ holds content/ (jars), runtime/, pages/ and the bill of materials, which Maven makes only online.
set -euo pipefail
version=$1 time=$2
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
target=$root/installers/target
content=$target/content
export LC_ALL=C TZ=UTC SOURCE_DATE_EPOCH
SOURCE_DATE_EPOCH=$(date -d "$time" +%s)
umask 022

source "$here/tools.sh"
install_missing asciidoctor:asciidoctor dpkg-deb:dpkg rpmbuild:rpm strip:binutils unzip:unzip zip:zip xz:xz-utils

image=$target/image/breakwater
rm -rf "$target/image" "$target/tree" "$target/release"
mkdir -p "$image/bin" "$image/lib/app" "$image/lib/native" "$target/release"

# Libraries are what they were when they were looked at: names and sums are in the project.
(cd "$content" && sha256sum --check --strict --quiet "$here/../libraries.sha256")
listed=$(wc -l <"$here/../libraries.sha256")
present=$(find "$content/lib" "$content/javafx" -name '*.jar' ! -path '*-'"$version"'.jar' | wc -l)
((listed == present)) || { echo "There are $present libraries, and $listed are listed in installers/libraries.sha256." >&2; exit 1; }

# Of a class that is in two libraries the program would get whichever comes first.
twice=$(for jar in "$content"/lib/*.jar "$content"/javafx/*.jar; do unzip -Z1 "$jar" | grep '\.class$' || true; done |
  grep -v -e '^META-INF/versions/' -e '^module-info\.class$' | sort | uniq -d)
[[ -z $twice ]] || { printf 'In two libraries there is:\n%s\n' "$twice" >&2; exit 1; }

# Native code lies beside the jars, so that nothing is unpacked to anywhere at a start.
cp -r "$target/runtime" "$image/lib/runtime"
find "$image/lib/runtime/bin" -type f ! -name java -delete
cp "$content"/lib/*.jar "$image/lib/app/"
unzip -qoj "$content"/javafx/javafx-graphics-*-linux.jar '*.so' -d "$image/lib/runtime/lib"
unzip -qoj "$image"/lib/app/sqlite-jdbc-*.jar 'org/sqlite/native/Linux/x86_64/*.so' -d "$image/lib/native"
zip -qd "$image"/lib/app/sqlite-jdbc-*.jar 'org/sqlite/native/*'
find "$image/lib" \( -name '*.so' -o -path '*/bin/java' -o -name jexec -o -name jspawnhelper \) -exec strip --strip-unneeded {} +
cp "$root/governance-contracts/node_modules/@foundry-rs/anvil-linux-amd64/bin/anvil" "$image/lib/app/anvil"
cp "$root/LICENSE" "$root/NOTICE" "$target/breakwater.cdx.json" "$image/"

# The name of the start's cache changes with everything that it depends on.
build=$(cd "$image/lib" && find . -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum | cut -c1-16)
sed "s/@BUILD@/$build/" "$here/files/breakwater-console" >"$image/bin/breakwater-console"
cp "$here/files/breakwater" "$image/bin/breakwater"

settle() { # one mode, one time, no owner
  find "$1" -type d -exec chmod 755 {} +
  find "$1" -type f -exec chmod 644 {} +
  find "$1" -type f \( -path '*/bin/*' -o -name anvil -o -name jspawnhelper -o -name jexec \) -exec chmod 755 {} +
  find "$1" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
}

settle "$target/image"
tar --create --directory="$target/image" --sort=name --owner=0 --group=0 --numeric-owner --format=gnu breakwater |
  gzip -9 --no-name >"$target/release/breakwater-$version-linux-amd64.tar.gz"

tree=$target/tree
mkdir -p "$tree"/usr/{bin,lib/systemd/system,share/{applications,bash-completion/completions,doc/breakwater,man/man1,metainfo,mime/packages}}
cp -r "$image" "$tree/usr/lib/breakwater"
rm "$tree"/usr/lib/breakwater/{LICENSE,NOTICE,breakwater.cdx.json}
ln -s ../lib/breakwater/bin/breakwater "$tree/usr/bin/breakwater"
ln -s ../lib/breakwater/bin/breakwater-console "$tree/usr/bin/breakwater-console"
cp "$here/files/org.breakwater.Console.desktop" "$tree/usr/share/applications/"
cp "$here/../breakwater-monitor.service" "$tree/usr/lib/systemd/system/"
cp "$here/files/breakwater.xml" "$tree/usr/share/mime/packages/"
sed "s/@VERSION@/$version/; s/@DATE@/$(date -d "$time" +%F)/; s/@LICENSE@/MIT/" \
  "$here/files/org.breakwater.Console.metainfo.xml" >"$tree/usr/share/metainfo/org.breakwater.Console.metainfo.xml"
# It is read by a shell, not run.
sed '1{/^#!/d}' "$target/pages/breakwater.bash" >"$tree/usr/share/bash-completion/completions/breakwater"
for page in "$target"/pages/*.adoc; do
  asciidoctor --backend=manpage --out-file=- "$page" | gzip -9 --no-name >"$tree/usr/share/man/man1/$(basename "${page%.adoc}").1.gz"
done
for size in 16 24 32 48 64 128 256 512; do
  icons=$tree/usr/share/icons/hicolor/${size}x${size}
  mkdir -p "$icons/apps" "$icons/mimetypes"
  cp "$root/assets/icons/breakwater-$size.png" "$icons/apps/breakwater.png"
  cp "$root/assets/icons/breakwater-$size.png" "$icons/mimetypes/application-vnd.breakwater.transaction+json.png"
done
mkdir -p "$tree/usr/share/icons/hicolor/scalable/apps"
cp "$root/assets/identity/icon.svg" "$tree/usr/share/icons/hicolor/scalable/apps/breakwater.svg"
{ cat "$here/files/copyright"; sed 's/^$/./; s/^/ /' "$root/LICENSE"; } >"$tree/usr/share/doc/breakwater/copyright"
cp "$root/NOTICE" "$target/breakwater.cdx.json" "$root/app/docs/"*.md "$root/app/docs/openapi.json" "$tree/usr/share/doc/breakwater/"
cp -r "$root/app/docs/guide" "$tree/usr/share/doc/breakwater/guide"
sed "s/@VERSION@/$version/; s/@DATE@/$(date -R -d "$time")/" "$here/files/changelog" |
  gzip -9 --no-name >"$tree/usr/share/doc/breakwater/changelog.gz"
settle "$tree"

deb=$target/deb
rm -rf "$deb"
cp -a "$tree" "$deb"
mkdir -p "$deb/DEBIAN" "$deb/usr/share/lintian/overrides"
cp "$here/files/lintian-overrides" "$deb/usr/share/lintian/overrides/breakwater"
(cd "$deb" && find usr -type f -print0 | sort -z | xargs -0 md5sum) >"$deb/DEBIAN/md5sums"
sed "s/@VERSION@/$version/; s/@SIZE@/$(du -sk --apparent-size "$tree" | cut -f1)/" "$here/files/control" >"$deb/DEBIAN/control"
settle "$deb"
dpkg-deb --root-owner-group -Zxz -z3 --build "$deb" "$target/release/breakwater_${version}_amd64.deb" >/dev/null

sed "s/@VERSION@/$version/" "$here/files/breakwater.spec" >"$target/breakwater.spec"
rpmbuild -bb --quiet --target x86_64 --define "tree $tree" --define "_topdir $target/rpm" --define "_rpmdir $target/release" \
  --define "_rpmfilename %%{NAME}-%%{VERSION}-%%{RELEASE}.x86_64.rpm" --define "_buildhost breakwater" \
  --define "use_source_date_epoch_as_buildtime 1" --define "clamp_mtime_to_source_date_epoch 1" \
  --define "_binary_payload w9.zstdio" --define "_dbpath $target/rpm/db" "$target/breakwater.spec"

"$here/manifest.sh" "$version" "$target/release"
(cd "$target/release" && sha256sum ./* && du -sh ./*)
