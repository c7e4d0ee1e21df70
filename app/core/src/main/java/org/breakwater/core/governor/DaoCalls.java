package org.breakwater.core.governor;

import static org.breakwater.core.governor.Announcement.Any.ANY;

import java.math.BigInteger;
import java.util.List;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.AbiValue.Account;
import org.breakwater.core.abi.AbiValue.Binary;
import org.breakwater.core.abi.AbiValue.Text;
import org.breakwater.core.abi.AbiValue.Whole;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Keccak;

/// Calls of the Governor and of the voting token.
public final class DaoCalls {

    private static final FunctionSignature CAST_VOTE = FunctionSignature.parse("castVote(uint256,uint8)");
    private static final FunctionSignature CAST_VOTE_WITH_REASON =
            FunctionSignature.parse("castVoteWithReason(uint256,uint8,string)");
    private static final FunctionSignature CAST_VOTE_BY_SIG =
            FunctionSignature.parse("castVoteBySig(uint256,uint8,address,bytes)");
    private static final FunctionSignature CAST_VOTE_WITH_REASON_BY_SIG =
            FunctionSignature.parse("castVoteWithReasonAndParamsBySig(uint256,uint8,address,string,bytes,bytes)");
    private static final FunctionSignature PROPOSE =
            FunctionSignature.parse("propose(address[],uint256[],bytes[],string)");
    private static final FunctionSignature QUEUE =
            FunctionSignature.parse("queue(address[],uint256[],bytes[],bytes32)");
    private static final FunctionSignature EXECUTE =
            FunctionSignature.parse("execute(address[],uint256[],bytes[],bytes32)");
    private static final FunctionSignature CANCEL =
            FunctionSignature.parse("cancel(address[],uint256[],bytes[],bytes32)");
    private static final FunctionSignature DELEGATE = FunctionSignature.parse("delegate(address)");

    /// Its first parameter is indexed; `VoteCast` of the tribunal is another event.
    private static final String VOTE_CAST = "VoteCast(address,uint256,uint8,uint256,string)";

    private DaoCalls() {}

    /// Votes from the voter's own account.
    ///
    /// @param reason public for good; empty for none
    public static AccountCall vote(
            Address governor, BigInteger proposalId, Support support, Address voter, String reason) {
        var proposal = new Whole(proposalId);
        var choice = Whole.of(support.code());
        return new AccountCall(
                governor,
                reason.isEmpty()
                        ? AbiEncoder.call(CAST_VOTE, proposal, choice)
                        : AbiEncoder.call(CAST_VOTE_WITH_REASON, proposal, choice, new Text(reason)),
                cast(governor, proposalId, support, voter, reason));
    }

    static AccountCall voteBySignature(Address governor, ProposalBallot ballot, Bytes signature) {
        return new AccountCall(
                governor,
                AbiEncoder.call(
                        CAST_VOTE_BY_SIG,
                        new Whole(ballot.proposalId()),
                        Whole.of(ballot.support().code()),
                        new Account(ballot.voter()),
                        new Binary(signature)),
                cast(governor, ballot.proposalId(), ballot.support(), ballot.voter(), ""));
    }

    static AccountCall voteWithReasonBySignature(Address governor, ProposalBallot ballot, Bytes signature) {
        return new AccountCall(
                governor,
                AbiEncoder.call(
                        CAST_VOTE_WITH_REASON_BY_SIG,
                        new Whole(ballot.proposalId()),
                        Whole.of(ballot.support().code()),
                        new Account(ballot.voter()),
                        new Text(ballot.reason()),
                        new Binary(Bytes.EMPTY),
                        new Binary(signature)),
                cast(governor, ballot.proposalId(), ballot.support(), ballot.voter(), ballot.reason()));
    }

    private static Announcement cast(
            Address governor, BigInteger proposalId, Support support, Address voter, String reason) {
        return Announcement.of(
                governor,
                VOTE_CAST,
                1,
                new Account(voter),
                new Whole(proposalId),
                Whole.of(support.code()),
                ANY,
                new Text(reason));
    }

    /// Proposes. The Governor takes it from whoever has the votes for it.
    public static AccountCall propose(
            Address governor,
            List<Address> targets,
            List<BigInteger> values,
            List<Bytes> calldatas,
            String description,
            Address proposer) {
        var actions = new ProposalActions(targets, values, calldatas, Keccak.hash(description));
        var arguments = actions.arguments();
        return new AccountCall(
                governor,
                AbiEncoder.call(PROPOSE, arguments.get(0), arguments.get(1), arguments.get(2), new Text(description)),
                Announcement.of(
                        governor,
                        "ProposalCreated(uint256,address,address[],uint256[],string[],bytes[],uint256,uint256,string)",
                        0,
                        new Whole(actions.id()),
                        new Account(proposer),
                        arguments.get(0),
                        arguments.get(1),
                        ANY,
                        arguments.get(2),
                        ANY,
                        ANY,
                        new Text(description)));
    }

    /// Puts what passed into the Timelock. Anyone may.
    public static AccountCall queue(Address governor, ProposalActions actions) {
        return new AccountCall(
                governor,
                AbiEncoder.call(QUEUE, actions.arguments()),
                Announcement.of(governor, "ProposalQueued(uint256,uint256)", 0, id(actions), ANY));
    }

    /// Has the Timelock carry out what waited long enough. Anyone may.
    public static AccountCall execute(Address governor, ProposalActions actions) {
        return new AccountCall(
                governor,
                AbiEncoder.call(EXECUTE, actions.arguments()),
                Announcement.of(governor, "ProposalExecuted(uint256)", 0, id(actions)));
    }

    /// Takes a proposal back before its vote opens. Its proposer alone may.
    public static AccountCall cancel(Address governor, ProposalActions actions) {
        return new AccountCall(
                governor,
                AbiEncoder.call(CANCEL, actions.arguments()),
                Announcement.of(governor, "ProposalCanceled(uint256)", 0, id(actions)));
    }

    private static AbiValue id(ProposalActions actions) {
        return new Whole(actions.id());
    }

    /// Lets somebody vote with the holder's tokens; the holder themselves, so that they can vote with them at all.
    public static AccountCall delegate(Address token, Address holder, Address delegate) {
        return new AccountCall(
                token,
                AbiEncoder.call(DELEGATE, new Account(delegate)),
                Announcement.of(
                        token,
                        "DelegateChanged(address,address,address)",
                        3,
                        new Account(holder),
                        ANY,
                        new Account(delegate)));
    }
}
