package org.breakwater.core.stress;

import java.util.List;
import java.util.Optional;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.value.Live;

/// Use case: chooses what runs of the stress engine assume, and keeps it. What does not hold changes nothing; what was
/// kept and does not hold any more is said, and the standard assumptions count.
public final class ChooseAssumptions {

    private final KeptAssumptions kept;
    private final Live<Assumptions> assumed = new Live<>(Assumptions.initial());
    private Optional<Problem> unread = Optional.empty();

    private ChooseAssumptions(KeptAssumptions kept) {
        this.kept = kept;
    }

    /// Takes up what was kept. Blocking.
    public static ChooseAssumptions start(KeptAssumptions kept) {
        var choose = new ChooseAssumptions(kept);
        choose.takeUp();
        return choose;
    }

    private synchronized void takeUp() {
        try {
            var text = kept.read();
            if (text.isPresent()) {
                assumed.set(AssumptionsText.read(text.get()));
            }
        } catch (ProblemException refused) {
            unread = Optional.of(refused.problem());
        }
    }

    /// What counts now.
    public Live<Assumptions> assumed() {
        return assumed;
    }

    /// Why what was kept does not count.
    public synchronized Optional<Problem> unread() {
        return unread;
    }

    /// Assumes what somebody wrote from now on. Blocking.
    ///
    /// @param text as {@link AssumptionsText} describes it
    /// @param view of the protocol, for which it must make sense; empty while that is not known
    /// @throws ProblemException where it does not hold; then nothing has changed
    public synchronized void assume(String text, Optional<ProtocolView> view) throws ProblemException {
        var read = AssumptionsText.read(text);
        if (view.isPresent()) {
            try {
                ProtocolRisks.of(List.of(view.get()), read);
            } catch (StressException undefined) {
                throw new ProblemException(undefined.fault().problem(), undefined);
            }
        }
        var isStandard = read.equals(Assumptions.initial());
        kept.write(isStandard ? Optional.empty() : Optional.of(text));
        unread = Optional.empty();
        assumed.set(read);
    }

    /// Assumes what the console begins with. Blocking.
    public void standard() throws ProblemException {
        assume(AssumptionsText.write(Assumptions.initial()), Optional.empty());
    }
}
