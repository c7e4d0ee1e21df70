package org.breakwater.adapters.localnet.world;

import java.math.BigInteger;
import java.util.List;
import org.breakwater.core.problem.ProblemException;

/// A contract that cover is sold for, with something in it that can be lost.
record CoveredVault(Stage stage, Person owner, Contract vault) {

    /// @param holdings dollars in it
    static CoveredVault create(Setting setting, String name, long holdings) throws ProblemException {
        var stage = setting.stage();
        var owner = setting.one(Part.PRICE_REPORTER);
        var usdc = setting.protocol().usdc();
        var vault = stage.create(owner, "YieldVault", usdc, name, "cv" + name.substring(0, 1), owner);
        var amount = Setting.usdc(holdings);
        stage.mine(List.of(
                Stage.Deed.of(setting.one(Part.DEPLOYER), usdc.call("mint", owner, amount)),
                Stage.Deed.of(owner, usdc.call("approve", vault, amount)),
                Stage.Deed.of(owner, vault.call("deposit", amount, owner))));
        return new CoveredVault(stage, owner, vault);
    }

    /// A part of what it holds is gone.
    ///
    /// @param bps of the holdings
    void lose(int bps) throws ProblemException {
        var lost = stage.number(vault.call("totalAssets"))
                .multiply(BigInteger.valueOf(bps))
                .divide(BigInteger.valueOf(10_000));
        stage.send(owner, vault.call("writeOff", lost));
    }
}
