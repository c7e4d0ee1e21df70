package org.breakwater.core.review;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.breakwater.core.value.Address;

/// Addresses that a check's evidence names. Checks write them whole, with their checksum.
public final class NamedAddresses {

    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-fA-F]{40}(?![0-9a-fA-F])");

    private NamedAddresses() {}

    /// Each once, in the order in which they stand.
    public static List<Address> in(String evidence) {
        return ADDRESS.matcher(evidence)
                .results()
                .map(MatchResult::group)
                .distinct()
                .map(Address::parse)
                .toList();
    }
}
