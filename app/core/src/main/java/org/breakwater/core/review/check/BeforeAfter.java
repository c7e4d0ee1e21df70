package org.breakwater.core.review.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.chain.Question;
import org.breakwater.core.review.chain.Simulation;
import org.breakwater.core.review.check.Inquiry.Pair;
import org.breakwater.core.safe.SafeConfiguration;
import org.breakwater.core.safe.SafeStorage;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;

/// Everything that the simulated execution changes, for a person to read.
public final class BeforeAfter {

    private final Scene scene;
    private final Simulation simulation;
    private final Effects effects;
    private final Optional<Inquiry> inquiry;
    private final List<StateChange> changes = new ArrayList<>();

    private BeforeAfter(Scene scene) throws ProblemException {
        this.scene = scene;
        this.simulation = scene.simulation();
        this.effects = Effects.of(scene);
        this.inquiry = inquiry(scene);
    }

    /// Money first, then whom the Safe obeys, then the protocol, then words of storage.
    ///
    /// @throws ProblemException where the execution could not be simulated
    public static List<StateChange> of(Scene scene) throws ProblemException {
        var all = new BeforeAfter(scene);
        all.money();
        all.tokens();
        all.allowances();
        all.safe();
        all.protocol();
        all.words();
        return List.copyOf(all.changes);
    }

    /// Where a node compares nothing, what moves is told as it moves.
    private static Optional<Inquiry> inquiry(Scene scene) {
        try {
            return Optional.of(Inquiry.of(scene));
        } catch (ProblemException notCompared) {
            return Optional.empty();
        }
    }

    private <T> Optional<Pair<T>> pair(Question question, Inquiry.Reading<T> reading) {
        return inquiry.flatMap(asked -> asked.pair(question, reading));
    }

    private Optional<Pair<BigInteger>> numbers(Question question) {
        return inquiry.flatMap(asked -> asked.numbers(question));
    }

    private void money() throws ProblemException {
        var accounts = simulation.balances().entrySet().stream()
                .filter(entry -> entry.getValue().signum() != 0)
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing((Address account) -> !account.equals(scene.safe()))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        for (var account : accounts) {
            var before = scene.chain().balance(account);
            changes.add(new StateChange.Money(
                    account, before, before.add(simulation.balances().get(account))));
        }
    }

    /// Whose tokens of which contract.
    private record Holding(Address token, Address holder) {}

    private void tokens() {
        var holdings = new LinkedHashSet<Holding>();
        for (var moved : effects.moved()) {
            if (numbers(Inquiry.balance(moved.token(), moved.from())).isEmpty()
                    && numbers(Inquiry.balance(moved.token(), moved.to())).isEmpty()) {
                changes.add(new StateChange.Moved(moved.token(), moved.from(), moved.to(), moved.amount()));
            } else {
                holdings.add(new Holding(moved.token(), moved.from()));
                holdings.add(new Holding(moved.token(), moved.to()));
            }
        }
        holdings.stream()
                .sorted(Comparator.comparing(holding -> !holding.holder().equals(scene.safe())))
                .forEach(holding -> numbers(Inquiry.balance(holding.token(), holding.holder()))
                        .filter(pair -> !pair.before().equals(pair.after()))
                        .ifPresent(pair -> changes.add(new StateChange.Tokens(
                                holding.token(), holding.holder(), pair.before(), pair.after()))));
    }

    private void allowances() {
        var said = new LinkedHashSet<Question>();
        for (var approved : effects.approvals()) {
            var question = Inquiry.allowance(approved.token(), approved.owner(), approved.spender());
            if (said.add(question)) {
                var pair = numbers(question);
                changes.add(new StateChange.Allowance(
                        approved.token(),
                        approved.owner(),
                        approved.spender(),
                        pair.map(Pair::before),
                        pair.map(Pair::after).orElse(approved.amount())));
            }
        }
    }

