package org.breakwater.adapters.localnet.world;

import java.time.Duration;
import org.breakwater.core.problem.ProblemException;

/// The council: what it may do now, and what it must announce a day ahead.
final class Council {

    /// The AccessManager's delay of COUNCIL_DELAYED, and some minutes for those who sign again.
    private static final Duration DELAY = Duration.ofHours(24).plusMinutes(20);

    private final SafeOwners owners;
    private final Agenda agenda;
    private final Contract manager;

    Council(SafeOwners owners, Agenda agenda, Contract manager) {
        this.owners = owners;
        this.agenda = agenda;
        this.manager = manager;
    }

    SafeOwners owners() {
        return owners;
    }

    /// What COUNCIL_NOW or RISK_STEWARD may do.
    Receipt execute(Call call) throws ProblemException {
        return owners.execute(call);
    }

    /// What COUNCIL_DELAYED may do: announced now, done a day later.
    void schedule(String name, Call call) throws ProblemException {
        announce(call);
        agenda.after(DELAY, name, () -> owners.execute(call));
    }

    /// Announces without doing it: a call that waits, or that a guardian cancels.
    Receipt announce(Call call) throws ProblemException {
        return owners.execute(manager.call("schedule", call.to(), call.data(), 0));
    }
}
