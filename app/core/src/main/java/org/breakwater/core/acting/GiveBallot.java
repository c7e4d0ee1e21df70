package org.breakwater.core.acting;

import org.breakwater.core.governor.AccountCall;
import org.breakwater.core.governor.CaseBallot;
import org.breakwater.core.governor.CaseCalls;
import org.breakwater.core.governor.ProposalBallot;
import org.breakwater.core.governor.ReadDao;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.OwnerSignature;
import org.breakwater.core.safe.ReturnedSignature;
import org.breakwater.core.safe.SafeSignature;
import org.breakwater.core.safe.SignatureRecovery;
import org.breakwater.core.signing.SigningDevice;
import org.breakwater.core.typeddata.TypedData;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

/// Use case: a voter signs a ballot, so that another account can send it and pay. What comes back from the device is
/// recovered over the hash that was computed here before it is used.
public final class GiveBallot {

    private final ReadDao dao;
    private final SignatureRecovery recovery;

    public GiveBallot(ReadDao dao, SignatureRecovery recovery) {
        this.dao = dao;
        this.recovery = recovery;
    }

    /// A ballot as it is signed.
    public sealed interface Unsigned {

        TypedData document();

        Address voter();

        record OfProposal(ProposalBallot ballot, TypedData document) implements Unsigned {
            @Override
            public Address voter() {
                return ballot.voter();
            }
        }

        record OfCase(CaseBallot ballot, TypedData document) implements Unsigned {
            @Override
            public Address voter() {
                return ballot.voter();
            }
        }
    }

    public Unsigned write(ProposalBallot ballot) throws ProblemException {
        return new Unsigned.OfProposal(ballot, ballot.document(dao.governorDomain()));
    }

    public Unsigned write(CaseBallot ballot) throws ProblemException {
        return new Unsigned.OfCase(ballot, ballot.document(dao.tribunalDomain()));
    }

    /// Has the voter's device sign it.
    ///
    /// @return the call with which anybody can send it
    public AccountCall sign(Unsigned ballot, SigningDevice device) throws ProblemException {
        if (!device.address().equals(ballot.voter())) {
            throw new ProblemException(Problem.of(
                    "The ballot is of " + ballot.voter() + ", not of " + device.address() + ".", "Vote as yourself."));
        }
        var returned = device.sign(ballot.document());
        var signature = proven(ballot, returned);
        return switch (ballot) {
            case Unsigned.OfProposal(var vote, var _) -> vote.sentBy(dao.dao().governor(), signature);
            case Unsigned.OfCase(var vote, var _) ->
                CaseCalls.voteBySignature(dao.dao().tribunal(), vote, signature);
        };
    }

    /// The contracts know the digest itself and no prefix of a personal message.
    private Bytes proven(Unsigned ballot, Bytes returned) throws ProblemException {
        OwnerSignature signature =
                ReturnedSignature.of(returned, ballot.voter(), ballot.document().hash(), recovery);
        if (signature.signature() instanceof SafeSignature.Ecdsa(var ecdsa)) {
            return ecdsa.bytes();
        }
        throw new ProblemException(Problem.of(
                "The signer hashed the ballot once more, as a message to be read by people.",
                "Use a signer that signs typed data."));
    }
}