    private void safe() throws ProblemException {
        if (scene.instead().isPresent()) {
            return;
        }
        var before = scene.configuration();
        var after = configuration();
        after.filter(changed -> !changed.owners().equals(before.owners()))
                .ifPresent(changed -> changes.add(new StateChange.Owners(before.owners(), changed.owners())));
        after.filter(changed -> !changed.modules().equals(before.modules()))
                .ifPresent(changed -> changes.add(new StateChange.Modules(before.modules(), changed.modules())));
        ConfigurationSlots.parts().forEach((slot, part) -> {
            if (simulation.changes(scene.safe(), slot)
                    && !(part == StateChange.Part.OWNER_COUNT && after.isPresent())) {
                var at = new Simulation.Word(scene.safe(), slot);
                changes.add(new StateChange.SafeWord(
                        part,
                        simulation.before().getOrDefault(at, Hash32.ZERO),
                        simulation.after().getOrDefault(at, Hash32.ZERO)));
            }
        });
    }

    /// The Safe as its storage has it afterwards; nothing where not every changed word of it is seen.
    private Optional<SafeConfiguration> configuration() {
        try {
            return Optional.of(new SafeStorage(scene.safe(), this::after).configuration());
        } catch (ProblemException unseen) {
            return Optional.empty();
        }
    }

    private Hash32 after(Address account, Hash32 slot) throws ProblemException {
        var changed = simulation.after().get(new Simulation.Word(account, slot));
        return changed == null ? scene.chain().storage(account, slot) : changed;
    }

    private void protocol() throws ProblemException {
        for (var call : scene.calls()) {
            Inquiry.step(call)
                    .ifPresent(step -> changes.add(new StateChange.Parameter(
                            step,
                            numbers(Inquiry.parameter(call.target(), step)).map(Pair::before),
                            step.value())));
            Inquiry.role(call)
                    .ifPresent(given -> pair(
                                    Inquiry.hasRole(call.target(), given),
                                    answer -> answer.flatMap(returned -> Asked.read("(bool,uint32)", returned))
                                            .map(read -> read.flag(0)))
                            .filter(pair -> !pair.before().equals(pair.after()))
                            .ifPresent(pair -> changes.add(
                                    new StateChange.Role(given.role(), given.account(), pair.before(), pair.after()))));
        }
        if (!Inquiry.touchesProtocol(scene)) {
            return;
        }
        var pools = scene.pools();
        for (int i = 0; i < pools.size(); i++) {
            var number = i + 1;
            var pool = pools.get(i);
            pair(Inquiry.pool(pool), PoolStanding::read)
                    .filter(pair -> !pair.before().equals(pair.after()))
                    .ifPresent(pair -> changes.add(new StateChange.Pool(number, pool, pair.before(), pair.after())));
        }
        for (var asset : Inquiry.assets(scene)) {
            pair(Inquiry.treasury(scene, asset), TreasuryStanding::read)
                    .filter(pair -> !pair.before().equals(pair.after()))
                    .ifPresent(pair -> changes.add(new StateChange.Treasury(asset, pair.before(), pair.after())));
        }
        scene.contract("Treasury")
                .flatMap(treasury -> pair(Question.of(treasury, "councilEpoch()"), BeforeAfter::epoch))
                .filter(pair -> !pair.before().equals(pair.after()))
                .ifPresent(pair -> changes.add(new StateChange.CouncilSpending(
                        pair.before().left(), pair.after().left(), pair.after().limit())));
    }

    /// What the council has spent in a period, of what it may.
    private record Epoch(BigInteger used, BigInteger limit) {

        BigInteger left() {
            return limit.subtract(used).max(BigInteger.ZERO);
        }
    }

    private static Optional<Epoch> epoch(Optional<Bytes> answer) {
        return answer.flatMap(returned -> Asked.read("(uint256,uint256)", returned))
                .map(read -> new Epoch(read.number(0), read.number(1)));
    }

    private void words() {
        simulation.after().entrySet().stream()
                .filter(entry -> !entry.getKey().account().equals(scene.safe()))
                .sorted(Comparator.comparing((Map.Entry<Simulation.Word, Hash32> entry) ->
                                entry.getKey().account())
                        .thenComparing(entry -> entry.getKey().slot().toString()))
                .forEach(entry -> changes.add(new StateChange.Stored(
                        entry.getKey().account(),
                        entry.getKey().slot(),
                        simulation.before().getOrDefault(entry.getKey(), Hash32.ZERO),
                        entry.getValue())));
    }
}
