package org.breakwater.core.acting;

/// A program of its own that signs, spoken to over JSON-RPC.
///
/// @param endpoint its address, as it was entered
public record ExternalProgram(String endpoint, Dialect dialect) {

    /// Characters of an address.
    public static final int MOST_LENGTH = 200;

    /// How a program is asked.
    public enum Dialect {
        CLEF("Clef"),
        /// `eth_signTypedData_v4`.
        ETHEREUM_V4("Frame or Anvil"),
        WEB3SIGNER("Web3Signer");

        private final String words;

        Dialect(String words) {
            this.words = words;
        }

        /// The programs that are asked in this way.
        public String words() {
            return words;
        }
    }

    public ExternalProgram {
        if (endpoint.length() > MOST_LENGTH || !endpoint.matches("[!-~]+")) {
            throw new IllegalArgumentException("an address of a signer has 1 to " + MOST_LENGTH + " plain characters");
        }
    }
}
