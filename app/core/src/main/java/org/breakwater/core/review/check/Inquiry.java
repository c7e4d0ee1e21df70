package org.breakwater.core.review.check;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.call.ParameterStep;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.call.Basis;
import org.breakwater.core.review.call.ReviewedCall;
import org.breakwater.core.review.chain.Compared;
import org.breakwater.core.review.chain.Question;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

/// What contracts answer before and after the simulated execution, in one block: balances and allowances that it moves,
/// and how the protocol stands where the transaction has to do with it.
final class Inquiry {

    /// As many as a person reads; the rest of what moves is told as it moves.
    private static final int MOST_QUESTIONS = 160;

    private static final int MOST_ASSETS = 8;

    private final Map<Question, Compared> answers;

    private Inquiry(Map<Question, Compared> answers) {
        this.answers = answers;
    }

    /// @throws ProblemException where the node compares nothing
    static Inquiry of(Scene scene) throws ProblemException {
        var questions = new LinkedHashSet<Question>();
        var effects = Effects.of(scene);
        for (var moved : effects.moved()) {
            questions.add(balance(moved.token(), moved.from()));
            questions.add(balance(moved.token(), moved.to()));
        }
        effects.approvals()
                .forEach(approved -> questions.add(allowance(approved.token(), approved.owner(), approved.spender())));
        if (touchesProtocol(scene)) {
            protocol(scene, questions);
        }
        var asked = questions.stream().limit(MOST_QUESTIONS).toList();
        var answers = new LinkedHashMap<Question, Compared>();
        if (!asked.isEmpty()) {
            var compared = scene.chain().compare(scene.execution(), asked);
            for (int i = 0; i < asked.size(); i++) {
                answers.put(asked.get(i), compared.get(i));
            }
        }
        return new Inquiry(answers);
    }

    static boolean touchesProtocol(Scene scene) {
        return scene.calls().stream().anyMatch(call -> call.basis() == Basis.DEPLOYED);
    }

    private static void protocol(Scene scene, SequencedSet<Question> questions) throws ProblemException {
        scene.pools().forEach(pool -> questions.add(pool(pool)));
        for (var asset : assets(scene)) {
            questions.add(treasury(scene, asset));
        }
        scene.contract("Treasury").ifPresent(treasury -> questions.add(Question.of(treasury, "councilEpoch()")));
        for (var call : scene.calls()) {
            step(call).ifPresent(step -> questions.add(parameter(call.target(), step)));
            role(call).ifPresent(given -> questions.add(hasRole(call.target(), given)));
        }
    }

    static Optional<ParameterStep> step(ReviewedCall call) {
        return call.basis() == Basis.DEPLOYED ? ParameterStep.of(call.reading()) : Optional.empty();
    }

    /// A role of the AccessManager and who gets or loses it.
    record RoleOf(BigInteger role, Address account) {}

    static Optional<RoleOf> role(ReviewedCall call) {
        return switch (call.signature()) {
            case "grantRole(uint64,address,uint32)", "revokeRole(uint64,address)", "renounceRole(uint64,address)" -> {
                var given = new Arguments(call.understood().orElseThrow().call().values());
                yield Optional.of(new RoleOf(given.number(0), given.account(1)));
            }
            default -> Optional.empty();
        };
    }

    /// The treasury's assets.
    static List<Address> assets(Scene scene) throws ProblemException {
        var assets = new LinkedHashSet<Address>();
        var treasury = scene.contract("Treasury");
        if (treasury.isPresent()) {
            var count =
                    Asked.number(scene.chain(), treasury.get(), "assetCount()").orElse(BigInteger.ZERO);
            for (int i = 0; i < count.min(BigInteger.valueOf(MOST_ASSETS)).intValue(); i++) {
                Asked.account(scene.chain(), treasury.get(), "assetAt(uint256)", AbiValue.Whole.of(i))
                        .ifPresent(assets::add);
            }
        }
        return List.copyOf(assets);
    }

    static Question balance(Address token, Address holder) {
        return Question.of(token, "balanceOf(address)", new AbiValue.Account(holder));
    }

    static Question allowance(Address token, Address owner, Address spender) {
        return Question.of(
                token, "allowance(address,address)", new AbiValue.Account(owner), new AbiValue.Account(spender));
    }

    static Question pool(Address pool) {
        return Question.of(pool, PoolStanding.ASKED);
    }

    static Question treasury(Scene scene, Address asset) {
        return Question.of(
                scene.contract("Treasury").orElseThrow(), TreasuryStanding.ASKED, new AbiValue.Account(asset));
    }

    static Question parameter(Address registry, ParameterStep step) {
        return Question.of(
                registry,
                "get(bytes32,bytes32)",
                new AbiValue.Binary(step.key().bytes()),
                new AbiValue.Binary(step.scope().encoded().bytes()));
    }

    static Question hasRole(Address manager, RoleOf of) {
        return Question.of(
                manager, "hasRole(uint64,address)", new AbiValue.Whole(of.role()), new AbiValue.Account(of.account()));
    }

    /// Two answers of a kind; nothing where one of them is none.
    record Pair<T>(T before, T after) {}

    /// Reads an answer.
    interface Reading<T> {
        Optional<T> read(Optional<Bytes> answer);
    }

    <T> Optional<Pair<T>> pair(Question question, Reading<T> reading) {
        var compared = answers.get(question);
        if (compared == null) {
            return Optional.empty();
        }
        var before = reading.read(compared.before());
        var after = reading.read(compared.after());
        return before.isPresent() && after.isPresent()
                ? Optional.of(new Pair<>(before.get(), after.get()))
                : Optional.empty();
    }

    Optional<Pair<BigInteger>> numbers(Question question) {
        return pair(
                question,
                answer -> answer.flatMap(returned -> Asked.read("(uint256)", returned))
                        .map(read -> read.number(0)));
    }
}
