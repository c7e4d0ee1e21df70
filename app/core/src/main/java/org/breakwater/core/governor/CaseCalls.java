package org.breakwater.core.governor;

import static org.breakwater.core.governor.Announcement.Any.ANY;

import java.math.BigInteger;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiValue.Account;
import org.breakwater.core.abi.AbiValue.Binary;
import org.breakwater.core.abi.AbiValue.Text;
import org.breakwater.core.abi.AbiValue.Whole;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.governor.CaseBallot.CaseChoice;
import org.breakwater.core.protocol.BallotChoice;
import org.breakwater.core.protocol.CaseKind;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;

/// Calls of the tribunal, and of those whose cases it decides.
public final class CaseCalls {

    /// The longest content address of a piece of evidence, bytes.
    public static final int MOST_ADDRESS = 256;

    private static final FunctionSignature VOTE = FunctionSignature.parse("vote(uint64,uint8,uint16,bytes32)");
    private static final FunctionSignature VOTE_BY_SIG =
            FunctionSignature.parse("voteBySig(uint64,uint8,uint16,bytes32,address,bytes)");
    private static final FunctionSignature CLOSE = FunctionSignature.parse("close(uint64)");
    private static final FunctionSignature STRIKE = FunctionSignature.parse("strike(uint64,address)");
    private static final FunctionSignature ADD_EVIDENCE =
            FunctionSignature.parse("addEvidence(uint8,uint64,bytes32,string)");
    private static final FunctionSignature CHALLENGE = FunctionSignature.parse("challenge(uint64,bytes32)");
    private static final FunctionSignature APPROVE = FunctionSignature.parse("approve(address,uint256)");
    private static final FunctionSignature APPEAL = FunctionSignature.parse("appeal(uint64,bytes32)");

    private static final String VOTE_CAST = "VoteCast(uint64,address,uint8,uint16,uint208,bytes32)";
    private static final int WHOLE = 10_000;

    private CaseCalls() {}

    /// Votes from the voter's own account. A later ballot takes the place of an earlier one until the close.
    ///
    /// @param reason Keccak-256 of the reason's text
    public static AccountCall vote(Address tribunal, long caseId, CaseChoice choice, Hash32 reason, Address voter) {
        return new AccountCall(
                tribunal,
                AbiEncoder.call(
                        VOTE,
                        Whole.of(caseId),
                        Codes.of(choice.choice()),
                        Whole.of(choice.shareBps()),
                        new Binary(reason.bytes())),
                cast(tribunal, caseId, choice, reason, voter));
    }

    /// Sends a ballot that its voter signed.
    public static AccountCall voteBySignature(Address tribunal, CaseBallot ballot, Bytes signature) {
        return new AccountCall(
                tribunal,
                AbiEncoder.call(
                        VOTE_BY_SIG,
                        Whole.of(ballot.caseId()),
                        Codes.of(ballot.choice().choice()),
                        Whole.of(ballot.choice().shareBps()),
                        new Binary(ballot.reason().bytes()),
                        new Account(ballot.voter()),
                        new Binary(signature)),
                cast(tribunal, ballot.caseId(), ballot.choice(), ballot.reason(), ballot.voter()));
    }

    /// The event tells the share that the ballot stands for: all of it for Pay.
    private static Announcement cast(Address tribunal, long caseId, CaseChoice choice, Hash32 reason, Address voter) {
        return Announcement.of(
                tribunal,
                VOTE_CAST,
                2,
                Whole.of(caseId),
                new Account(voter),
                Codes.of(choice.choice()),
                Whole.of(choice.choice() == BallotChoice.PAY ? WHOLE : choice.shareBps()),
                ANY,
                new Binary(reason.bytes()));
    }

    /// Counts a case whose time is over. Anyone may.
    public static AccountCall close(Address tribunal, long caseId) {
        return new AccountCall(
                tribunal,
                AbiEncoder.call(CLOSE, Whole.of(caseId)),
                Announcement.of(
                        tribunal,
                        "CaseClosed(uint64,uint8,uint16,uint208,uint32)",
                        1,
                        Whole.of(caseId),
                        ANY,
                        ANY,
                        ANY,
                        ANY));
    }

    /// Takes out the ballot of somebody who is a party by now. Anyone may, until the close.
    public static AccountCall strike(Address tribunal, long caseId, Address voter) {
        return new AccountCall(
                tribunal,
                AbiEncoder.call(STRIKE, Whole.of(caseId), new Account(voter)),
                Announcement.of(
                        tribunal,
                        "BallotStruck(uint64,address,uint208)",
                        2,
                        Whole.of(caseId),
                        new Account(voter),
                        ANY));
    }

    /// Adds a piece of evidence. It stays; what comes after the evidence period is marked late.
    ///
    /// @param content Keccak-256 of it
    /// @param address where it can be asked for, at most 256 bytes
    public static AccountCall evidence(
            Address tribunal, CaseKind kind, long refId, Hash32 content, String address, Address by) {
        return new AccountCall(
                tribunal,
                AbiEncoder.call(
                        ADD_EVIDENCE, Codes.of(kind), Whole.of(refId), new Binary(content.bytes()), new Text(address)),
                Announcement.of(
                        tribunal,
                        "EvidenceAdded(uint8,uint64,uint256,address,bytes32,string,bool)",
                        3,
                        Codes.of(kind),
                        Whole.of(refId),
                        ANY,
                        new Account(by),
                        new Binary(content.bytes()),
                        new Text(address),
                        ANY));
    }

    /// Lets a contract take a deposit or a bond.
    ///
    /// @param units of the asset
    public static AccountCall allow(Address asset, Address taker, BigInteger units, Address owner) {
        return new AccountCall(
                asset,
                AbiEncoder.call(APPROVE, new Account(taker), new Whole(units)),
                Announcement.of(
                        asset,
                        "Approval(address,address,uint256)",
                        2,
                        new Account(owner),
                        new Account(taker),
                        new Whole(units)));
    }

    /// Challenges a confirmed incident within its window, for a bond.
    ///
    /// @param reason Keccak-256 of the reason's text
    public static AccountCall challenge(Address incidents, long incidentId, Hash32 reason, Address by) {
        return new AccountCall(
                incidents,
                AbiEncoder.call(CHALLENGE, Whole.of(incidentId), new Binary(reason.bytes())),
                Announcement.of(
                        incidents,
                        "Challenged(uint64,address,uint256,bytes32)",
                        2,
                        Whole.of(incidentId),
                        new Account(by),
                        ANY,
                        new Binary(reason.bytes())));
    }

    /// Appeals a denial once, for three times the deposit. The claimant alone may.
    ///
    /// @param evidence Keccak-256 of what is new
    public static AccountCall appeal(Address claims, long claimId, Hash32 evidence) {
        return new AccountCall(
                claims,
                AbiEncoder.call(APPEAL, Whole.of(claimId), new Binary(evidence.bytes())),
                Announcement.of(
                        claims,
                        "Appealed(uint64,uint8,uint256,bytes32)",
                        1,
                        Whole.of(claimId),
                        ANY,
                        ANY,
                        new Binary(evidence.bytes())));
    }
}
