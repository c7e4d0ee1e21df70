package org.breakwater.core.acting;

import org.breakwater.core.value.Address;

/// Somebody who can sign on this machine.
///
/// @param name as the window calls them: "Council 3", "Ops ledger"
public record Person(Address address, String name, Means means) {

    /// With what somebody signs.
    public enum Means {
        /// A key of a local network's phrase, which is public.
        LOCAL_NETWORK("a key of the local network"),
        /// A keystore file on this machine.
        KEYSTORE("a keystore file"),
        /// A program that is asked over JSON-RPC.
        EXTERNAL_SIGNER("an external signer");

        private final String words;

        Means(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /// Whether they can pay for a transaction of the network's. An external signer is asked for typed data alone.
    public boolean pays() {
        return means != Means.EXTERNAL_SIGNER;
    }

    public Person {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a person has a name");
        }
    }
}
