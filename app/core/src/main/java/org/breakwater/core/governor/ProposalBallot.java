package org.breakwater.core.governor;

import java.math.BigInteger;
import java.util.List;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.typeddata.MemberType;
import org.breakwater.core.typeddata.StructType;
import org.breakwater.core.typeddata.StructType.Member;
import org.breakwater.core.typeddata.TypeTable;
import org.breakwater.core.typeddata.TypedData;
import org.breakwater.core.typeddata.TypedDomain;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

/// A vote on a proposal that is signed, so that somebody else can send it: the Governor's `Ballot`, or its
/// `ExtendedBallot` where there is a reason.
///
/// @param nonce of the voter's next signed ballot
/// @param reason public for good; empty for none
public record ProposalBallot(BigInteger proposalId, Support support, Address voter, BigInteger nonce, String reason) {

    static final String PLAIN = "Ballot";
    static final String EXTENDED = "ExtendedBallot";

    private static final TypeTable TYPES = new TypeTable(
            new StructType(
                    PLAIN,
                    List.of(
                            member("uint256", "proposalId"),
                            member("uint8", "support"),
                            member("address", "voter"),
                            member("uint256", "nonce"))),
            new StructType(
                    EXTENDED,
                    List.of(
                            member("uint256", "proposalId"),
                            member("uint8", "support"),
                            member("address", "voter"),
                            member("uint256", "nonce"),
                            member("string", "reason"),
                            member("bytes", "params"))));

    private static Member member(String type, String name) {
        return new Member(name, MemberType.parse(type));
    }

    /// What is signed.
    ///
    /// @param domain as the Governor says it
    public TypedData document(TypedDomain domain) {
        var plain = List.<AbiValue>of(
                new AbiValue.Whole(proposalId),
                AbiValue.Whole.of(support.code()),
                new AbiValue.Account(voter),
                new AbiValue.Whole(nonce));
        if (reason.isEmpty()) {
            return new TypedData(domain, TYPES, PLAIN, new AbiValue.Tuple(plain));
        }
        var extended = List.of(
                plain.get(0),
                plain.get(1),
                plain.get(2),
                plain.get(3),
                new AbiValue.Text(reason),
                new AbiValue.Binary(Bytes.EMPTY));
        return new TypedData(domain, TYPES, EXTENDED, new AbiValue.Tuple(extended));
    }

    /// The vote that the Governor counts when somebody sends this with the voter's signature.
    public AccountCall sentBy(Address governor, Bytes signature) {
        return reason.isEmpty()
                ? DaoCalls.voteBySignature(governor, this, signature)
                : DaoCalls.voteWithReasonBySignature(governor, this, signature);
    }
}
