package org.breakwater.core.review.check;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.call.ParameterStep;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Word;

/// Something that is another once the transaction is executed. Amounts are in the smallest unit.
public sealed interface StateChange {

    /// The network's own money that an account has, wei.
    record Money(Address account, BigInteger before, BigInteger after) implements StateChange {}

    /// Tokens that an account has, in the token's units.
    record Tokens(Address token, Address holder, BigInteger before, BigInteger after) implements StateChange {}

    /// Tokens that move, of a contract that does not tell who has how many.
    ///
    /// @param amount units, or the number of a token without amounts
    record Moved(Address token, Address from, Address to, BigInteger amount) implements StateChange {}

    /// How much of an owner's tokens somebody may take, in the token's units.
    ///
    /// @param before nothing where the token does not tell
    record Allowance(Address token, Address owner, Address spender, Optional<BigInteger> before, BigInteger after)
            implements StateChange {}

    /// Who owns the Safe, from its storage.
    record Owners(List<Address> before, List<Address> after) implements StateChange {
        public Owners {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /// Which modules move the Safe's money without signatures, from its storage.
    record Modules(List<Address> before, List<Address> after) implements StateChange {
        public Modules {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /// One word of the Safe's configuration.
    record SafeWord(Part part, Hash32 before, Hash32 after) implements StateChange {

        /// A word that is an address.
        public static Address address(Hash32 word) {
            return new Address(word.bytes().slice(Word.LENGTH - Address.LENGTH, Word.LENGTH));
        }
    }

    /// A parameter of the protocol.
    ///
    /// @param step what the call asks for, and how it comes into force
    /// @param before the value in force, where the registry knows the parameter
    /// @param after the value that the call names
    record Parameter(ParameterStep step, Optional<BigInteger> before, BigInteger after) implements StateChange {}

    /// Whether an account has a role of the AccessManager.
    record Role(BigInteger role, Address account, boolean before, boolean after) implements StateChange {}

    /// How a pool stands.
    ///
    /// @param number from 1
    record Pool(int number, Address pool, PoolStanding before, PoolStanding after) implements StateChange {}

    /// How the treasury stands in one asset.
    record Treasury(Address asset, TreasuryStanding before, TreasuryStanding after) implements StateChange {}

    /// What the council may still spend in this period, in the settlement asset's units.
    record CouncilSpending(BigInteger before, BigInteger after, BigInteger limit) implements StateChange {}

    /// A word of another contract's storage.
    record Stored(Address account, Hash32 slot, Hash32 before, Hash32 after) implements StateChange {}

    /// A part of a Safe's configuration that is one word.
    enum Part {
        CODE(true),
        OWNER_COUNT(false),
        THRESHOLD(false),
        GUARD(true),
        MODULE_GUARD(true),
        FALLBACK_HANDLER(true);

        private final boolean address;

        Part(boolean address) {
            this.address = address;
        }

        /// Whether the word is an address rather than a number.
        public boolean isAddress() {
            return address;
        }
    }
}
