package org.breakwater.core.projection;

import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.projection.view.PegFeed;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.protocol.PegState;
import org.breakwater.core.rule.FeedReading;
import org.breakwater.core.rule.PegRule;
import org.breakwater.core.value.Address;

/// What the treasury would say of settlement assets at a time: nobody has to poke first.
record PegWatch(TreasuryRecords treasury, ParameterRecords parameters, OutsideFacts outside, long at) {

    /// @throws HistoryGap for a token that is no settlement asset
    PegFeed feed(Address asset) {
        return treasury.pegs().require(asset, () -> asset + " is no settlement asset");
    }

    PegState state(Address asset) {
        var peg = feed(asset);
        var maxAge = parameters.get(ParameterKey.ORACLE_MAX_AGE, ParameterScope.account(peg.feed()));
        var price = outside.answer(peg.feed())
                .flatMap(answer -> answer.goodPrice(decimals(peg.feed()), outside.limits(peg.feed()), maxAge, at));
        return PegRule.next(peg.state(), price, marks(asset));
    }

    /// Time of the feed's answer; of the last good one that was read when it gives none.
    long pricedAt(Address asset) {
        var peg = feed(asset);
        Optional<FeedReading> answer = outside.answer(peg.feed())
                .filter(reading -> reading.price(decimals(peg.feed()), at).isPresent());
        return answer.map(FeedReading::updatedAt)
                .map(BigInteger::longValueExact)
                .orElse(peg.updatedAt());
    }

    private int decimals(Address feed) {
        return treasury.decimals().get(feed, 0);
    }

    private PegRule.Marks marks(Address asset) {
        var scope = ParameterScope.account(asset);
        return new PegRule.Marks(
                parameters.get(ParameterKey.PEG_BREAK, scope),
                parameters.get(ParameterKey.PEG_WATCH, scope),
                parameters.get(ParameterKey.PEG_RECOVER, scope));
    }
}
