package org.breakwater.core.keeping;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.AbiValue.Account;
import org.breakwater.core.abi.AbiValue.Binary;
import org.breakwater.core.abi.AbiValue.Items;
import org.breakwater.core.abi.AbiValue.Whole;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.governor.AccountCall;
import org.breakwater.core.governor.Announcement;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

/// Calls of the protocol's contracts that need no role, each with the event that says that it counts.
final class UpkeepCalls {

    private static final String OBSERVATION = "(uint8,uint48,uint48,uint16,int256,int256,bytes32)";

    private UpkeepCalls() {}

    private static AccountCall call(Address to, String function, Announcement counts, AbiValue... arguments) {
        return new AccountCall(to, AbiEncoder.call(FunctionSignature.parse(function), arguments), counts);
    }

    /// An event of a contract about one thing, whatever else it says.
    ///
    /// @param about its first parameters, which are indexed
    private static Announcement event(Address by, String event, int indexed, AbiValue... about) {
        var signature = FunctionSignature.parse(event);
        var values = new ArrayList<Optional<AbiValue>>();
        Arrays.stream(about).map(Optional::of).forEach(values::add);
        while (values.size() < signature.parameters().size()) {
            values.add(Optional.empty());
        }
        return new Announcement(by, signature, indexed, values);
    }

    private static AbiValue id(long number) {
        return Whole.of(number);
    }

    private static AbiValue all(List<BigInteger> numbers) {
        return new Items(numbers.stream().<AbiValue>map(Whole::new).toList());
    }

    // ── incidents ──────────────────────────────────────────────────────────────────────────────────────────────

    static AccountCall detect(Address incidents, long poolId, long subjectId, Address adapter, Bytes data) {
        var opened = FunctionSignature.parse(
                "IncidentOpened(uint64,uint32,uint32,address,address,uint256,uint256,uint256,uint48," + OBSERVATION
                        + ")");
        var any = Optional.<AbiValue>empty();
        return call(
                incidents,
                "detect(uint32,uint32,address,bytes)",
                new Announcement(
                        incidents,
                        opened,
                        3,
                        List.of(
                                any,
                                Optional.of(id(poolId)),
                                Optional.of(id(subjectId)),
                                Optional.of(new Account(adapter)),
                                any,
                                any,
                                any,
                                any,
                                any,
                                any)),
                id(poolId),
                id(subjectId),
                new Account(adapter),
                new Binary(data));
    }

    static AccountCall confirm(Address incidents, long incidentId, Address adapter, Bytes data) {
        return call(
                incidents,
                "confirm(uint64,address,bytes)",
                event(
                        incidents,
                        "IncidentConfirmed(uint64,address,address,uint48," + OBSERVATION + ")",
                        3,
                        id(incidentId)),
                id(incidentId),
                new Account(adapter),
                new Binary(data));
    }

    /// `lapse`, `startSettling`, `reopen`, `close` and `escalateQuarantined` move an incident to another state.
    static AccountCall move(Address incidents, String function, long incidentId) {
        return call(
                incidents,
                function + "(uint64)",
                event(incidents, "IncidentStateChanged(uint64,uint8,uint8,uint8,uint64)", 1, id(incidentId)),
                id(incidentId));
    }

    /// Gives back what a pool still holds for an incident that is over.
    static AccountCall release(Address incidents, Address pool, long incidentId) {
        return call(
                incidents,
                "close(uint64)",
                event(pool, "IncidentReleased(uint64,uint256,uint256)", 1, id(incidentId)),
                id(incidentId));
    }

    static AccountCall sample(Address adapter, long subjectId) {
        return call(
                adapter,
                "commitObservation(uint32,bytes)",
                event(adapter, "Sampled(uint32,uint48,uint256)", 1, id(subjectId)),
                id(subjectId),
                new Binary(Bytes.EMPTY));
    }

    /// The first reading of a breach, which a later one is compared with.
    static AccountCall breach(Address adapter, long subjectId) {
        return call(
                adapter,
                "commitObservation(uint32,bytes)",
                event(adapter, "Observed(uint32,address," + OBSERVATION + ")", 2, id(subjectId)),
                id(subjectId),
                new Binary(Bytes.EMPTY));
    }

    /// `uphold` and `voidDispute`.
    static AccountCall decide(Address adapter, String function, long assertionId) {
        return call(
                adapter,
                function + "(uint64)",
                event(adapter, "AssertionDecided(uint64,uint8,bytes32)", 1, id(assertionId)),
                id(assertionId));
    }

    // ── claims and cases ───────────────────────────────────────────────────────────────────────────────────────

    static AccountCall settleCovers(Address claims, long incidentId, List<BigInteger> coverIds) {
        var any = Optional.<AbiValue>empty();
        return call(
                claims,
                "settle(uint64,uint256[])",
                new Announcement(
                        claims,
                        FunctionSignature.parse(
                                "ClaimSubmitted(uint64,uint256,uint64,address,address,uint256,uint256,bytes32)"),
                        3,
                        List.of(any, any, Optional.of(id(incidentId)), any, any, any, any, any)),
                id(incidentId),
                all(coverIds));
    }

    static AccountCall pay(Address claims, long claimId) {
        return call(
                claims,
                "pay(uint64)",
                event(claims, "ClaimPaid(uint64,address,uint256,uint256,uint16,bool)", 2, id(claimId)),
                id(claimId));
    }

