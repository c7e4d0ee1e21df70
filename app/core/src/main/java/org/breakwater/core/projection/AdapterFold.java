package org.breakwater.core.projection;

import java.math.BigInteger;
import org.breakwater.core.fact.AdapterFact;
import org.breakwater.core.fact.AdapterFact.Assertion;
import org.breakwater.core.fact.BreachFact;
import org.breakwater.core.fact.ConfigurationFact;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.projection.AdapterRecords.AssertionKey;
import org.breakwater.core.projection.AdapterRecords.ReadingKey;
import org.breakwater.core.projection.AdapterRecords.Signers;
import org.breakwater.core.projection.AdapterRecords.UseKey;
import org.breakwater.core.protocol.AssertionState;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Word;

/// Folds what adapters were told, read and kept.
record AdapterFold(AdapterRecords records, EscrowFold escrow) {

    void apply(AdapterFact fact, LoggedFact logged) {
        var adapter = logged.contract();
        switch (fact) {
            case AdapterFact.Observed observed ->
                records.readings().put(new ReadingKey(adapter, observed.subjectId()), observed.observation());
            case AdapterFact.Sampled sampled ->
                records.samples().put(new ReadingKey(adapter, sampled.subjectId()), sampled);
            case AdapterFact.SignersSet set ->
                records.signers().put(adapter, new Signers(set.signers(), set.threshold()));
            case AdapterFact.ReportUsed report -> {
                records.reports().put(new ReadingKey(adapter, report.subjectId()), report);
                records.used().put(new UseKey(adapter, report.consumer(), report.reportId()), true);
            }
            case AdapterFact.Asserted asserted -> {
                records.assertions().put(new AssertionKey(adapter, asserted.assertionId()), asserted.assertion());
                hold(adapter, asserted.assertion(), 1);
            }
            case AdapterFact.Disputed disputed -> disputed(adapter, disputed, logged.time());
            case AdapterFact.AssertionDecided decided -> decided(adapter, decided, logged.time());
            case AdapterFact.AssertionUsed used -> {
                var id = new Hash32(Word.of(used.assertionId()));
                records.used().put(new UseKey(adapter, used.consumer(), id), true);
            }
        }
    }

    /// What was kept of a subject is forgotten when it is configured anew.
    void apply(ConfigurationFact fact, LoggedFact logged) {
        var key = new ReadingKey(logged.contract(), subject(fact));
        records.configurations().put(key, fact);
        records.breaches().remove(key);
        records.recoveries().remove(key);
        records.samples().remove(key);
    }

    private static long subject(ConfigurationFact fact) {
        return switch (fact) {
            case ConfigurationFact.PriceDropConfigured configured -> configured.subjectId();
            case ConfigurationFact.DepegConfigured configured -> configured.subjectId();
            case ConfigurationFact.TvlDropConfigured configured -> configured.subjectId();
            case ConfigurationFact.BridgeConfigured configured -> configured.subjectId();
            case ConfigurationFact.CustodyConfigured configured -> configured.subjectId();
            case ConfigurationFact.ParametricConfigured configured -> configured.subjectId();
            case ConfigurationFact.OptimisticConfigured configured -> configured.subjectId();
        };
    }

    void apply(BreachFact fact, LoggedFact logged) {
        switch (fact) {
            case BreachFact.PriceDropBreachSet set -> breach(logged.contract(), set.subjectId(), set);
            case BreachFact.DepegBreachSet set -> breach(logged.contract(), set.subjectId(), set);
            case BreachFact.TvlDropBreachSet set -> breach(logged.contract(), set.subjectId(), set);
            case BreachFact.Recovered recovered ->
                records.recoveries().put(new ReadingKey(logged.contract(), recovered.subjectId()), recovered.at());
        }
    }

    private void breach(Address adapter, long subjectId, BreachFact breach) {
        records.breaches().put(new ReadingKey(adapter, subjectId), breach);
    }

    private void disputed(Address adapter, AdapterFact.Disputed disputed, long at) {
        var key = new AssertionKey(adapter, disputed.assertionId());
        var assertion = assertion(key);
        hold(adapter, assertion, 1);
        records.assertions()
                .put(
                        key,
                        new Assertion(
                                assertion.subjectId(),
                                AssertionState.DISPUTED,
                                assertion.severityBps(),
                                assertion.occurredAt(),
                                assertion.disputableUntil(),
                                at,
                                assertion.decidedAt(),
                                assertion.asserter(),
                                disputed.disputer(),
                                assertion.bondToken(),
                                assertion.bond(),
                                assertion.evidenceHash()));
    }

    /// Whatever is decided, the bonds go out: back, or to the other side and the treasury.
    private void decided(Address adapter, AdapterFact.AssertionDecided decided, long at) {
        var key = new AssertionKey(adapter, decided.assertionId());
        var assertion = assertion(key);
        hold(adapter, assertion, assertion.state() == AssertionState.DISPUTED ? -2 : -1);
        records.assertions()
                .put(
                        key,
                        new Assertion(
                                assertion.subjectId(),
                                decided.state(),
                                assertion.severityBps(),
                                assertion.occurredAt(),
                                assertion.disputableUntil(),
                                assertion.disputedAt(),
                                at,
                                assertion.asserter(),
                                assertion.disputer(),
                                assertion.bondToken(),
                                assertion.bond(),
                                assertion.evidenceHash()));
    }

    private Assertion assertion(AssertionKey key) {
        return records.assertions()
                .require(key, () -> "assertion " + key.assertionId() + " was never made at " + key.adapter());
    }

    private void hold(Address adapter, Assertion assertion, int bonds) {
        escrow.enter(adapter, assertion.bondToken(), assertion.bond().multiply(BigInteger.valueOf(bonds)));
    }
}
