package org.breakwater.desktop.feature.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.fact.RiskFact.Inputs;
import org.breakwater.core.projection.view.SubjectCover;
import org.breakwater.core.projection.view.SubjectView;
import org.breakwater.core.protocol.RiskLevel;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.rule.RiskScore;
import org.breakwater.core.value.TokenAmount;
import org.breakwater.desktop.place.Reading;

/// A subject as a row of the registry.
///
/// @param now the block's time
/// @param level now
/// @param parts what the score is made of now
/// @param maxAge how old an attestation may be
/// @param rules that fail, worst first
/// @param dependencies that are known
/// @param pool that can insure it
/// @param cover sold, and the most that it may be
/// @param policies that are not closed
/// @param runOff when anybody can move it to run-off, if it stays critical
record RegistryRow(
        SubjectView subject,
        String name,
        Instant now,
        RiskLevel level,
        RiskScore.Parts parts,
        Reading<Duration> maxAge,
        List<FailedRule> rules,
        List<Dependency> dependencies,
        Optional<PoolOf> pool,
        Reading<SubjectCover> cover,
        long policies,
        Optional<Instant> runOff) {

    record PoolOf(long id, String name) {}

    /// @param words what is wanted and what there is instead
    record FailedRule(Rule rule, String words) {}

    /// The rules that a subject has to pass to be listed, by their bits.
    enum Rule {
        AUDITS,
        AGE,
        TVL,
        UPGRADE,
        ATTESTATION,
        LEVEL;

        boolean isIn(int bits) {
            return (bits & 1 << List.of(values()).indexOf(this)) != 0;
        }
    }

    /// What a subject depends on. Equal names mean a shared cause of loss.
    record Dependency(Of of, String name) {}

    /// What kind of thing is depended on.
    enum Of {
        CHAIN,
        ORACLE,
        BRIDGE,
        CUSTODIAN,
        CODE
    }

    long id() {
        return subject.subjectId();
    }

    int score() {
        return subject.scoreNow();
    }

    Inputs inputs() {
        return subject.inputs();
    }

    /// Empty before anybody attested anything.
    Optional<Duration> age() {
        return inputs().attestedAt() == 0
                ? Optional.empty()
                : Optional.of(Duration.between(Instant.ofEpochSecond(inputs().attestedAt()), now));
    }

    boolean isLate() {
        return rules.stream().anyMatch(failed -> failed.rule() == Rule.ATTESTATION);
    }

    Optional<TokenAmount> sold() {
        return cover.value().flatMap(read -> pool.map(of -> SettlementAsset.amount(read.amount())));
    }

    Optional<TokenAmount> limit() {
        return cover.value().flatMap(read -> pool.map(of -> SettlementAsset.amount(read.limit())));
    }
}
