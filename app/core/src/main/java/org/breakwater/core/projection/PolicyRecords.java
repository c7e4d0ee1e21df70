package org.breakwater.core.projection;

import java.math.BigInteger;
import org.breakwater.core.fact.PolicyFact;
import org.breakwater.core.value.Address;

/// What is known of policies and prices.
///
/// @param policies by number, as they stand
/// @param holders by number of the policy
/// @param versions of terms that a pool has had
record PolicyRecords(
        Table<BigInteger, PolicyFact.Policy> policies,
        Table<BigInteger, Address> holders,
        Table<TermsKey, PublishedTerms> terms,
        Table<Long, Long> versions,
        Table<Place, Surge> surges) {

    record TermsKey(long poolId, long version) {}

    /// @param at seconds since 1970
    record PublishedTerms(PolicyFact.TermsPublished terms, long at) {}

    /// @param exact basis points × 86,400 at `at`
    record Surge(BigInteger exact, long at) {}

    static PolicyRecords in(Journal journal) {
        return new PolicyRecords(
                Table.in(journal), Table.in(journal), Table.in(journal), Table.in(journal), Table.in(journal));
    }

    PolicyRecords frozen() {
        return new PolicyRecords(
                policies.frozen(), holders.frozen(), terms.frozen(), versions.frozen(), surges.frozen());
    }
}
