package org.breakwater.desktop.feature.emergency;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.compose.ComposeTransaction;
import org.breakwater.core.council.Council;
import org.breakwater.core.council.Council.WatchedSafe;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.emergency.PauseFacts;
import org.breakwater.core.emergency.PausePlan;
import org.breakwater.core.emergency.PauseTurn;
import org.breakwater.core.follow.Known;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.core.protocol.ModuleName;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.safe.QueuedTransaction;
import org.breakwater.core.safe.SafeSetup.Executed;
import org.breakwater.core.safe.SafeTxHash;
import org.breakwater.core.safe.ServedTransaction;
import org.breakwater.core.safe.SignatureRecovery;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.feature.emergency.PausePage.Pool;
import org.breakwater.desktop.feature.emergency.PausePage.Subject;
import org.breakwater.desktop.feature.emergency.PausePage.Waiting;
import org.breakwater.desktop.feature.emergency.PauseViewModel.About;
import org.breakwater.desktop.feature.emergency.PauseViewModel.Asked;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.place.WithCouncil;

/// Makes the page of a pause of what is known.
record ReadPause(Deployment deployment, SignatureRecovery recovery) {

    PausePage of(Known known, Loadable<Council> council, Asked asked) {
        var safes = WithCouncil.read(council).map(Council::safes).orElse(List.of());
        var guardian = PauseFacts.guardian(known, deployment, safes);
        return new PausePage(
                known.block(),
                guardian,
                known.view().pools().stream().map(ReadPause::pool).toList(),
                guardian.map(safe -> waiting(known, safe)).orElse(List.of()),
                guardian.flatMap(safe -> subject(known, safe, asked)),
                seconds(known, ParameterKey.PAUSE_MAX),
                seconds(known, ParameterKey.PAUSE_COOLDOWN));
    }

    private static Duration seconds(Known known, ParameterKey key) {
        return Duration.ofSeconds(
                known.view().parameterBook().get(key, ParameterScope.GLOBAL).longValueExact());
    }

    private static Pool pool(PoolView pool) {
        return new Pool(
                pool.poolId(),
                pool.name(),
                Numbers.amountWithUnit(SettlementAsset.amount(pool.capital().totalAssets()), Rounding.HELD));
    }

    private static Optional<Address> contract(Known known) {
        return known.view().module(ModuleName.GUARDIAN);
    }

    private static List<Waiting> waiting(Known known, WatchedSafe safe) {
        return safe.waiting().stream()
                .flatMap(slot -> slot.proposals().stream())
                .flatMap(queued -> plan(known, queued).stream()
                        .map(plan -> new Waiting(
                                queued,
                                PauseWords.title(plan, where(known, plan)),
                                queued.signers().size())))
                .toList();
    }

    private static Optional<PausePlan> plan(Known known, QueuedTransaction queued) {
        return contract(known)
                .flatMap(contract -> PausePlan.of(queued.transaction().inner(), contract));
    }

    static String where(Known known, PausePlan plan) {
        return plan.target().isOfEveryPool()
                ? "every pool"
                : known.view()
                        .pool(plan.target().poolId())
                        .map(pool -> "the " + pool.name())
                        .orElse("pool " + plan.target().poolId());
    }

    private Optional<Subject> subject(Known known, WatchedSafe safe, Asked asked) {
        return switch (asked.about()) {
            case About.Waiting(var queued) ->
                plan(known, queued).map(plan -> waiting(known, safe, asked, plan, queued));
            case About.New(var choice) -> choice.plan().flatMap(plan -> written(known, safe, asked, plan));
        };
    }

    /// As it stands in the queue by now; as it was last seen where it left it.
    private Subject waiting(Known known, WatchedSafe safe, Asked asked, PausePlan plan, QueuedTransaction remembered) {
        var queued = safe.waiting().stream()
                .flatMap(slot -> slot.proposals().stream())
                .filter(one -> one.hash().equals(remembered.hash()))
                .findFirst();
        return subject(known, safe, asked, plan, queued.orElse(remembered), Optional.of(queued.orElse(remembered)));
    }

    private Optional<Subject> written(Known known, WatchedSafe safe, Asked asked, PausePlan plan) {
        return contract(known).flatMap(contract -> {
            try {
                var transaction = ComposeTransaction.of(
                        safe, List.of(plan.call(contract)), PauseTurn.of(safe).nonce());
                var served = new ServedTransaction(
                        safe.address(),
                        transaction,
                        SafeTxHash.of(safe.domain(), transaction).hash(),
                        Optional.empty(),
                        Instant.ofEpochSecond(known.time()),
                        List.of(),
                        asked.words());
                var queued =
                        QueuedTransaction.of(safe.domain(), served, safe.setup().owners(), recovery);
                return Optional.of(subject(known, safe, asked, plan, queued, Optional.empty()));
            } catch (ProblemException refused) {
                throw new IllegalStateException(refused.getMessage(), refused);
            }
        });
    }

    private Subject subject(
            Known known,
            WatchedSafe safe,
            Asked asked,
            PausePlan plan,
            QueuedTransaction queued,
            Optional<QueuedTransaction> waiting) {
        var where = where(known, plan);
        var executed = executed(safe, queued);
        var inForce = inForce(known, safe, plan);
        return new Subject(
                contract(known).orElseThrow(),
                plan,
                queued,
                waiting.isPresent(),
                PauseWords.title(plan, where),
                where,
                executed.isPresent() || (waiting.isPresent() && inForce.isPresent())
                        ? List.of()
                        : new PauseFacts(known, deployment, safe).of(plan, asked.acting(), waiting),
                executed,
                inForce);
    }

    private static Optional<Hash32> executed(WatchedSafe safe, QueuedTransaction queued) {
        return safe.setup().executed().stream()
                .filter(one -> one.safeTxHash().equals(queued.hash().hash()))
                .map(Executed::transaction)
                .findFirst();
    }

    /// Until when the contract keeps stopped what this very pause stops.
    private static Optional<Instant> inForce(Known known, WatchedSafe safe, PausePlan plan) {
        return known.view().pauses().stream()
                .filter(view -> view.active()
                        && view.pause().by().equals(safe.address())
                        && view.pause().poolId() == plan.target().poolId()
                        && view.pause().scopes() == plan.target().bits()
                        && view.pause().reasonHash().equals(plan.reason()))
                .map(view -> Instant.ofEpochSecond(view.pause().until()))
                .findFirst();
    }
}
