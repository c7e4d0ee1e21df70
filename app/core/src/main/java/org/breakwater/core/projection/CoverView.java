package org.breakwater.core.projection;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.breakwater.core.fact.PolicyFact.Policy;
import org.breakwater.core.projection.view.AccountCoverView;
import org.breakwater.core.projection.view.Integrator;
import org.breakwater.core.projection.view.IntegratorView;
import org.breakwater.core.projection.view.PolicyCounts;
import org.breakwater.core.projection.view.PolicyView;
import org.breakwater.core.projection.view.Series;
import org.breakwater.core.projection.view.SeriesView;
import org.breakwater.core.projection.view.TermsView;
import org.breakwater.core.protocol.PolicyState;
import org.breakwater.core.value.Address;

/// Cover at one time: policies with their terms, parametric series, and accounts that integrators cover.
record CoverView(ProtocolRecords records, long at) {

    List<PolicyView> policies() {
        return ProtocolView.numbered(records.policies().policies().size(), this::policy);
    }

    Optional<PolicyView> policy(BigInteger policyId) {
        return records.policies().policies().find(policyId).map(policy -> view(policyId, policy));
    }

    PolicyCounts policyCounts() {
        var states = List.of(PolicyState.values());
        var count = new ArrayList<>(Collections.nCopies(states.size(), BigInteger.ZERO));
        var cover = new ArrayList<>(Collections.nCopies(states.size(), BigInteger.ZERO));
        var premium = BigInteger.ZERO;
        var paid = BigInteger.ZERO;
        for (var policy : records.policies().policies().values()) {
            var place = states.indexOf(state(policy));
            count.set(place, count.get(place).add(BigInteger.ONE));
            cover.set(place, cover.get(place).add(policy.amount()).subtract(policy.paid()));
            premium = premium.add(policy.premium());
            paid = paid.add(policy.paid());
        }
        return new PolicyCounts(count, cover, premium, paid);
    }

    List<SeriesView> series() {
        return ProtocolView.numbered(records.series().series().size(), id -> {
            var number = BigInteger.valueOf(id);
            return new SeriesView(number, view(records.series().series().require(number, () -> "a series is missing")));
        });
    }

    /// Units of series that an account holds, by the series' numbers.
    SortedMap<BigInteger, BigInteger> units(Address holder) {
        var units = new TreeMap<BigInteger, BigInteger>();
        for (var series : records.series().series().entries()) {
            records.series()
                    .units()
                    .find(new SeriesRecords.UnitKey(series.getKey(), holder))
                    .filter(held -> held.signum() > 0)
                    .ifPresent(held -> units.put(series.getKey(), held));
        }
        return units;
    }

    List<IntegratorView> integrators() {
        var accounts = records.accounts();
        return LongStream.range(0, accounts.order().size())
                .mapToObj(place -> accounts.order().require(place, () -> "an integrator is missing"))
                .map(address ->
                        view(address, accounts.integrators().require(address, () -> "an integrator is missing")))
                .toList();
    }

    /// Cover of integrators' accounts, by integrator and then in the order in which it began.
    List<AccountCoverView> accountCovers() {
        return records.accounts().covers().entries().stream()
                .map(cover -> view(cover.getKey(), cover.getValue()))
                .sorted(Comparator.comparing(AccountCoverView::integrator).thenComparing(AccountCoverView::coverId))
                .toList();
    }

    /// The terms of one version of a pool's policies.
    Optional<TermsView> terms(long poolId, long version) {
        return records.policies()
                .terms()
                .find(new PolicyRecords.TermsKey(poolId, version))
                .map(known -> {
                    var terms = known.terms();
                    return new TermsView(
                            terms.poolId(),
                            terms.version(),
                            terms.wordingURI(),
                            terms.wordingHash(),
                            terms.exclusionsBitmap(),
                            known.at());
                });
    }

    private PolicyView policy(long policyId) {
        var id = BigInteger.valueOf(policyId);
        Policy policy = records.policies().policies().require(id, () -> "a policy is missing");
        return view(id, policy);
    }

    private PolicyView view(BigInteger id, Policy policy) {
        return new PolicyView(
                id,
                records.policies().holders().get(id, Address.ZERO),
                state(policy),
                records.claims().openClaims().get(id, 0L),
                policy);
    }

    private PolicyState state(Policy policy) {
        return switch (policy.closed()) {
            case EXPIRED -> PolicyState.EXPIRED;
            case CANCELLED -> PolicyState.CANCELLED;
            case EXHAUSTED -> PolicyState.EXHAUSTED;
            case NONE -> {
                if (at < policy.start()) {
                    yield PolicyState.WAITING;
                }
                if (at < policy.end()) {
                    yield PolicyState.ACTIVE;
                }
                yield at <= policy.graceEnd() ? PolicyState.GRACE : PolicyState.OVERDUE;
            }
        };
    }

    private static Series view(SeriesRecords.Series series) {
        var opened = series.opened();
        var settlement = series.settlement();
        return new Series(
                opened.poolId(),
                opened.subjectId(),
                series.state(),
                opened.adapter(),
                opened.salesEnd(),
                opened.eventEnd(),
                settlement.redeemBy(),
                settlement.severityBps(),
                opened.unitPayout(),
                opened.maxUnits(),
                series.unitsSold(),
                series.unitsRedeemed(),
                settlement.unitPaid(),
                series.premiumCollected(),
                settlement.incidentId(),
                opened.termsHash());
    }

    private AccountCoverView view(BigInteger coverId, AccountCoverRecords.Cover cover) {
        var integrator = records.accounts().integrators().require(cover.integrator(), () -> "an integrator is missing");
        var registered = integrator.registered();
        return new AccountCoverView(
                coverId,
                cover.integrator(),
                cover.account(),
                registered.poolId(),
                registered.subjectId(),
                cover.reported(),
                cover.insured(),
                inForce(integrator, cover),
                cover.paid(),
                cover.rate(),
                cover.since(),
                cover.endedAt(),
                integrator.balance().funded() && at < integrator.balance().usedUpAt());
    }

    private BigInteger inForce(AccountCoverRecords.Integrator integrator, AccountCoverRecords.Cover cover) {
        var waiting = integrator.registered().waiting();
        return integrator
                .balance()
                .fundedSince(at)
                .filter(since -> at - since >= waiting)
                .map(_ -> cover.history().leastThrough(at, waiting))
                .orElse(BigInteger.ZERO);
    }

    private static IntegratorView view(Address address, AccountCoverRecords.Integrator integrator) {
        var registered = integrator.registered();
        var balance = integrator.balance();
        return new IntegratorView(
                address,
                balance.usedUpAt(),
                integrator.accounts(),
                new Integrator(
                        registered.poolId(),
                        registered.subjectId(),
                        registered.waiting(),
                        registered.enrolment(),
                        integrator.active(),
                        balance.prepaid(),
                        balance.rate(),
                        integrator.insured(),
                        balance.chargedAt(),
                        registered.metadataHash()));
    }
}
