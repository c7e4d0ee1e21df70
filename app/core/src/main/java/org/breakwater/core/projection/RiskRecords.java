package org.breakwater.core.projection;

import java.math.BigInteger;
import org.breakwater.core.fact.RiskFact.Dependencies;
import org.breakwater.core.fact.RiskFact.Inputs;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.projection.view.Subject;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.protocol.RiskKind;
import org.breakwater.core.protocol.RiskLevel;
import org.breakwater.core.protocol.UpgradeControl;
import org.breakwater.core.rule.ParameterBook;
import org.breakwater.core.rule.RiskScore;
import org.breakwater.core.value.Hash32;

/// What is known of subjects, by number.
record RiskRecords(Table<Long, Subject> subjects, Table<Long, Inputs> inputs) {

    /// Before anybody attested anything.
    static final Inputs UNATTESTED = new Inputs(
            0,
            0,
            0,
            BigInteger.ZERO,
            0,
            UpgradeControl.IMMUTABLE,
            0,
            0,
            0,
            Hash32.ZERO,
            new Dependencies(Hash32.ZERO, Hash32.ZERO, Hash32.ZERO, Hash32.ZERO, Hash32.ZERO));

    static RiskRecords in(Journal journal) {
        return new RiskRecords(Table.in(journal), Table.in(journal));
    }

    RiskRecords frozen() {
        return new RiskRecords(subjects.frozen(), inputs.frozen());
    }

    Inputs inputs(long subjectId) {
        return inputs.get(subjectId, UNATTESTED);
    }

    int score(long subjectId, long at) {
        var attested = inputs(subjectId);
        return attested.attestedAt() == 0 ? 0 : RiskScore.score(attested, at);
    }

    RiskLevel level(long subjectId, long at) {
        return inputs(subjectId).attestedAt() == 0 ? RiskLevel.UNRATED : RiskScore.levelOf(score(subjectId, at));
    }

    /// Rules that a subject fails at a time, as bits: 0 audits, 1 age, 2 TVL, 3 upgrade by one key, 4 attestation too
    /// old,
    /// 5 level.
    int failedRules(long subjectId, RiskKind kind, ParameterBook parameters, long at) {
        var attested = inputs(subjectId);
        var level = level(subjectId, at);
        var live = BigInteger.valueOf(attested.liveSince());
        var now = BigInteger.valueOf(at);
        var failed = 0;
        if (BigInteger.valueOf(attested.audits()).compareTo(limit(parameters, ParameterKey.MIN_AUDITS, kind)) < 0) {
            failed |= 1;
        }
        if (live.signum() == 0 || now.compareTo(live.add(limit(parameters, ParameterKey.MIN_LIVE, kind))) < 0) {
            failed |= 1 << 1;
        }
        if (attested.tvlUsd().compareTo(limit(parameters, ParameterKey.MIN_TVL, kind)) < 0) {
            failed |= 1 << 2;
        }
        if (attested.upgrade() == UpgradeControl.EOA) {
            failed |= 1 << 3;
        }
        var old = BigInteger.valueOf(attested.attestedAt())
                .add(limit(parameters, ParameterKey.ATTESTATION_MAX_AGE, kind));
        if (now.compareTo(old) > 0) {
            failed |= 1 << 4;
        }
        if (level == RiskLevel.CRITICAL || level == RiskLevel.UNRATED) {
            failed |= 1 << 5;
        }
        return failed;
    }

    private static BigInteger limit(ParameterBook parameters, ParameterKey key, RiskKind kind) {
        return parameters.get(key, ParameterScope.kind(kind.number()));
    }
}
