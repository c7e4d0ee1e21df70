package org.breakwater.desktop.feature.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.breakwater.core.council.Council.WatchedSafe;
import org.breakwater.core.emergency.PauseFact;
import org.breakwater.core.emergency.PausePlan;
import org.breakwater.core.emergency.PauseTarget;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.protocol.PauseScope;
import org.breakwater.core.review.Review;
import org.breakwater.core.review.Settled;
import org.breakwater.core.safe.NonceOrder;
import org.breakwater.core.safe.QueuedTransaction;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeSetup;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.SafeTxHash;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.safe.ServedTransaction;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.desktop.feature.emergency.PausePage.Subject;
import org.breakwater.desktop.fx.Attempt;
import org.junit.jupiter.api.Test;

/// What stands in the way of a pause, the first thing first.
class PauseDecisionTest {

    private static final Address SAFE = Address.parse("0x00000000000000000000000000000000000000f0");
    private static final Address OWNER = Address.parse("0x00000000000000000000000000000000000000a1");
    private static final SafeDomain DOMAIN = new SafeDomain(SafeVersion.V1_4_1, BigInteger.valueOf(31_337), SAFE);

    @Test
    void withoutASafeThatMayNothingElseMatters() {
        assertThat(decision(Optional.empty(), Optional.of(subject()), false, false, Optional.empty()))
                .isEqualTo(new Next.Cannot("None of the Safes that are watched here may pause."));
    }

    @Test
    void whatIsMissingIsSaid() {
        assertThat(decision(Optional.of(guardian()), Optional.empty(), false, false, Optional.empty()))
                .isEqualTo(new Next.Cannot("Give a reason."));
    }

    @Test
    void whatIsUnderWayIsDoneWhateverTheFactsSay() {
        var refused = subject(new PauseFact.Budget(3, 3, Instant.EPOCH));

        assertThat(decision(Optional.of(guardian()), Optional.of(refused), true, false, Optional.empty()))
                .isEqualTo(new Next.Done());
    }

    @Test
    void whatTheContractWouldRefuseIsNeitherSignedNorPractised() {
        var refused = subject(new PauseFact.Budget(3, 3, Instant.EPOCH));

        for (var drill : List.of(false, true)) {
            assertThat(decision(Optional.of(guardian()), Optional.of(refused), false, drill, Optional.empty()))
                    .isInstanceOfSatisfying(
                            Next.Cannot.class,
                            cannot -> assertThat(cannot.why()).startsWith("Pauses left"));
        }
    }

    @Test
    void aDrillNeedsNoReviewAndNobodyWhoSigns() {
        assertThat(decision(Optional.of(guardian()), Optional.of(subject()), false, true, Optional.empty()))
                .isEqualTo(new Next.Practise());
    }

    @Test
    void nothingIsSignedBeforeItIsReviewedNorWhenItCannotBe() {
        assertThat(decision(Optional.of(guardian()), Optional.of(subject()), false, false, Optional.empty()))
                .isEqualTo(new Next.Cannot("It is being reviewed."));
        assertThat(decision(
                        Optional.of(guardian()),
                        Optional.of(subject()),
                        false,
                        false,
                        Optional.of(new Attempt.Refused<>(Problem.of("The node is away.", "Wait.")))))
                .isEqualTo(new Next.Cannot("The node is away."));
    }

    private static Next decision(
            Optional<WatchedSafe> guardian,
            Optional<Subject> subject,
            boolean underWay,
            boolean drill,
            Optional<Attempt<Review>> review) {
        return new PauseDecision(
                        guardian,
                        subject,
                        "Give a reason.",
                        underWay,
                        drill,
                        review,
                        Settled.NOTHING,
                        Optional.empty(),
                        false)
                .next();
    }

    private static Subject subject(PauseFact... facts) {
        var plan = new PausePlan(
                new PauseTarget(Set.of(PauseScope.BUY), 2), Duration.ofHours(24), PausePlan.hashOf("Lost keys"));
        var transaction = SafeTransaction.rejection(SAFE, BigInteger.ZERO);
        var served = new ServedTransaction(
                SAFE, transaction, Hash32.ZERO, Optional.empty(), Instant.EPOCH, List.of(), "Lost keys");
        return new Subject(
                SAFE,
                plan,
                new QueuedTransaction(served, SafeTxHash.of(DOMAIN, transaction), List.of(), List.of()),
                false,
                "Pause",
                "the Bridge",
                List.of(facts),
                Optional.empty(),
                Optional.empty());
    }

    private static WatchedSafe guardian() {
        var setup = new SafeSetup(
                SAFE,
                "1.4.1",
                SAFE,
                List.of(OWNER),
                1,
                BigInteger.ZERO,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return new WatchedSafe(
                "Guardian",
                DOMAIN,
                setup,
                NonceOrder.of(
                        BigInteger.ZERO,
                        List.<QueuedTransaction>of(),
                        queued -> queued.transaction().nonce()),
                Set.of());
    }
}
