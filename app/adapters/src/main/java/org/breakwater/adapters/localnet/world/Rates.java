package org.breakwater.adapters.localnet.world;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Word;

/// The first weeks' price finding: the stewards lower base rates and slopes step by step, each announced, each a day
/// later,
/// until cover costs between about 1 and 6 % a year.
final class Rates implements Strand {

    private static final int LEVEL_SCOPE = 2;

    private final Setting setting;
    private final Contract registry;

    Rates(Setting setting) {
        this.setting = setting;
        this.registry = setting.protocol().contract("ParameterRegistry");
    }

    /// One parameter's way to its value.
    ///
    /// @param values basis points, one a day and a half
    private record Way(String key, Bytes scope, List<Integer> values) {}

    private static List<Way> ways() {
        var global = Hash32.ZERO.bytes();
        return List.of(
                new Way("UTILISATION_SLOPE", global, List.of(240, 192, 154, 124, 100)),
                new Way("RISK_SLOPE", global, List.of(320, 256, 205, 164)),
                new Way("BASE_RATE", level(Level.LOW), List.of(96, 77)),
                new Way("BASE_RATE", level(Level.GUARDED), List.of(176, 141)),
                new Way("BASE_RATE", level(Level.ELEVATED), List.of(360, 288, 231)),
                new Way("BASE_RATE", level(Level.HIGH), List.of(720, 576, 461, 369)));
    }

    /// Levels are numbered as the contracts number them.
    @SuppressWarnings("EnumOrdinal")
    private static Bytes level(Level level) {
        var word = Word.of(BigInteger.valueOf(level.number())).toArray();
        word[0] = LEVEL_SCOPE;
        return Bytes.of(word);
    }

    @Override
    public void begin() {
        var agenda = setting.agenda();
        for (int step = 0; step < 5; step++) {
            var number = step;
            agenda.at(
                    agenda.day(1, 8).plus(Duration.ofHours(36L * step)),
                    "Proposing lower rates",
                    () -> propose(number));
        }
    }

    private void propose(int step) throws ProblemException {
        var calls = new ArrayList<Call>();
        var rationale = setting.texts()
                .add(
                        "Price finding, step " + (step + 1),
                        "Quotes are above what comparable cover costs elsewhere; one bounded step down for each rate.");
        for (var way : ways()) {
            if (step < way.values().size()) {
                calls.add(registry.call(
                        "proposeChange", way.key(), way.scope(), way.values().get(step), rationale.hash()));
            }
        }
        var changes = setting.stage().send(setting.one(Part.STEWARD), calls).stream()
                .map(receipt -> receipt.event(registry, "ChangeProposed").number("changeId"))
                .toList();
        setting.agenda().after(Duration.ofHours(25), "Executing lower rates", () -> execute(changes));
    }

    private void execute(List<BigInteger> changes) throws ProblemException {
        setting.stage()
                .send(
                        setting.one(Part.KEEPER),
                        changes.stream()
                                .map(change -> registry.call("execute", change))
                                .toList());
    }
}
