package org.breakwater.desktop.feature.policies;

import java.math.BigInteger;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.breakwater.core.activity.Due.Task;
import org.breakwater.core.activity.DueList;
import org.breakwater.core.activity.EventLog;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.follow.Known;
import org.breakwater.core.index.LogQuery;
import org.breakwater.core.keeping.DueAction;
import org.breakwater.core.keeping.DueActions;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.projection.view.AccountCoverView;
import org.breakwater.core.projection.view.IntegratorView;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.core.protocol.ModuleName;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Word;
import org.breakwater.desktop.place.SubjectName;
import org.breakwater.desktop.place.Surroundings;

/// One integrator at a block: what it is admitted for, what is prepaid, whom it covers, what is due and what happened.
///
/// @param locked capital that the pool locks for its covers, assets
/// @param due what anybody may do for it now
/// @param history the newest events that name it
/// @param unread why those could not be read
/// @param cover the contract AccountCover
/// @param asset of the pool, which the premium is paid in
record IntegratorPage(
        IntegratorView view,
        String subject,
        String pool,
        BigInteger locked,
        List<AccountCoverView> accounts,
        List<DueAction> due,
        List<LoggedFact> history,
        Optional<Problem> unread,
        Address cover,
        Address asset,
        BlockRef block) {

    /// How many events are shown.
    static final int MOST_EVENTS = 60;

    private static final Set<Task> TASKS =
            EnumSet.of(Task.TOP_UP_INTEGRATOR, Task.SETTLE_PREMIUM, Task.LAPSE_COVER, Task.RELEASE_COVER);

    IntegratorPage {
        accounts = List.copyOf(accounts);
        due = List.copyOf(due);
        history = List.copyOf(history);
    }

    /// Blocking; empty where there is no such integrator.
    static Optional<IntegratorPage> of(Known known, Address integrator, Surroundings around) {
        var view = known.view();
        var cover = view.module(ModuleName.ACCOUNT_COVER);
        return view.integrators().stream()
                .filter(each -> each.integrator().equals(integrator))
                .findFirst()
                .flatMap(found -> view.pool(found.state().poolId())
                        .flatMap(pool -> cover.map(contract -> of(known, found, pool, contract, around))));
    }

    private static IntegratorPage of(
            Known known, IntegratorView found, PoolView pool, Address contract, Surroundings around) {
        var view = known.view();
        var events = events(around.events(), contract, found.integrator());
        return new IntegratorPage(
                found,
                view.subjects().stream()
                        .filter(subject -> subject.subjectId() == found.state().subjectId())
                        .findFirst()
                        .map(subject -> SubjectName.of(subject, around.texts()))
                        .orElse("Subject " + found.state().subjectId()),
                pool.name(),
                view.upkeep().locked(found.integrator()),
                view.accountCovers().stream()
                        .filter(account -> account.integrator().equals(found.integrator()))
                        .toList(),
                due(known, found.integrator(), around.deployment().address("CoverGovernor")),
                events.facts(),
                events.unread(),
                contract,
                pool.asset(),
                known.block());
    }

    private static List<DueAction> due(Known known, Address integrator, Address governor) {
        var number = new BigInteger(1, integrator.bytes().toArray());
        return DueList.of(known).stream()
                .filter(due -> TASKS.contains(due.task()) && due.number().equals(number))
                .flatMap(due -> DueActions.of(known, governor, due).stream())
                .filter(action -> action.isDueAt(known.time()))
                .toList();
    }

    private record Events(List<LoggedFact> facts, Optional<Problem> unread) {}

    private static Events events(EventLog log, Address contract, Address integrator) {
        try {
            var query = LogQuery.of(contract, new Hash32(Word.of(integrator)));
            return new Events(log.page(query, 0, MOST_EVENTS), Optional.empty());
        } catch (ProblemException unread) {
            return new Events(List.of(), Optional.of(unread.problem()));
        }
    }

    /// Of the block, seconds since 1970.
    long time() {
        return block.time().getEpochSecond();
    }

    /// What is prepaid and not used at the block.
    BigInteger left() {
        return view.left(time());
    }

    /// Paid out to its accounts since it was admitted.
    BigInteger paid() {
        return accounts.stream().map(AccountCoverView::paid).reduce(BigInteger.ZERO, BigInteger::add);
    }
}
