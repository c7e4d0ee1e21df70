package org.breakwater.core.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.breakwater.core.chain.EndpointAnswer.Standing;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.junit.jupiter.api.Test;

class CompareEndpointsTest {

    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration LATE = Duration.ofMinutes(1);

    /// A chain with a block every twelve seconds.
    private record Scripted(String branch, long height) implements Blocks {

        @Override
        public BlockRef head() {
            return at(height);
        }

        @Override
        public BlockRef block(long number) throws ProblemException {
            if (number > height) {
                throw new ProblemException(Problem.of("It is behind.", "Wait."));
            }
            return at(number);
        }

        private BlockRef at(long number) {
            return new BlockRef(number, hash(number), START.plusSeconds(12 * number));
        }

        private Hash32 hash(long number) {
            return Keccak.hash(branch + number);
        }
    }

    private static final Blocks SILENT = new Blocks() {

        @Override
        public BlockRef head() throws ProblemException {
            throw new ProblemException(Problem.of("It does not answer.", "Start it."));
        }

        @Override
        public BlockRef block(long number) {
            throw new AssertionError("what does not answer is not asked again");
        }
    };

    private static List<EndpointAnswer> compared(Blocks... endpoints) {
        return new CompareEndpoints(
                        Stream.of(endpoints)
                                .map(each -> new Endpoint("node", each))
                                .toList(),
                        LATE)
                .run();
    }

    private static List<Object> standings(Blocks... endpoints) {
        var standings = new ArrayList<Object>();
        for (var answer : compared(endpoints)) {
            standings.add(answer instanceof EndpointAnswer.Head head ? head.standing() : "silent");
        }
        return standings;
    }

    @Test
    void endpointsOnOneChainAgree() {
        assertThat(standings(new Scripted("a", 100), new Scripted("a", 100)))
                .containsExactly(Standing.AGREES, Standing.AGREES);
        assertThat(standings(new Scripted("a", 100))).containsExactly(Standing.AGREES);
    }

    @Test
    void aBlockMoreOrLessIsNoDisagreement() {
        assertThat(standings(new Scripted("a", 100), new Scripted("a", 99), new Scripted("a", 102)))
                .containsOnly(Standing.AGREES);
    }

    @Test
    void anotherHashAtACommonHeightIsAnotherChain() {
        assertThat(standings(new Scripted("a", 100), new Scripted("b", 100), new Scripted("b", 98)))
                .containsExactly(Standing.AGREES, Standing.DIFFERS, Standing.DIFFERS);
        assertThat(standings(new Scripted("a", 100), new Scripted("b", 102)))
                .containsExactly(Standing.AGREES, Standing.DIFFERS);
    }

    @Test
    void anEndpointWhoseNewestBlockIsOldIsBehind() {
        assertThat(standings(new Scripted("a", 100), new Scripted("a", 90)))
                .containsExactly(Standing.AGREES, Standing.BEHIND);
        assertThat(standings(new Scripted("a", 90), new Scripted("a", 100)))
                .containsExactly(Standing.BEHIND, Standing.AGREES);
    }

    @Test
    void whereTheFirstIsSilentTheOthersAreComparedWithTheNext() {
        assertThat(standings(SILENT, new Scripted("a", 100), new Scripted("b", 100)))
                .containsExactly("silent", Standing.AGREES, Standing.DIFFERS);
        assertThat(standings(SILENT, SILENT)).containsExactly("silent", "silent");
        assertThat(compared(SILENT).getFirst().agrees()).isFalse();
    }

    @Test
    void whatCannotBeComparedIsUnknown() {
        var forgetful = new Blocks() {

            @Override
            public BlockRef head() {
                return new Scripted("a", 101).head();
            }

            @Override
            public BlockRef block(long number) throws ProblemException {
                throw new ProblemException(Problem.of("It has forgotten.", "Ask another."));
            }
        };

        assertThat(standings(new Scripted("a", 100), forgetful)).containsExactly(Standing.AGREES, Standing.UNKNOWN);
    }
}
