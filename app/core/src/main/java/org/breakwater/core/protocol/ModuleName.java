package org.breakwater.core.protocol;

import java.util.Arrays;
import java.util.Optional;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Word;

/// The names under which the Directory keeps the protocol's modules (`ModuleNames.sol`).
public enum ModuleName {
    PARAMETERS,
    RISK,
    PREMIUM,
    UNDERWRITING,
    ACCOUNT_COVER,
    SERIES,
    POLICY_NFT,
    INCIDENTS,
    CLAIMS,
    TRIBUNAL,
    GUARDIAN,
    TREASURY,
    GATE,
    TOKEN;

    private final Hash32 word = new Hash32(Word.ofAscii(name()));

    /// As the Directory has it: the name's characters, left-aligned.
    public Hash32 word() {
        return word;
    }

    public static Optional<ModuleName> of(Hash32 word) {
        return Arrays.stream(values()).filter(name -> name.word.equals(word)).findFirst();
    }
}
