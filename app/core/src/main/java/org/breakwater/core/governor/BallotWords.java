package org.breakwater.core.governor;

import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.ChainId;

/// Port: what people of this machine write as the reasons of their ballots, while they write it and afterwards: of a
/// ballot
/// in a case the chain keeps nothing but a hash. What a call wrote is on the disk when it returns.
public interface BallotWords {

    /// The longest words, in characters.
    int MOST_WORDS = 65_536;

    /// A ballot that somebody gives or gave.
    ///
    /// @param subject what it is about: `proposal/…` or `case/…` with its number
    record Ballot(ChainId chain, String subject, Address voter) {

        public static Ballot onProposal(ChainId chain, BigInteger proposalId, Address voter) {
            return new Ballot(chain, "proposal/" + proposalId, voter);
        }

        public static Ballot inCase(ChainId chain, long caseId, Address voter) {
            return new Ballot(chain, "case/" + caseId, voter);
        }
    }

    /// Keeps the words in place of those before.
    void keep(Ballot ballot, String words) throws ProblemException;

    Optional<String> find(Ballot ballot) throws ProblemException;
}
