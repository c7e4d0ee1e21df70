package org.breakwater.desktop.feature.compose;

import java.util.Optional;
import javafx.util.Subscription;
import org.breakwater.core.governor.NewProposal;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.place.ActNotice;
import org.breakwater.desktop.place.ActViewModel;
import org.breakwater.desktop.place.ActViewModel.Wanted;
import org.breakwater.desktop.place.Acting;

/// Submitting a proposal from the account of whoever acts. It is made once the Governor says so in an event.
final class SubmitViewModel {

    private final Acting acting;
    private final ComposeViewModel composing;
    private final ActViewModel act;
    private Optional<NewProposal> submitting = Optional.empty();

    SubmitViewModel(Acting acting, Background background, ComposeViewModel composing) {
        this.acting = acting;
        this.composing = composing;
        this.act = new ActViewModel(acting, background, this::ended);
    }

    /// Forgets what was begun when somebody else acts, until the answer is closed.
    Subscription follow() {
        return acting.person().subscribe((_, _) -> act.leave());
    }

    ActViewModel act() {
        return act;
    }

    /// Has the proposal read back from its bytes before it is sent.
    void submit(NewProposal proposal) {
        acting.person().get().ifPresent(person -> {
            submitting = Optional.of(proposal);
            act.prepare(
                    new Wanted("Propose it", "It is proposed"),
                    proposal.by(person.address(), acting.actions().dao().read().dao()));
        });
    }

    private void ended() {
        if (act.notice().get().flatMap(ActNotice::receipt).isPresent()) {
            submitting.ifPresent(composing::submitted);
        }
        submitting = Optional.empty();
    }
}
