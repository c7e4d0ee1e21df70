package org.breakwater.core.fact;

import java.math.BigInteger;
import java.util.List;
import org.breakwater.core.protocol.AssertionState;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// What trigger adapters say.
public sealed interface AdapterFact extends ProtocolFact {

    /// A reading changed what the adapter keeps of a subject.
    record Observed(long subjectId, Address by, Observation observation) implements AdapterFact {}

    /// @param value price8, or tokens per 1e18 shares
    record Sampled(long subjectId, long at, BigInteger value) implements AdapterFact {}

    record SignersSet(List<Address> signers, int threshold) implements AdapterFact {

        public SignersSet {
            signers = List.copyOf(signers);
        }
    }

    record ReportUsed(Hash32 reportId, Address consumer, long subjectId, Report report) implements AdapterFact {}

    record Asserted(long assertionId, long subjectId, Address asserter, Assertion assertion) implements AdapterFact {}

    record Disputed(long assertionId, Address disputer, Hash32 reasonHash) implements AdapterFact {}

    record AssertionDecided(long assertionId, AssertionState state, Hash32 reasonHash) implements AdapterFact {}

    record AssertionUsed(long assertionId, Address consumer) implements AdapterFact {}

    /// What signers attested.
    record Report(
            long subjectId,
            Hash32 reportId,
            int status,
            BigInteger value,
            BigInteger base,
            long occurredAt,
            long observedAt,
            Hash32 sourceHash) {}

    record Assertion(
            long subjectId,
            AssertionState state,
            int severityBps,
            long occurredAt,
            long disputableUntil,
            long disputedAt,
            long decidedAt,
            Address asserter,
            Address disputer,
            Address bondToken,
            BigInteger bond,
            Hash32 evidenceHash) {}
}
