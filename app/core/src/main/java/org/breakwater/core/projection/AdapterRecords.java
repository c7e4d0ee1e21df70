package org.breakwater.core.projection;

import java.util.List;
import org.breakwater.core.fact.AdapterFact.Assertion;
import org.breakwater.core.fact.AdapterFact.ReportUsed;
import org.breakwater.core.fact.AdapterFact.Sampled;
import org.breakwater.core.fact.BreachFact;
import org.breakwater.core.fact.ConfigurationFact;
import org.breakwater.core.fact.Observation;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// What is known of trigger adapters, of each of their subjects.
///
/// @param readings last one that changed what the adapter keeps
/// @param samples the latest
/// @param reports the latest that somebody used
record AdapterRecords(
        Table<ReadingKey, ConfigurationFact> configurations,
        Table<ReadingKey, Observation> readings,
        Table<ReadingKey, BreachFact> breaches,
        Table<ReadingKey, Long> recoveries,
        Table<ReadingKey, Sampled> samples,
        Table<ReadingKey, ReportUsed> reports,
        Table<Address, Signers> signers,
        Table<AssertionKey, Assertion> assertions,
        Table<UseKey, Boolean> used) {

    record ReadingKey(Address adapter, long subjectId) {}

    record AssertionKey(Address adapter, long assertionId) {}

    /// A report or assertion and who used it up.
    record UseKey(Address adapter, Address consumer, Hash32 id) {}

    record Signers(List<Address> accounts, int threshold) {}

    static AdapterRecords in(Journal journal) {
        return new AdapterRecords(
                Table.in(journal),
                Table.in(journal),
                Table.in(journal),
                Table.in(journal),
                Table.in(journal),
                Table.in(journal),
                Table.in(journal),
                Table.in(journal),
                Table.in(journal));
    }

    AdapterRecords frozen() {
        return new AdapterRecords(
                configurations.frozen(),
                readings.frozen(),
                breaches.frozen(),
                recoveries.frozen(),
                samples.frozen(),
                reports.frozen(),
                signers.frozen(),
                assertions.frozen(),
                used.frozen());
    }
}
