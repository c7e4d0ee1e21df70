package org.breakwater.core.governor;

import java.math.BigInteger;
import java.util.List;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.protocol.BallotChoice;
import org.breakwater.core.typeddata.MemberType;
import org.breakwater.core.typeddata.StructType;
import org.breakwater.core.typeddata.StructType.Member;
import org.breakwater.core.typeddata.TypeTable;
import org.breakwater.core.typeddata.TypedData;
import org.breakwater.core.typeddata.TypedDomain;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// A ballot in a case of the tribunal, as it is signed so that somebody else can send it.
///
/// @param choice what it says and, for a part, which one
/// @param reason Keccak-256 of the reason's text
/// @param nonce of the voter's next signed ballot
public record CaseBallot(long caseId, CaseChoice choice, Hash32 reason, Address voter, BigInteger nonce) {

    private static final String VOTE = "Vote";

    private static final TypeTable TYPES = new TypeTable(new StructType(
            VOTE,
            List.of(
                    member("uint64", "caseId"),
                    member("uint8", "choice"),
                    member("uint16", "shareBps"),
                    member("bytes32", "reasonHash"),
                    member("address", "voter"),
                    member("uint256", "nonce"))));

    private static Member member(String type, String name) {
        return new Member(name, MemberType.parse(type));
    }

    /// What somebody says in a case.
    ///
    /// @param shareBps of what was asked for: of a ballot for a part whole percents from 1 to 99, else 0
    public record CaseChoice(BallotChoice choice, int shareBps) {

        public static final int LEAST = 100;
        public static final int MOST = 9_900;

        public CaseChoice {
            var isPart = choice == BallotChoice.PAY_PARTIAL;
            if (choice == BallotChoice.NONE
                    || (isPart ? shareBps < LEAST || shareBps > MOST || shareBps % LEAST != 0 : shareBps != 0)) {
                throw new IllegalArgumentException("a part is 1 to 99 whole percents, not " + shareBps + " bps");
            }
        }

        public static CaseChoice of(BallotChoice choice) {
            return new CaseChoice(choice, 0);
        }

        public static CaseChoice part(int percent) {
            return new CaseChoice(BallotChoice.PAY_PARTIAL, percent * LEAST);
        }
    }

    /// What is signed.
    public TypedData document(TypedDomain domain) {
        return new TypedData(
                domain,
                TYPES,
                VOTE,
                new AbiValue.Tuple(List.of(
                        AbiValue.Whole.of(caseId),
                        Codes.of(choice.choice()),
                        AbiValue.Whole.of(choice.shareBps()),
                        new AbiValue.Binary(reason.bytes()),
                        new AbiValue.Account(voter),
                        new AbiValue.Whole(nonce))));
    }
}
