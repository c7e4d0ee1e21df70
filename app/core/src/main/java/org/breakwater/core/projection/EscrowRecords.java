package org.breakwater.core.projection;

import java.math.BigInteger;
import org.breakwater.core.value.Address;

/// What Incidents, Claims and adapters hold for others.
///
/// @param held everything held in a token: deposits and bonds, credits, waiting forfeits
record EscrowRecords(
        Table<TokenKey, BigInteger> held,
        Table<CreditKey, BigInteger> credits,
        Table<ForfeitKey, BigInteger> forfeits) {

    record TokenKey(Address desk, Address asset) {}

    record CreditKey(Address desk, Address asset, Address account) {}

    record ForfeitKey(Address desk, long poolId) {}

    static EscrowRecords in(Journal journal) {
        return new EscrowRecords(Table.in(journal), Table.in(journal), Table.in(journal));
    }

    EscrowRecords frozen() {
        return new EscrowRecords(held.frozen(), credits.frozen(), forfeits.frozen());
    }
}
