package org.breakwater.core.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.breakwater.core.chain.AskedEndpoint;
import org.breakwater.core.chain.Blocks;
import org.breakwater.core.chain.Endpoint;
import org.breakwater.core.chain.Unfit;
import org.breakwater.core.chain.UnfitEndpointException;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Keccak;
import org.junit.jupiter.api.Test;

/// Which endpoint is used, with a clock that is moved by hand.
class EndpointSelectionTest {

    private static final Problem SILENT = Problem.of("It does not answer.", "Start it.");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private Instant now = Instant.EPOCH;
    private final ScriptedNode first = new ScriptedNode();
    private final ScriptedNode second = new ScriptedNode();
    private final ScriptedNode third = new ScriptedNode();
    private final Endpoint one = new Endpoint("https://one", first);
    private final Endpoint two = new Endpoint("https://two", second);
    private final Endpoint three = new Endpoint("https://three", third);
    private final EndpointSelection selection =
            new EndpointSelection(List.of(one, two, three), one, EndpointRules.live(MINUTE), () -> now);

    /// A node of a chain on which there is a block every 12 seconds.
    private static final class ScriptedNode implements Blocks {

        private long head = 100;
        private boolean isSilent;
        private boolean isElsewhere;
        private int branch;

        @Override
        public BlockRef head() throws ProblemException {
            if (isElsewhere) {
                throw new UnfitEndpointException(
                        Unfit.OTHER_CHAIN, Problem.of("It is on chain 5.", "Take another."), new Exception());
            }
            if (isSilent) {
                throw new ProblemException(SILENT);
            }
            return block(head);
        }

        @Override
        public BlockRef block(long number) {
            var content = Bytes.of(new byte[] {(byte) branch, (byte) number, (byte) (number >> 8)});
            return new BlockRef(number, Keccak.hash(content), Instant.ofEpochSecond(12 * number));
        }
    }

    private Endpoint used() {
        return selection.use().get().endpoint();
    }

    private List<Unfit> reasons() {
        return selection.use().get().passedOver().stream()
                .map(EndpointUse.PassedOver::why)
                .toList();
    }

    private void lookFor(Duration time) {
        for (var until = now.plus(time); now.isBefore(until); now = now.plusSeconds(2)) {
            selection.look();
        }
        selection.look();
    }

    @Test
    void theFirstIsUsedWhileAllAreWell() {
        lookFor(MINUTE);

        assertThat(used()).isEqualTo(one);
        assertThat(reasons()).isEmpty();
        assertThat(selection.look()).extracting(AskedEndpoint::isUsed).containsExactly(true, false, false);
    }

    @Test
    void oneMissedAnswerIsForgivenAndTwoInARowAreNot() {
        selection.look();
        first.isSilent = true;
        selection.look();
        assertThat(used()).isEqualTo(one);
        first.isSilent = false;
        selection.look();
        first.isSilent = true;
        selection.look();
        assertThat(used()).as("the two were not in a row").isEqualTo(one);
        selection.look();

        assertThat(used()).isEqualTo(two);
        assertThat(reasons()).containsExactly(Unfit.SILENT);
        assertThat(selection.use().get().passedOver().getFirst().name()).isEqualTo("https://one");
    }

    @Test
    void aReadingThatFailsMovesOnAtOnceAndAsksTheOthersFirst() {
        var moved = selection.failed(one, Unfit.GARBAGE, SILENT);

        assertThat(moved).isTrue();
        assertThat(used()).isEqualTo(two);
        assertThat(reasons()).containsExactly(Unfit.GARBAGE);
        assertThat(selection.failed(one, Unfit.GARBAGE, SILENT))
                .as("the first was left already")
                .isTrue();
    }

    @Test
    void anEndpointOnAnotherChainIsNeverUsed() {
        second.isElsewhere = true;
        selection.look();

        assertThat(selection.failed(one, Unfit.STALLED, SILENT)).isTrue();

        assertThat(used()).isEqualTo(three);
        assertThat(reasons()).containsExactly(Unfit.STALLED, Unfit.OTHER_CHAIN);

        third.isElsewhere = true;
        first.isSilent = true;
        lookFor(Duration.ofHours(1));
        assertThat(used()).as("none is well: nothing is gained by another").isEqualTo(three);
    }

