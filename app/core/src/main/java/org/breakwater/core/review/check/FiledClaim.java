package org.breakwater.core.review.check;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// A claim as the chain has it.
///
/// @param claims the contract that keeps it
/// @param incident that it is about
/// @param payee who gets what is granted
/// @param requested units of the pool's asset
/// @param disputed whether people decide it because the amount is disputed
/// @param evidence hash of what the claimant filed
record FiledClaim(
        Address claims,
        BigInteger number,
        BigInteger coverId,
        BigInteger incident,
        Address claimant,
        Address payee,
        BigInteger requested,
        boolean disputed,
        Hash32 evidence) {

    private static final String CLAIM = "(uint256,uint64,address,address,uint8,uint8,uint8,uint8,uint8,bool,bool,"
            + "uint48,uint48,uint48,uint48,uint48,uint64,uint256,uint256,uint256,uint256,bytes32,bytes32)";

    private static final String INCIDENT = "(uint32,uint32,uint8,uint8,uint8,uint16,uint48,uint48,uint48,uint48,"
            + "uint48,uint48,uint48,uint48,uint8,address,address,address,uint256,uint256,uint256,address,uint256,"
            + "uint64,bytes32)";

    private static final String CASE = "(address,uint64,uint8,uint8,uint8,uint48,uint48,uint48,uint48,uint48,uint16,"
            + "uint32,uint208,uint208,uint208,uint208,uint208,uint208,uint208,uint16)";

    /// `EscalationReason.AmountDisputed` of the contracts.
    private static final BigInteger AMOUNT_DISPUTED = BigInteger.TEN;

    private static final BigInteger ABOUT_A_CLAIM = BigInteger.ONE;

    /// Covers of whole accounts have the highest bit of their number set.
    private static final int ACCOUNT_COVER = 255;

    static Optional<FiledClaim> of(Scene scene, Address claims, BigInteger number) throws ProblemException {
        return Asked.struct(scene.chain(), claims, "claim(uint64)", CLAIM, new AbiValue.Whole(number))
                .filter(claim -> !claim.account(2).isZero())
                .map(claim -> new FiledClaim(
                        claims,
                        number,
                        claim.number(0),
                        claim.number(1),
                        claim.account(2),
                        claim.account(3),
                        claim.number(17),
                        claim.number(6).equals(AMOUNT_DISPUTED),
                        claim.word(21)));
    }

    /// The claim that a case of the tribunal decides, where it is about one.
    static Optional<FiledClaim> ofCase(Scene scene, Address tribunal, BigInteger caseId) throws ProblemException {
        var decided = Asked.struct(scene.chain(), tribunal, "case_(uint64)", CASE, new AbiValue.Whole(caseId))
                .filter(read -> read.number(2).equals(ABOUT_A_CLAIM));
        return decided.isEmpty()
                ? Optional.empty()
                : of(scene, decided.get().account(0), decided.get().number(1));
    }

    /// What its cover pays at most.
    ///
    /// @param insured units, as are the others
    record Limit(BigInteger insured, BigInteger loss, BigInteger deductible, BigInteger most) {}

    /// Nothing while the contract cannot say it.
    Optional<Limit> limit(Scene scene) throws ProblemException {
        return Asked.values(
                        scene.chain(),
                        claims,
                        "payableFor(uint256,uint64)",
                        "(uint256,uint256,uint256,uint256)",
                        new AbiValue.Whole(coverId),
                        new AbiValue.Whole(incident))
                .map(read -> new Limit(read.number(0), read.number(1), read.number(2), read.number(3)));
    }

    /// The cover as it stood at the incident.
    ///
    /// @param holder who has it now
    /// @param since when it has been in force without a gap
    /// @param occurred when the incident did
    record Cover(Address holder, Instant since, Instant occurred) {}

    Optional<Cover> cover(Scene scene) throws ProblemException {
        var source = scene.contract(coverId.testBit(ACCOUNT_COVER) ? "AccountCover" : "Underwriting");
        var occurred = incident(scene).map(read -> read.number(6));
        if (source.isEmpty() || occurred.isEmpty()) {
            return Optional.empty();
        }
        return Asked.struct(
                        scene.chain(),
                        source.get(),
                        "exposureAt(uint256,uint48)",
                        "(uint32,uint32,address,uint256,uint48,uint48)",
                        new AbiValue.Whole(coverId),
                        new AbiValue.Whole(occurred.get()))
                .filter(read -> !read.account(2).isZero() && read.number(4).signum() > 0)
                .map(read -> new Cover(
                        read.account(2),
                        Instant.ofEpochSecond(read.number(4).longValue()),
                        Instant.ofEpochSecond(occurred.get().longValue())));
    }

    private Optional<Arguments> incident(Scene scene) throws ProblemException {
        var incidents = scene.contract("Incidents");
        return incidents.isEmpty()
                ? Optional.empty()
                : Asked.struct(
                        scene.chain(), incidents.get(), "incident(uint64)", INCIDENT, new AbiValue.Whole(incident));
    }

    /// The pool that pays.
    Optional<Address> pool(Scene scene) throws ProblemException {
        return incident(scene).flatMap(read -> scene.pool(read.number(0)));
    }

    /// An amount of what the pool pays in.
    String amount(Scene scene, BigInteger units) throws ProblemException {
        var pool = pool(scene);
        var asset = pool.isEmpty() ? Optional.<Address>empty() : Asked.account(scene.chain(), pool.get(), "asset()");
        return asset.isEmpty() ? units + " units" : scene.amount(asset.get(), units);
    }
}
