package org.breakwater.core.release;

import org.breakwater.core.release.ReleaseManifest.Listed;
import org.breakwater.core.value.Hash32;

/// What is known of a file that says it is one of a release.
public sealed interface ReleaseVerdict {

    /// It is listed, its bytes are the listed ones, and enough of the given keys have signed the list.
    record Signed(String version, int signatures, int needed) implements ReleaseVerdict {}

    /// It is listed and its bytes are the listed ones; whose list it is was not asked.
    record Unsigned(String version) implements ReleaseVerdict {}

    /// Its bytes are the listed ones, but too few of the given keys have signed the list.
    record TooFewSignatures(String version, int signatures, int needed) implements ReleaseVerdict {}

    /// The release has no such file.
    record NotListed(String version) implements ReleaseVerdict {}

    /// Its bytes are others.
    record Differs(String version, Hash32 listed, Hash32 found) implements ReleaseVerdict {}

    /// How many of some keys have to agree: more than half.
    static int needed(int keys) {
        return keys / 2 + 1;
    }

    /// @param found the file's own name, size and sum
    /// @param keys how many were given
    /// @param signatures by how many of these the list is signed, each counted once
    static ReleaseVerdict of(ReleaseManifest manifest, Listed found, int keys, int signatures) {
        var listed = manifest.find(found.name());
        if (listed.isEmpty()) {
            return new NotListed(manifest.version());
        }
        if (!listed.get().equals(found)) {
            return new Differs(manifest.version(), listed.get().sha256(), found.sha256());
        }
        if (keys == 0) {
            return new Unsigned(manifest.version());
        }
        var needed = needed(keys);
        return signatures < needed
                ? new TooFewSignatures(manifest.version(), signatures, needed)
                : new Signed(manifest.version(), signatures, needed);
    }
}
