package org.breakwater.core.keeping;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.breakwater.core.execution.ExecutionChain;
import org.breakwater.core.execution.OuterReceipt;
import org.breakwater.core.execution.OuterTransaction;
import org.breakwater.core.execution.Pause;
import org.breakwater.core.execution.PayingAccount;
import org.breakwater.core.execution.Speed;
import org.breakwater.core.governor.AccountCall;
import org.breakwater.core.governor.Refusals;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;

/// Use case: makes calls that are due, one after the other, from one account. Each is tried again right before it is
/// sent, is waited for before the next one, and is sent again with a higher fee, or through another endpoint, where no
/// block takes it. One that fails stops none of the others. One thread at a time.
public final class Keeper {

    /// Looks in a row that find the nonce used and no receipt.
    private static final int SURE = 4;

    /// How often a fee is raised at once where a node has something else of the same nonce.
    private static final int MOST_RISES = 40;

    /// What was carried out and changed nothing that it was made for is left alone for so long.
    private static final Duration IDLE = Duration.ofDays(1);

    /// Above what a call took when it was tried: what is due changes from block to block.
    private static final BigInteger FIVE = BigInteger.valueOf(5);

    private static final BigInteger SIX = BigInteger.valueOf(6);

    private final List<KeeperEndpoint> endpoints;
    private final PayingAccount account;
    private final SpendingBook book;
    private final KeeperRules rules;
    private final InstantSource clock;
    private final Pause pause;
    private final Map<AccountCall, Instant> idle = new HashMap<>();
    private int used;
    private Optional<Underway> underway = Optional.empty();

    /// @param endpoints in order of preference; at least one
    /// @param clock by whose days spending is limited
    public Keeper(
            List<KeeperEndpoint> endpoints,
            PayingAccount account,
            SpendingBook book,
            KeeperRules rules,
            InstantSource clock,
            Pause pause) {
        this.endpoints = List.copyOf(endpoints);
        this.account = account;
        this.book = book;
        this.rules = rules;
        this.clock = clock;
        this.pause = pause;
    }

    /// What was handed in and is not known to be in a block.
    ///
    /// @param reserved wei that were set aside for it, on that day
    private record Underway(
            DueAction action,
            OuterTransaction transaction,
            Bytes signed,
            List<Hash32> hashes,
            BigInteger reserved,
            LocalDate day) {

        Hash32 newest() {
            return hashes.getLast();
        }
    }

    /// A question to one endpoint.
    @FunctionalInterface
    private interface Question<T> {
        T ask(KeeperEndpoint endpoint) throws ProblemException;
    }

    /// Asks the endpoint that is used, and the next one where it fails.
    private <T> T ask(Question<T> question) throws ProblemException {
        for (int failed = 1; ; failed++) {
            try {
                return question.ask(endpoints.get(used));
            } catch (ProblemException broken) {
                if (failed >= endpoints.size()) {
                    throw broken;
                }
                used = (used + 1) % endpoints.size();
            }
        }
    }

    private ExecutionChain chain() {
        return endpoints.get(used).chain();
    }

    /// Makes the calls that would be carried out, in their order.
    ///
    /// @param told hears of each outcome as soon as it is known
    /// @return how many counted
    public int run(List<TriedAction> found, BiConsumer<DueAction, KeepOutcome> told) {
        var done = 0;
        if (underway.isPresent()) {
            var before = underway.get();
            var outcome = attempted(() -> await(before));
            told.accept(before.action(), outcome);
            if (outcome instanceof KeepOutcome.Waiting) {
                return done;
            }
            done += outcome instanceof KeepOutcome.Done ? 1 : 0;
        }
        for (var tried : found) {
            if (!tried.isReady()) {
                continue;
            }
            var outcome = attempted(() -> perform(tried.action()));
            told.accept(tried.action(), outcome);
            done += outcome instanceof KeepOutcome.Done ? 1 : 0;
            if (outcome instanceof KeepOutcome.Stopped || outcome instanceof KeepOutcome.Waiting) {
                return done;
            }
        }
        return done;
    }

    @FunctionalInterface
    private interface Attempt {
        KeepOutcome outcome() throws ProblemException;
    }

    private static KeepOutcome attempted(Attempt attempt) {
        try {
            return attempt.outcome();
        } catch (ProblemException failed) {
            return new KeepOutcome.Failed(failed.problem());
        }
    }

