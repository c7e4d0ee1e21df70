package org.breakwater.adapters.localnet.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Something that can be insured.
final class Subject {

    private final int id;
    private final SubjectCatalogue.Entry entry;
    private final RiskInputs inputs;
    private final List<Instant> losses = new ArrayList<>();
    private boolean listed;

    Subject(int id, SubjectCatalogue.Entry entry, RiskInputs inputs) {
        this.id = id;
        this.entry = entry;
        this.inputs = inputs;
    }

    /// Its number in the registry.
    int id() {
        return id;
    }

    Kind kind() {
        return entry.kind();
    }

    /// The number of the pool that insures it.
    int pool() {
        return entry.kind().pool();
    }

    String name() {
        return entry.name();
    }

    SubjectCatalogue.Entry entry() {
        return entry;
    }

    RiskInputs inputs() {
        return inputs;
    }

    boolean isListed() {
        return listed;
    }

    void setListed(boolean listed) {
        this.listed = listed;
    }

    /// Notes a loss, which the stewards attest from then on for a year.
    void suffered(Instant when) {
        losses.add(when);
    }

    int lossesInTheYearBefore(Instant at) {
        return (int) losses.stream()
                .filter(loss -> !loss.isAfter(at) && loss.isAfter(at.minus(java.time.Duration.ofDays(365))))
                .count();
    }

    @Override
    public String toString() {
        return name() + " (" + id + ")";
    }
}
