package org.breakwater.core.projection.view;

import java.math.BigInteger;
import org.breakwater.core.value.Hash32;

/// Terms of a pool's policies (`IUnderwriting.Terms`).
///
/// @param version from 1
/// @param exclusionsBitmap a bit for each exclusion of the wording
/// @param publishedAt seconds since 1970
public record TermsView(
        long poolId,
        long version,
        String wordingUri,
        Hash32 wordingHash,
        BigInteger exclusionsBitmap,
        long publishedAt) {

    /// How many exclusions hold.
    public int exclusions() {
        return exclusionsBitmap.bitCount();
    }
}