    /// `resolve`, `reopen` and `expire` move a claim to another state.
    static AccountCall moveClaim(Address claims, String function, long claimId) {
        return call(
                claims,
                function + "(uint64)",
                event(claims, "ClaimStateChanged(uint64,uint8,uint8,uint8,uint8,uint64)", 1, id(claimId)),
                id(claimId));
    }

    static AccountCall finalise(Address claims, long claimId) {
        return call(claims, "finalise(uint64)", event(claims, "ClaimFinal(uint64)", 1, id(claimId)), id(claimId));
    }

    static AccountCall closeCase(Address tribunal, long caseId) {
        return call(
                tribunal,
                "close(uint64)",
                event(tribunal, "CaseClosed(uint64,uint8,uint16,uint208,uint32)", 1, id(caseId)),
                id(caseId));
    }

    static AccountCall passForfeits(Address desk, long poolId) {
        return call(
                desk,
                "passForfeits(uint32)",
                event(desk, "ForfeitPassedOn(uint32,uint256)", 1, id(poolId)),
                id(poolId));
    }

    // ── pools ──────────────────────────────────────────────────────────────────────────────────────────────────

    static AccountCall processQueue(Address pool, long most) {
        return call(
                pool,
                "processQueue(uint256)",
                event(pool, "RedeemFilled(uint256,address,uint256,uint256,bool)", 2),
                id(most));
    }

    static AccountCall collect(Address pool, Address controller) {
        return call(
                pool,
                "collect(address)",
                event(pool, "RedeemCollected(address,uint256)", 1, new Account(controller)),
                new Account(controller));
    }

    static AccountCall syncLevel(Address pool, long subjectId) {
        return call(
                pool,
                "syncLevel(uint32)",
                event(pool, "CoverRelevelled(uint32,uint8,uint8,uint256)", 1, id(subjectId)),
                id(subjectId));
    }

    // ── cover ──────────────────────────────────────────────────────────────────────────────────────────────────

    static AccountCall expire(Address underwriting, List<BigInteger> policyIds) {
        return call(
                underwriting,
                "expire(uint256[])",
                event(underwriting, "PolicyClosed(uint256,uint8,uint256,uint256)", 1, new Whole(policyIds.getFirst())),
                all(policyIds));
    }

    static AccountCall settleSeries(Address series, BigInteger seriesId, Bytes data) {
        return call(
                series,
                "settle(uint256,bytes)",
                event(series, "SeriesSettled(uint256,uint16,uint256,uint64,uint48)", 1, new Whole(seriesId)),
                new Whole(seriesId),
                new Binary(data));
    }

    static AccountCall redeem(Address series, BigInteger seriesId, Address holder) {
        return call(
                series,
                "redeem(uint256,address)",
                event(series, "Redeemed(uint256,address,uint256,uint256)", 2, new Whole(seriesId), new Account(holder)),
                new Whole(seriesId),
                new Account(holder));
    }

    static AccountCall closeSeries(Address series, BigInteger seriesId) {
        return call(
                series,
                "close(uint256)",
                event(series, "SeriesClosed(uint256,uint256)", 1, new Whole(seriesId)),
                new Whole(seriesId));
    }

    static AccountCall settlePremium(Address cover, Address integrator) {
        return call(
                cover,
                "settlePremium(address)",
                event(
                        cover,
                        "PremiumSettled(address,uint256,uint256,uint256,uint256,uint48)",
                        1,
                        new Account(integrator)),
                new Account(integrator));
    }

    static AccountCall lapse(Address cover, Address integrator, List<Address> accounts) {
        return call(
                cover,
                "lapse(address,address[])",
                event(cover, "CoverLapsed(address,address,uint256,uint48)", 3, new Account(integrator)),
                new Account(integrator),
                new Items(accounts.stream().<AbiValue>map(Account::new).toList()));
    }

    static AccountCall releaseHeld(Address cover, List<BigInteger> coverIds) {
        return call(cover, "releaseHeld(uint256[])", event(cover, "CapitalHeld(uint256,uint256)", 1), all(coverIds));
    }

    /// What an integrator like the example vault offers: it pays its cover ahead from its own assets.
    static AccountCall payCover(Address integrator, Address cover) {
        return call(
                integrator,
                "payCover()",
                event(cover, "ToppedUp(address,address,uint256,uint256)", 2, new Account(integrator)));
    }

    // ── registries ─────────────────────────────────────────────────────────────────────────────────────────────

    static AccountCall enforce(Address registry, long subjectId) {
        return call(
                registry,
                "enforce(uint32)",
                event(registry, "StatusChanged(uint32,uint8,uint8,bytes32)", 1, id(subjectId)),
                id(subjectId));
    }

    /// Enforcing where only the level is noted.
    static AccountCall noteLevel(Address registry, long subjectId) {
        return call(
                registry,
                "enforce(uint32)",
                event(registry, "LevelChanged(uint32,uint8,uint8,uint16)", 1, id(subjectId)),
                id(subjectId));
    }

    static AccountCall pokePeg(Address treasury, Address asset) {
        return call(
                treasury,
                "pokePeg(address)",
                event(treasury, "PegStateChanged(address,uint8,uint8,uint256,uint48)", 1, new Account(asset)),
                new Account(asset));
    }

    static AccountCall executeChange(Address parameters, long changeId) {
        return call(
                parameters,
                "execute(uint64)",
                event(parameters, "ChangeExecuted(uint64,bytes32,bytes32,uint128,uint128)", 3, id(changeId)),
                id(changeId));
    }
}
