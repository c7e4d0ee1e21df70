package org.breakwater.core.projection;

import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.protocol.ModuleName;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// Where modules are, and who holds how much of which token.
///
/// @param modules by name
/// @param balances of pool shares and votes, of everybody; of settlement assets and venue shares, of the treasury alone
/// @param supplies of pool shares and votes
/// @param authorities the AccessManager that a module asks
record DirectoryRecords(
        Table<Hash32, Address> modules,
        Table<Holding, BigInteger> balances,
        Table<Address, BigInteger> supplies,
        Table<Address, Address> authorities,
        Table<Address, Boolean> excluded) {

    record Holding(Address token, Address holder) {}

    static DirectoryRecords in(Journal journal) {
        return new DirectoryRecords(
                Table.in(journal), Table.in(journal), Table.in(journal), Table.in(journal), Table.in(journal));
    }

    DirectoryRecords frozen() {
        return new DirectoryRecords(
                modules.frozen(), balances.frozen(), supplies.frozen(), authorities.frozen(), excluded.frozen());
    }

    Optional<Address> module(ModuleName name) {
        return modules.find(name.word());
    }

    BigInteger balance(Address token, Address holder) {
        return balances.get(new Holding(token, holder), BigInteger.ZERO);
    }

    BigInteger supply(Address token) {
        return supplies.get(token, BigInteger.ZERO);
    }
}