    private KeepOutcome perform(DueAction action) throws ProblemException {
        var again = ask(endpoint -> new TryActions(endpoint.chain()).of(action, account.address()));
        if (again instanceof Trial.Refused(var why)) {
            return new KeepOutcome.NotDue(why);
        }
        if (again instanceof Trial.NoEffect) {
            return new KeepOutcome.NotDue("It would change nothing any more.");
        }
        var call = action.call();
        var idleSince = idle.get(call);
        if (idleSince != null && clock.instant().isBefore(idleSince.plus(IDLE))) {
            return new KeepOutcome.NotDue("It changed nothing when it was done last, less than a day ago.");
        }
        var gas = ask(endpoint -> endpoint.chain().gas(account.address(), call.to(), call.data()))
                .multiply(SIX)
                .divide(FIVE)
                .min(ask(endpoint -> endpoint.chain().blockGas()));
        var fee =
                ask(endpoint -> endpoint.chain().fees()).offers(rules.mostFee()).get(Speed.NORMAL);
        if (fee == null) {
            throw new IllegalStateException("there is no fee for normal speed");
        }
        var cost = fee.cost(gas);
        var day = today();
        var stop = unaffordable(cost, day);
        if (stop.isPresent()) {
            return new KeepOutcome.Stopped(stop.get());
        }
        var nonce = ask(endpoint -> endpoint.chain().accountNonce(account.address()));
        var transaction = new OuterTransaction(chain().chain(), nonce, fee, gas, call.to(), call.data());
        book.add(day, cost);
        try {
            var sent = handIn(new Underway(action, transaction, Bytes.EMPTY, List.of(), cost, day));
            underway = Optional.of(sent);
            return await(sent);
        } catch (ProblemException refused) {
            if (underway.isEmpty()) {
                book.add(day, cost.negate());
            }
            throw refused;
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Optional<Problem> unaffordable(BigInteger cost, LocalDate day) throws ProblemException {
        var balance = ask(endpoint -> endpoint.balance(account.address()));
        if (balance.compareTo(cost) < 0) {
            return Optional.of(Problem.of(
                    account.address() + " has " + balance + " wei, and the call may cost " + cost + ".",
                    "Send it some of the network's currency; nothing was sent."));
        }
        var spent = book.spent(day);
        return spent.add(cost).compareTo(rules.mostPerDay()) > 0
                ? Optional.of(Problem.of(
                        "The day's limit of " + rules.mostPerDay() + " wei would be exceeded: " + spent
                                + " are spent, and the call may cost " + cost + ".",
                        "Wait until the next day of UTC, or allow more."))
                : Optional.empty();
    }

    /// Hands a transaction in. Where a node has another one of the same nonce, from a run before, a higher fee takes
    /// its
    /// place.
    private Underway handIn(Underway wanted) throws ProblemException {
        var transaction = wanted.transaction();
        for (int rises = 0; ; rises++) {
            var signed = account.sign(transaction);
            try {
                var hash = ask(endpoint -> endpoint.chain().send(signed));
                var hashes = new ArrayList<>(wanted.hashes());
                hashes.add(hash);
                return new Underway(
                        wanted.action(), transaction, signed, List.copyOf(hashes), wanted.reserved(), wanted.day());
            } catch (ProblemException refused) {
                var higher = transaction.fee().risen();
                if (!refused.problem().happened().contains("underpriced")
                        || rises == MOST_RISES
                        || higher.most().compareTo(rules.mostFee()) > 0) {
                    throw refused;
                }
                transaction = transaction.with(higher);
            }
        }
    }

    // ── waiting ────────────────────────────────────────────────────────────────────────────────────────────────

    private KeepOutcome await(Underway sent) throws ProblemException {
        var current = sent;
        var waited = Duration.ZERO;
        var sinceSent = Duration.ZERO;
        for (int displaced = 0; displaced < SURE; ) {
            var receipt = receipt(current);
            if (receipt.isPresent()) {
                underway = Optional.empty();
                return outcome(current, receipt.get());
            }
            displaced = isNonceUsed(current) ? displaced + 1 : 0;
            if (waited.compareTo(rules.patience()) >= 0) {
                return new KeepOutcome.Waiting(current.newest());
            }
            pause.pause(Pause.STEP);
            waited = waited.plus(Pause.STEP);
            sinceSent = sinceSent.plus(Pause.STEP);
            if (sinceSent.compareTo(rules.raiseAfter()) >= 0) {
                current = raised(current);
                underway = Optional.of(current);
                sinceSent = Duration.ZERO;
            } else if (sinceSent.compareTo(rules.forgottenAfter()) >= 0) {
                passOn(current);
            }
        }
        underway = Optional.empty();
        book.add(current.day(), current.reserved().negate());
        return new KeepOutcome.NotDue("Another transaction of this account took its place.");
    }

    /// Any endpoint may have it first.
    private Optional<OuterReceipt> receipt(Underway sent) throws ProblemException {
        Optional<ProblemException> broken = Optional.empty();
        var answered = false;
        for (var endpoint : endpoints) {
            try {
                for (var hash : sent.hashes()) {
                    var receipt = endpoint.chain().receipt(hash);
                    if (receipt.isPresent()) {
                        return receipt;
                    }
                }
                answered = true;
            } catch (ProblemException failed) {
                broken = Optional.of(failed);
            }
        }
        if (!answered && broken.isPresent()) {
            throw broken.get();
        }
        return Optional.empty();
    }

    private boolean isNonceUsed(Underway sent) throws ProblemException {
        return ask(endpoint -> endpoint.chain().accountNonce(account.address()))
                        .compareTo(sent.transaction().nonce())
                > 0;
    }

    /// A node took it and does not know it any more: the same bytes go through the next endpoint that takes them.
    private void passOn(Underway sent) {
        if (knows(endpoints.get(used), sent)) {
            return;
        }
        for (int next = 1; next <= endpoints.size(); next++) {
            var endpoint = endpoints.get((used + next) % endpoints.size());
            if (knows(endpoint, sent) || takes(endpoint, sent)) {
                return;
            }
        }
    }

    private static boolean knows(KeeperEndpoint endpoint, Underway sent) {
        try {
            return endpoint.knows(sent.newest());
        } catch (ProblemException silent) {
            return false;
        }
    }

    private static boolean takes(KeeperEndpoint endpoint, Underway sent) {
        try {
            endpoint.chain().send(sent.signed());
            return true;
        } catch (ProblemException refused) {
            return false;
        }
    }

    /// With a higher fee, as far as the limits allow.
    private Underway raised(Underway sent) throws ProblemException {
        var fee = sent.transaction().fee().risen();
        var cost = fee.cost(sent.transaction().gas());
        var more = cost.subtract(sent.reserved());
        if (fee.most().compareTo(rules.mostFee()) > 0
                || book.spent(sent.day()).add(more).compareTo(rules.mostPerDay()) > 0) {
            return sent;
        }
        try {
            var again = handIn(new Underway(
                    sent.action(), sent.transaction().with(fee), sent.signed(), sent.hashes(), cost, sent.day()));
            book.add(sent.day(), more);
            return again;
        } catch (ProblemException refused) {
            // What was handed in before is still under way, and a block may have it by now.
            return sent;
        }
    }

    private KeepOutcome outcome(Underway sent, OuterReceipt receipt) throws ProblemException {
        var hash = receipt.transaction();
        var cost = ask(endpoint -> endpoint.cost(hash)).orElse(sent.reserved());
        book.add(sent.day(), cost.subtract(sent.reserved()));
        if (receipt.accepted()) {
            var call = sent.action().call();
            if (call.counts().isIn(ask(endpoint -> endpoint.events().of(hash)))) {
                return new KeepOutcome.Done(hash, receipt.block(), cost);
            }
            idle.put(call, clock.instant());
            return new KeepOutcome.Silent(
                    hash, receipt.block(), cost, call.counts().name());
        }
        var now = ask(endpoint -> new TryActions(endpoint.chain()).of(sent.action(), account.address()));
        if (now instanceof Trial.Refused(var why)) {
            return new KeepOutcome.NotDue(why + " Another keeper was first: " + hash + " changed nothing.");
        }
        var reason = Refusals.sentence(ask(endpoint -> endpoint.chain().reason(hash)));
        return new KeepOutcome.Failed(Problem.of(reason, "It changed nothing, and is tried again at the next look."));
    }
}
