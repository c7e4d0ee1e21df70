package org.breakwater.desktop.place;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.breakwater.core.governor.BallotWords;
import org.breakwater.core.governor.BallotWords.Ballot;
import org.breakwater.core.problem.Problem;
import org.breakwater.desktop.fx.Attempt;
import org.breakwater.desktop.fx.Background;

/// What somebody writes as the reason of a ballot. It is on the disk soon after each word, one writing at a time and
/// the
/// newest after each, and comes back whenever the same person looks at the same ballot again.
public final class BallotDraft {

    private final BallotWords kept;
    private final Background background;
    private final Supplier<Optional<Ballot>> ballot;
    private final Consumer<Problem> refuse;
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private boolean keeping;

    /// @param ballot that is given now; empty where nobody can give one
    public BallotDraft(
            BallotWords kept, Background background, Supplier<Optional<Ballot>> ballot, Consumer<Problem> refuse) {
        this.kept = kept;
        this.background = background;
        this.ballot = ballot;
        this.refuse = refuse;
    }

    public ReadOnlyStringProperty words() {
        return words.getReadOnlyProperty();
    }

    /// Begins with what was written for the present ballot before.
    public void recall() {
        words.set("");
        var asked = ballot.get();
        asked.ifPresent(mine -> background.quietly(
                () -> Attempt.of(() -> kept.find(mine)),
                outcome -> outcome.then(
                        found -> found.filter(_ -> words.get().isEmpty() && asked.equals(ballot.get()))
                                .ifPresent(words::set),
                        refuse)));
    }

    /// Has other words from now on.
    public void say(String now) {
        if (!now.equals(words.get())) {
            words.set(now);
            ballot.get().ifPresent(this::keep);
        }
    }

    private void keep(Ballot mine) {
        if (keeping) {
            return;
        }
        keeping = true;
        var now = words.get();
        background.quietly(
                () -> Attempt.of(() -> {
                    kept.keep(mine, now);
                    return now;
                }),
                outcome -> {
                    keeping = false;
                    outcome.then(written -> keepOn(mine, written), refuse);
                });
    }

    private void keepOn(Ballot mine, String written) {
        if (!written.equals(words.get()) && Optional.of(mine).equals(ballot.get())) {
            keep(mine);
        }
    }
}
