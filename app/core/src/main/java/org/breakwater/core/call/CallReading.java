package org.breakwater.core.call;

import java.math.BigInteger;
import java.util.NoSuchElementException;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.Argument;
import org.breakwater.core.abi.DecodedCall;
import org.breakwater.core.safe.SafeChange;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;

/// What one call is, as far as its bytes say it.
public sealed interface CallReading {

    /// A call of a known function of a known contract; every byte is accounted for.
    ///
    /// @param contract name of its source
    record Understood(String contract, DecodedCall call) implements CallReading {

        /// `Treasury.spend`
        public String function() {
            return contract + "." + call.function().name();
        }

        public BigInteger number(String name) {
            return ((AbiValue.Whole) value(name)).number();
        }

        public Address address(String name) {
            return ((AbiValue.Account) value(name)).address();
        }

        public boolean flag(String name) {
            return ((AbiValue.Flag) value(name)).flag();
        }

        public Bytes bytes(String name) {
            return ((AbiValue.Binary) value(name)).bytes();
        }

        public Hash32 word(String name) {
            return new Hash32(bytes(name));
        }

        private AbiValue value(String name) {
            return call.arguments().stream()
                    .filter(argument -> argument.name().equals(name))
                    .map(Argument::value)
                    .findFirst()
                    .orElseThrow(() -> new NoSuchElementException(call.function() + " has no argument " + name));
        }
    }

    /// A change of a Safe by itself.
    record ChangesSafe(Address safe, SafeChange change) implements CallReading {}

    /// Nothing but money.
    ///
    /// @param value wei
    record Payment(BigInteger value) implements CallReading {}

    /// A Safe's transaction that does nothing but use up its nonce.
    record Rejection() implements CallReading {}

    /// Foreign code that runs as the Safe itself, which may do anything, whatever its calldata looks like.
    record ForeignCode() implements CallReading {}

    /// Bytes that are not understood.
    ///
    /// @param why a sentence
    record Unreadable(String why) implements CallReading {}
}