    @Test
    void aLaggingEndpointIsLeftWhenItLagsByBlocksAndTime() {
        lookFor(Duration.ofSeconds(4));
        second.head = 103;
        lookFor(Duration.ofSeconds(10));
        assertThat(used()).as("3 blocks").isEqualTo(one);

        second.head = 107;
        selection.look();
        assertThat(used()).as("once").isEqualTo(one);
        selection.look();

        assertThat(used()).isEqualTo(two);
        assertThat(reasons()).containsExactly(Unfit.BEHIND);
        assertThat(selection.use().get().passedOver().getFirst().problem().happened())
                .isEqualTo("https://one is behind: it is at block 100, the newest is 107.");
    }

    @Test
    void whoTellsAnotherBranchMakesNobodyLate() {
        second.branch = 1;
        second.head = 1_000;
        // The rule for a newest block's age is the comparison's own; here only the number of blocks counts.
        var own = new EndpointSelection(
                List.of(one, two), one, EndpointRules.development(Duration.ofDays(365)), () -> now);
        own.look();
        own.look();
        own.look();

        assertThat(own.use().get().endpoint()).isEqualTo(one);
    }

    @Test
    void theFirstIsGoneBackToWhenItWasWellForAWhile() {
        selection.look();
        first.isSilent = true;
        selection.look();
        selection.look();
        first.isSilent = false;
        lookFor(PATIENCE.minusSeconds(4));
        assertThat(used()).isEqualTo(two);
        assertThat(reasons()).containsExactly(Unfit.RECOVERING);

        lookFor(Duration.ofSeconds(6));

        assertThat(used()).isEqualTo(one);
        assertThat(reasons()).isEmpty();
    }

    @Test
    void whatFailsAgainWhileItRecoversBeginsToWaitAnew() {
        selection.failed(one, Unfit.STALLED, SILENT);
        lookFor(Duration.ofSeconds(20));
        first.isSilent = true;
        selection.look();
        first.isSilent = false;
        lookFor(Duration.ofSeconds(20));
        assertThat(used()).isEqualTo(two);

        lookFor(Duration.ofSeconds(14));
        assertThat(used()).isEqualTo(one);
    }

    @Test
    void anEndpointThatComesAndGoesIsWaitedForLongerEachTime() {
        var switches = 0;
        var before = used();
        for (int i = 0; i < 30 * 60; i++) {
            first.isSilent = now.getEpochSecond() % 60 < 10;
            selection.look();
            if (!used().equals(before)) {
                before = used();
                switches++;
            }
            now = now.plusSeconds(2);
        }
        assertThat(switches).as("in an hour of a failure a minute").isBetween(2, 6);
    }

    @Test
    void whereNoneIsWellTheOneThatAnswersIsUsed() {
        selection.look();
        selection.failed(one, Unfit.REFUSING, SILENT);
        assertThat(used()).isEqualTo(two);
        second.isSilent = true;
        third.isSilent = true;
        lookFor(Duration.ofSeconds(10));

        assertThat(used()).as("the first answers, though it failed to be read").isEqualTo(two);

        lookFor(PATIENCE);
        assertThat(used()).isEqualTo(one);
    }

    @Test
    void anotherOrderCountsAtOnceAndOneThatIsTakenOutIsLeft() {
        selection.look();
        selection.change(List.of(two, one, three));
        assertThat(used()).isEqualTo(two);

        selection.change(List.of(one, three));
        assertThat(used()).isEqualTo(one);
        assertThat(selection.endpoints().get()).containsExactly(one, three);
    }

    @Test
    void whatWasWrongAtTheStartIsSaid() {
        var started = new EndpointSelection(List.of(one, two), two, EndpointRules.live(MINUTE), () -> now);
        started.passOver(one, Unfit.OTHER_PROTOCOL, SILENT);

        assertThat(started.use().get().passedOver())
                .containsExactly(new EndpointUse.PassedOver("https://one", Unfit.OTHER_PROTOCOL, SILENT));
    }
}
