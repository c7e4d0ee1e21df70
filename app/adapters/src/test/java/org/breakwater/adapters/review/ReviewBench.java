package org.breakwater.adapters.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.breakwater.adapters.bench.BenchTable;
import org.breakwater.adapters.cast.Cast;
import org.breakwater.adapters.ethereum.ArtifactErrors;
import org.breakwater.adapters.ethereum.NodeReviewChain;
import org.breakwater.adapters.signer.EcdsaRecovery;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.Review;
import org.breakwater.core.review.ReviewTransaction;
import org.breakwater.core.review.chain.RememberedChain;
import org.breakwater.core.review.chain.ReviewChain;
import org.breakwater.core.review.check.Release;
import org.breakwater.core.review.check.Surroundings;
import org.breakwater.core.review.request.Kept;
import org.breakwater.core.review.request.ReviewPolicy;
import org.breakwater.core.review.request.ReviewRequest;
import org.breakwater.core.review.request.Told;
import org.breakwater.core.safe.MultiSend;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How long a batch of a hundred calls takes from its bytes to a verdict, without a simulation, beside the way of the
/// published shell script, which starts Foundry's `cast` for every value.
@Tag("bench")
class ReviewBench {

    private static final Address CALL_ONLY = Address.parse("0x9641d764fc13c8B624c04430C7356C1C7C8102e2");
    private static final int CALLS = 100;
    private static final int WARM_UP = 60;
    private static final int ROUNDS = 21;
    private static final double MOST_MILLIS = 50;

    /// Milliseconds there and back.
    private static final long SLOW = 50;

    @Test
    void aHundredCallsAreReviewedBeforeAPersonNotices() throws Exception {
        try (var stage = ReviewStage.open()) {
            var calls = IntStream.range(0, CALLS)
                    .mapToObj(number -> SafeCall.of(
                            stage.dollars(),
                            Calldata.of(
                                    "transfer(address,uint256)",
                                    stage.friend("Contributor " + number),
                                    BigInteger.valueOf(1_000 + number))))
                    .toList();
            var batch = new SafeCall(Operation.DELEGATE_CALL, CALL_ONLY, BigInteger.ZERO, MultiSend.pack(calls));
            var request = new ReviewRequest(
                    stage.council(),
                    stage.next(stage.council(), batch),
                    Told.NOTHING,
                    stage.book(),
                    ReviewPolicy.STANDARD);
            var chain = new RememberedChain(
                    unsimulated(NodeReviewChain.atHead(stage.network().node())));

            var first = timed(() -> review(chain, request));
            for (int i = 0; i < WARM_UP; i++) {
                review(chain, request);
            }
            var warm = new ArrayList<Double>();
            for (int i = 0; i < ROUNDS; i++) {
                warm.add(timed(() -> review(chain, request)));
            }
            var scattered = scattered(stage);
            var slow = timed(
                    () -> review(slowly(NodeReviewChain.atHead(stage.network().node()), false), scattered));
            var queued = timed(
                    () -> review(slowly(NodeReviewChain.atHead(stage.network().node()), true), scattered));
            var script = List.of(timed(() -> script(calls, batch)), timed(() -> script(calls, batch)));

            var table = new BenchTable("review");
            table.counted("calls of the batch", "calls", CALLS);
            table.measured("first review, the node asked", "ms", List.of(first));
            table.measured("bytes to verdict, warm", "ms", warm);
            table.measured("100 contracts over a connection of 50 ms", "ms", List.of(slow));
            table.measured("the same, one question at a time", "ms", List.of(queued));
            table.measured("the shell script's way with cast", "ms", script);
            table.publish();
            var median = warm.stream().sorted().toList().get(ROUNDS / 2);
            assertThat(median).isLessThan(MOST_MILLIS);
        }
    }

    /// A node that simulates nothing.
    private static ReviewChain unsimulated(ReviewChain chain) {
        return (ReviewChain) Proxy.newProxyInstance(
                ReviewChain.class.getClassLoader(), new Class<?>[] {ReviewChain.class}, (_, method, arguments) -> {
                    if (method.getName().equals("simulate")) {
                        throw new ProblemException(Problem.of("Nothing is simulated here.", ""));
                    }
                    try {
                        return method.invoke(chain, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    /// A batch of as many calls to as many contracts.
    private static ReviewRequest scattered(ReviewStage stage) {
        var calls = IntStream.range(0, CALLS)
                .mapToObj(number ->
                        SafeCall.of(stage.known("Gauge " + number, Bytecode.TAKES_ANYTHING), Calldata.of("claim()")))
                .toList();
        var batch = new SafeCall(Operation.DELEGATE_CALL, CALL_ONLY, BigInteger.ZERO, MultiSend.pack(calls));
        return new ReviewRequest(
                stage.council(), stage.next(stage.council(), batch), Told.NOTHING, stage.book(), ReviewPolicy.STANDARD);
    }

    /// A node at the end of a slow connection.
    ///
    /// @param oneAtATime whether it takes no question before it has answered the one before
    private static ReviewChain slowly(ReviewChain chain, boolean oneAtATime) {
        var turn = new Semaphore(oneAtATime ? 1 : Integer.MAX_VALUE);
        return (ReviewChain) Proxy.newProxyInstance(
                ReviewChain.class.getClassLoader(), new Class<?>[] {ReviewChain.class}, (_, method, arguments) -> {
                    if (arguments != null) {
                        turn.acquire();
                        try {
                            Thread.sleep(SLOW);
                        } finally {
                            turn.release();
                        }
                    }
                    try {
                        return method.invoke(chain, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double timed(Work work) throws Exception {
        var began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e6;
    }

    private static Review review(ReviewChain chain, ReviewRequest request) throws ProblemException {
        return new ReviewTransaction(
                        chain,
                        new EcdsaRecovery(),
                        Optional.empty(),
                        _ -> Optional.empty(),
                        new ArtifactErrors(),
                        new Surroundings(Instant.EPOCH, List.of(), List.of(), new Release.Unknown("None was packed.")),
                        Optional.empty(),
                        Kept.NOTHING)
                .review(request);
    }

    /// The batch taken apart and each call decoded, then the hashes: a process for each value.
    private static void script(List<SafeCall> calls, SafeCall batch) throws IOException, InterruptedException {
        cast("calldata-decode", "multiSend(bytes)", batch.data().toHex());
        for (var call : calls) {
            cast("calldata-decode", "transfer(address,uint256)", call.data().toHex());
        }
        var hash = cast("keccak", batch.data().toHex());
        var encoded = cast("abi-encode", "SafeTx(bytes32,uint256)", hash.strip(), "1");
        cast("keccak", encoded.strip());
        cast("keccak", Bytes.zeros(66).toHex());
    }

    private static String cast(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(Cast.binary().toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
