package org.breakwater.desktop.wording;

import java.util.Map;
import java.util.Optional;
import org.breakwater.core.call.CallReading;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.value.TokenAmount;

/// What a call moves, where that is an amount of the settlement asset.
final class CallValues {

    /// Functions whose argument is an amount of the settlement asset, by the argument's name.
    private static final Map<String, String> AMOUNTS = Map.of(
            "Treasury.allocate", "amount",
            "Treasury.recall", "amount",
            "Treasury.requestExit", "amount",
            "Treasury.backstop", "amount",
            "Treasury.backstopAsCouncil", "amount",
            "Claims.councilDecide", "approved",
            "LocalToken.transfer", "value",
            "LocalToken.approve", "value");

    private CallValues() {}

    static Optional<TokenAmount> of(CallReading reading) {
        return reading instanceof CallReading.Understood understood
                ? Optional.ofNullable(AMOUNTS.get(understood.function()))
                        .map(argument -> SettlementAsset.amount(understood.number(argument)))
                : Optional.empty();
    }
}
