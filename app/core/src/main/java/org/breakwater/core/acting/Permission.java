package org.breakwater.core.acting;

import java.util.Collection;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.Review;
import org.breakwater.core.review.Settled;
import org.breakwater.core.review.policy.PersonalPolicy;
import org.breakwater.core.value.Address;

/// What must hold in the moment in which somebody signs, approves or executes.
///
/// @param settled what the person settled of what they read
/// @param policy the person's own
public record Permission(Settled settled, PersonalPolicy policy) {

    /// What the review says now must allow what it allowed when the person decided.
    ///
    /// @param now made in this moment
    /// @param signed who has signed
    public void require(Review now, Person person, Collection<Address> signed) throws ProblemException {
        if (!settled.permits(now)) {
            throw new ProblemException(new Problem(
                    "The review says something else on block " + now.block().number() + ".",
                    "What was settled before does not settle that.",
                    "Read the checks again."));
        }
        var asked = policy.wantSecondPerson(now.holdUps());
        if (!asked.isEmpty() && signed.stream().allMatch(person.address()::equals)) {
            throw new ProblemException(new Problem(
                    "Your policy wants a second person for " + asked.getFirst().id()
                            + ", and no other owner has signed.",
                    "A typed phrase is not enough for it.",
                    "Have another owner review and sign it first."));
        }
    }
}
