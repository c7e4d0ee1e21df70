package org.breakwater.core.review.policy;

import java.time.Instant;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;

/// A change of a policy as it was recorded.
///
/// @param what was changed, one sentence
/// @param policy the hash of what the policy said after it
/// @param link the hash of this and of everything before it
public record PolicyChange(Instant at, String what, Hash32 policy, Hash32 link) {

    public static final int MOST_WORDS = 800;

    public PolicyChange {
        if (what.isBlank() || what.length() > MOST_WORDS) {
            throw new IllegalArgumentException("what was changed is said in 1 to " + MOST_WORDS + " characters");
        }
    }

    static PolicyChange after(Hash32 before, Instant at, String what, Hash32 policy) {
        return new PolicyChange(at, what, policy, link(before, at, what, policy));
    }

    boolean follows(Hash32 before) {
        return link.equals(link(before, at, what, policy));
    }

    private static Hash32 link(Hash32 before, Instant at, String what, Hash32 policy) {
        return Keccak.hash(String.join("\n", before.toString(), at.toString(), what, policy.toString()));
    }
}
