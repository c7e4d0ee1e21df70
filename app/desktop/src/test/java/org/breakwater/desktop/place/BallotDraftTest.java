package org.breakwater.desktop.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.breakwater.core.governor.BallotWords;
import org.breakwater.core.governor.BallotWords.Ballot;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.ChainId;
import org.breakwater.desktop.fx.Background;
import org.junit.jupiter.api.Test;

class BallotDraftTest {

    private static final Ballot MINE = ballot("11");
    private static final Ballot THEIRS = ballot("22");

    private final Kept kept = new Kept();
    private final Queue<Runnable> work = new ArrayDeque<>();
    private final List<Problem> problems = new ArrayList<>();
    private Optional<Ballot> now = Optional.of(MINE);
    private final BallotDraft draft =
            new BallotDraft(kept, new Background(work::add, Runnable::run), () -> now, problems::add);

    private static Ballot ballot(String voter) {
        return Ballot.onProposal(new ChainId(1), BigInteger.ONE, Address.parse("0x" + voter.repeat(20)));
    }

    private static final class Kept implements BallotWords {

        private final Map<Ballot, String> words = new HashMap<>();
        private int writings;
        private Optional<Problem> refusal = Optional.empty();

        @Override
        public void keep(Ballot ballot, String text) throws ProblemException {
            if (refusal.isPresent()) {
                throw new ProblemException(refusal.get());
            }
            words.put(ballot, text);
            writings++;
        }

        @Override
        public Optional<String> find(Ballot ballot) {
            return Optional.ofNullable(words.get(ballot));
        }
    }

    private void rest() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    @Test
    void whatIsWrittenComesBackToThePersonWhoWroteIt() {
        draft.say("It is covered");
        rest();
        now = Optional.of(THEIRS);
        draft.recall();
        rest();
        assertThat(draft.words().get()).isEmpty();

        now = Optional.of(MINE);
        draft.recall();
        rest();

        assertThat(draft.words().get()).isEqualTo("It is covered");
        assertThat(kept.words).doesNotContainKey(THEIRS);
    }

    @Test
    void oneWritingIsUnderWayAtATimeAndTheNewestWordsFollowIt() {
        draft.say("I");
        draft.say("It");
        draft.say("It is");
        rest();

        assertThat(kept.words).containsEntry(MINE, "It is");
        assertThat(kept.writings).isEqualTo(2);
    }

    @Test
    void whatIsWrittenMeanwhileIsNotReplacedByWhatWasKept() {
        kept.words.put(MINE, "Before");
        draft.recall();
        draft.say("Now");
        rest();

        assertThat(draft.words().get()).isEqualTo("Now");
    }

    @Test
    void whatCannotBeKeptIsSaid() {
        kept.refusal = Optional.of(Problem.of("There is no room left.", "Free some space."));

        draft.say("It is covered");
        rest();

        assertThat(problems).containsExactly(kept.refusal.get());
        assertThat(draft.words().get()).isEqualTo("It is covered");
    }
}
