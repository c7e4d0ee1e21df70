package org.breakwater.adapters.localnet.world;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;

/// Buys the cover of those who will have something to claim.
final class Policies {

    private final Setting setting;
    private final Purse purse;
    private final Contract underwriting;
    private final List<Person> holders;
    private int bought;

    /// @param holders who buy, in turn
    Policies(Setting setting, Purse purse, List<Person> holders) {
        this.setting = setting;
        this.purse = purse;
        this.underwriting = setting.protocol().contract("Underwriting");
        this.holders = List.copyOf(holders);
    }

    /// Someone insured.
    record Insured(BigInteger policy, Person holder, BigInteger amount) {}

    /// The next holder buys cover.
    ///
    /// @param dollars insured
    Insured buy(Listed subject, long dollars, Duration duration) throws ProblemException {
        var holder = holders.get(bought++ % holders.size());
        var amount = Setting.usdc(dollars);
        var premium = premium(subject, amount, duration);
        var interest = setting.texts()
                .write("# Proof of interest\n\n%s holds a position of %,d USD in %s.\n"
                        .formatted(holder.name(), dollars, subject.name()));
        var version = setting.stage().number(underwriting.call("termsVersion", subject.pool()));
        var order = List.of(
                subject.pool(),
                subject.id(),
                amount,
                duration,
                premium,
                version,
                interest,
                holder,
                Address.ZERO,
                new byte[0]);
        var receipt = purse.spend(holder, underwriting, premium, underwriting.call("buy", order));
        return new Insured(receipt.event(underwriting, "PolicyBought").number("policyId"), holder, amount);
    }

    private BigInteger premium(Listed subject, BigInteger amount, Duration duration) throws ProblemException {
        var engine = setting.protocol().contract("PremiumEngine");
        var quote = setting.stage()
                .view(engine.call("quote", subject.pool(), subject.id(), amount, duration, Address.ZERO));
        return Views.only(quote).number("premium");
    }
}
