package org.breakwater.adapters.localnet.world;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.breakwater.core.problem.ProblemException;

/// What the world has come to, in a few lines, for whoever rebuilds it.
final class Summary {

    private final Setting setting;

    Summary(Setting setting) {
        this.setting = setting;
    }

    String text() throws ProblemException {
        var lens = setting.protocol().contract("ProtocolLens");
        var text = new StringBuilder();
        text.append("%d blocks, %d transactions%n"
                .formatted(setting.stage().blocks(), setting.stage().transactions()));
        for (var pool : setting.stage().view(lens.call("pools")).all()) {
            var capital = pool.struct("capital");
            text.append("%-32s assets %,11d reserved %,10d cover %,11d minimum %,11d solvency %.1f %% queue %d%n"
                    .formatted(
                            pool.text("name"),
                            dollars(capital.number("totalAssets")),
                            dollars(capital.number("reserved")),
                            dollars(capital.number("activeCover")),
                            dollars(capital.number("minCapital")),
                            capital.count("solvencyBps") / 100.0,
                            pool.count("queueTail") - pool.count("queueHead")));
        }
        var count = setting.stage()
                .number(setting.protocol().contract("Underwriting").call("policyCount"));
        for (long from = 1; from <= count.longValueExact(); from += 500) {
            var page = setting.stage()
                    .view(lens.call("policyCounts", from, Math.min(count.longValueExact(), from + 499)))
                    .struct();
            text.append("policies from %d: %s%n".formatted(from, Arrays.toString((BigInteger[]) page.value("count"))));
        }
        text.append(distributions(count.longValueExact()));
        return text.toString();
    }

    /// Amounts and yearly rates of all policies, at five ranks.
    private String distributions(long count) throws ProblemException {
        var underwriting = setting.protocol().contract("Underwriting");
        var amounts = new ArrayList<Long>();
        var rates = new ArrayList<Long>();
        for (long id = 1; id <= count; id++) {
            var policy = setting.stage().view(underwriting.call("policy", id)).struct();
            amounts.add(dollars(policy.number("amount")));
            rates.add(policy.count("rateBps"));
        }
        return "amounts %s%nrates %s%n".formatted(ranks(amounts), ranks(rates));
    }

    private static List<Long> ranks(List<Long> numbers) {
        var sorted = numbers.stream().sorted().toList();
        return Stream.of(0, 5, 25, 50, 75, 95, 100)
                .map(percent -> sorted.isEmpty() ? 0 : sorted.get((sorted.size() - 1) * percent / 100))
                .toList();
    }

    private static long dollars(BigInteger assets) {
        return assets.divide(Setting.usdc(1)).longValueExact();
    }
}
