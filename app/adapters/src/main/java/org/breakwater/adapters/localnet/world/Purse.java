package org.breakwater.adapters.localnet.world;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.breakwater.core.problem.ProblemException;

/// Pays for what people do: the settlement token's owner gives them what an act takes, and they approve who takes it.
final class Purse {

    private final Setting setting;
    private final Contract usdc;

    Purse(Setting setting) {
        this.setting = setting;
        this.usdc = setting.protocol().usdc();
    }

    /// Someone does something that costs them an amount, in one block.
    ///
    /// @param taker of the amount
    /// @return the receipt of the call
    Receipt spend(Person by, Contract taker, BigInteger amount, Call call) throws ProblemException {
        var deeds = new ArrayList<>(funds(by, taker, amount));
        deeds.add(Stage.Deed.of(by, call));
        return setting.stage().mine(deeds).getLast();
    }

    private List<Stage.Deed> funds(Person by, Contract taker, BigInteger amount) {
        if (amount.signum() == 0) {
            return List.of();
        }
        return List.of(
                Stage.Deed.of(setting.one(Part.DEPLOYER), usdc.call("mint", by, amount)),
                Stage.Deed.of(by, usdc.call("approve", taker, amount)));
    }
}
