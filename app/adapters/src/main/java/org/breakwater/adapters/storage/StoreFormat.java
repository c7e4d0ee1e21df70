package org.breakwater.adapters.storage;

import java.util.List;

/// The kinds of files that this program keeps in SQLite, and the steps from one format of each to the next. A step is a
/// file of SQL and is never changed once released.
enum StoreFormat {
    /// The index of a chain's logs: `BKWR`.
    INDEX(0x424b5752, "0001-logs.sql"),
    /// What was signed and what is locked: `BKWS`.
    SIGNING(0x424b5753, "0001-signing.sql", "0002-messages.sql"),
    /// What somebody is writing: `BKWD`.
    DRAFTS(0x424b5744, "0001-drafts.sql", "0002-ballots.sql"),
    /// Transactions of Safes that this machine knows by itself: `BKWT`.
    SHARED(0x424b5754, "0001-shared.sql"),
    /// Pauses that were practised: `BKWP`.
    DRILLS(0x424b5750, "0001-drills.sql"),
    /// Of what a person was told: `BKWN`.
    TOLD(0x424b574e, "0001-told.sql"),
    /// What a monitor tells and remembers: `BKWA`.
    ALERTS(0x424b5741, "0001-alerts.sql", "0002-stood.sql"),
    /// How far each target of alerts is: `BKWO`.
    DELIVERIES(0x424b574f, "0001-deliveries.sql", "0002-delivered.sql"),
    /// Scenarios of one's own: `BKWC`.
    SCENARIOS(0x424b5743, "0001-scenarios.sql");

    private final int application;
    private final List<String> steps;

    StoreFormat(int application, String... steps) {
        this.application = application;
        this.steps = List.of(steps);
    }

    /// By which a file of SQLite is known to be one of this kind.
    int application() {
        return application;
    }

    List<String> steps() {
        return steps;
    }

    /// The newest format.
    int newest() {
        return steps.size();
    }
}
