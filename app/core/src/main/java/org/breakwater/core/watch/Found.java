package org.breakwater.core.watch;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.breakwater.core.alert.Alert.Subject;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.value.Address;
import org.breakwater.core.watch.AlertChange.Evidence;
import org.breakwater.core.watch.rule.EventKind;

/// What one fact means.
final class Found {

    private final LoggedFact logged;
    private final List<Happening> all = new ArrayList<>();

    Found(LoggedFact logged) {
        this.logged = logged;
    }

    /// Which told it.
    Address contract() {
        return logged.contract();
    }

    String source() {
        return "event " + logged.fact().getClass().getSimpleName() + " of " + logged.contract();
    }

    void began(EventKind kind, String name, Subject about, String words, String detail, Evidence... more) {
        add(kind, name, about, words, detail, List.of(more), BigInteger.ZERO);
    }

    void moved(EventKind kind, String name, Subject about, BigInteger amount, String detail) {
        moved(kind, name, about, "", amount, detail);
    }

    void moved(EventKind kind, String name, Subject about, String words, BigInteger amount, String detail) {
        var written = Said.amount(amount);
        var evidence = List.of(new Evidence("amount", written, source()));
        add(kind, name, about, words + written, detail, evidence, amount);
    }

    private void add(
            EventKind kind,
            String name,
            Subject about,
            String words,
            String detail,
            List<Evidence> more,
            BigInteger amount) {
        var evidence = new ArrayList<>(more);
        evidence.add(new Evidence("transaction", logged.transaction().toString(), source()));
        all.add(new Happening.Began(kind, name, about, words, detail, evidence, amount));
    }

    List<Happening> all() {
        return List.copyOf(all);
    }

    void ended(EventKind kind, String name, String how) {
        all.add(new Happening.Ended(kind, name, how));
    }
}
