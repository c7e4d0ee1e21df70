package org.breakwater.adapters.signer.external;

/// How a program is asked to sign typed data.
public enum SignerDialect {
    /// Clef: the typed data as an object.
    CLEF("account_signTypedData", "account_list", false),
    /// Frame, MetaMask and Anvil: the typed data as a text.
    ETHEREUM_V4("eth_signTypedData_v4", "eth_accounts", true),
    /// Web3Signer: the typed data as a text.
    WEB3SIGNER("eth_signTypedData", "eth_accounts", true);

    private final String signing;
    private final String listing;
    private final boolean asText;

    SignerDialect(String signing, String listing, boolean asText) {
        this.signing = signing;
        this.listing = listing;
        this.asText = asText;
    }

    /// The method that signs.
    String signing() {
        return signing;
    }

    /// The method that lists addresses.
    String listing() {
        return listing;
    }

    /// Whether the typed data are given as a text.
    boolean asText() {
        return asText;
    }
}
