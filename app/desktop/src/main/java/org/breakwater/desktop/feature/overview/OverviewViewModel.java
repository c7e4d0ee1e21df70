package org.breakwater.desktop.feature.overview;

import java.math.BigInteger;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.breakwater.core.overview.Overview;
import org.breakwater.core.overview.ReadOverview;
import org.breakwater.core.parameters.ParameterId;
import org.breakwater.core.parameters.ProposeTightening;
import org.breakwater.core.parameters.TighteningProposal;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SafeTxHash;
import org.breakwater.core.safe.SignAndExecute;
import org.breakwater.core.safe.Signer;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.core.value.ChainId;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.fx.Background;
import org.jspecify.annotations.Nullable;

/// Reads the overview and carries one tightening through the council's Safe.
public final class OverviewViewModel {

    /// What the screen works on, and who signs.
    public record Subject(
            ChainId chain, Address pool, ParameterId parameter, Address council, List<? extends Signer> signers) {}

    /// What the screen asks of core.
    public record UseCases(ReadOverview read, ProposeTightening propose, SignAndExecute signAndExecute) {}

    private static final BigInteger STEP = BigInteger.valueOf(200);
    private static final String RATIONALE = "One bridge must not weigh so much in the pool.";

    private final Subject subject;
    private final UseCases useCases;
    private final Background background;

    private final ReadOnlyObjectWrapper<Loadable<Overview>> overview =
            new ReadOnlyObjectWrapper<>(new Loadable.Idle<>());
    private final ReadOnlyObjectWrapper<@Nullable TighteningProposal> proposal = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    public OverviewViewModel(Subject subject, UseCases useCases, Background background) {
        this.subject = subject;
        this.useCases = useCases;
        this.background = background;
    }

    public ReadOnlyObjectProperty<Loadable<Overview>> overview() {
        return overview.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable TighteningProposal> proposal() {
        return proposal.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty status() {
        return status.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    public void refresh() {
        overview.set(new Loadable.Loading<>());
        busy.set(true);
        background.run(this::read, this::show);
    }

    private Loadable<Overview> read() {
        return useCases.read().run(subject.pool(), subject.parameter(), subject.council());
    }

    private void show(Loadable<Overview> read) {
        overview.set(read);
        busy.set(false);
    }

    public void propose() {
        if (overview.get() instanceof Loadable.Ready<Overview>(var shown, var _)) {
            var newValue = shown.value().subtract(STEP);
            start("Writing the transaction…");
            background.run(() -> attempt(() -> proposed(newValue)), Outcome::apply);
        }
    }

    private Outcome proposed(BigInteger newValue) throws ProblemException {
        var written = useCases.propose().run(subject.council(), subject.parameter(), newValue, RATIONALE);
        var hash = SafeTxHash.of(subject.chain(), written.safe(), written.transaction());
        return () -> {
            proposal.set(written);
            finish("Proposed: " + new BasisPoints(written.oldValue()) + " → " + new BasisPoints(written.newValue())
                    + ". To sign: " + hash);
        };
    }

    public void signAndExecute() {
        var written = proposal.get();
        if (written != null) {
            start("Signing and executing…");
            background.run(() -> attempt(() -> executed(written)), Outcome::apply);
        }
    }

    private Outcome executed(TighteningProposal written) throws ProblemException {
        var execution = useCases.signAndExecute().run(written.safe(), written.transaction(), subject.signers());
        var fresh = read();
        return () -> {
            proposal.set(null);
            overview.set(fresh);
            finish("Executed in block " + execution.block() + ", transaction " + execution.transaction());
        };
    }

    private Outcome attempt(Attempt attempt) {
        try {
            return attempt.run();
        } catch (ProblemException failed) {
            return () -> finish(failed.problem().toString());
        }
    }

    private void start(String message) {
        busy.set(true);
        status.set(message);
    }

    private void finish(String message) {
        status.set(message);
        busy.set(false);
    }

    /// Work that ends in something to show.
    @FunctionalInterface
    private interface Attempt {
        Outcome run() throws ProblemException;
    }

    /// What the screen shows when the work is over.
    @FunctionalInterface
    private interface Outcome {
        void apply();
    }
}
