package org.breakwater.core.review.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.review.request.PolicyStanding;
import org.breakwater.core.value.Hash32;

/// The changes of a policy, each linked to the one before. It shows that something else wrote to the file. It does not
/// keep out whoever knows how it is made: the file is only as safe as the account that it belongs to.
///
/// @param before the link of what came before the first of them; zero at the beginning
/// @param changes the oldest first, the last {@link #MOST}
/// @param head the link of a change that was written down elsewhere too: a policy without it is an older one, or
/// another
public record PolicyHistory(Hash32 before, List<PolicyChange> changes, Optional<Hash32> head) {

    /// How many changes are kept.
    public static final int MOST = 500;

    static final PolicyHistory NONE = new PolicyHistory(Hash32.ZERO, List.of(), Optional.empty());

    public PolicyHistory {
        changes = List.copyOf(changes);
        if (changes.size() > MOST) {
            throw new IllegalArgumentException("a policy keeps its last " + MOST + " changes");
        }
    }

    /// As far as it was written down elsewhere.
    public PolicyHistory upTo(Hash32 link) {
        return new PolicyHistory(before, changes, Optional.of(link));
    }

    /// The link of the newest change.
    public Hash32 newest() {
        return changes.isEmpty() ? before : changes.getLast().link();
    }

    /// @param policy the hash of what the policy says after it
    PolicyHistory with(Instant at, String what, Hash32 policy) {
        var last = newest();
        var more = new ArrayList<>(changes);
        more.add(PolicyChange.after(last, at, what, policy));
        if (more.size() <= MOST) {
            return new PolicyHistory(before, more, head);
        }
        var oldest = more.removeFirst();
        return new PolicyHistory(oldest.link(), more, head);
    }

    private boolean holds(Hash32 link) {
        return changes.stream().anyMatch(change -> change.link().equals(link));
    }

    /// @param policy the hash of what the policy says now
    PolicyStanding standing(Hash32 policy) {
        if (head.filter(link -> !holds(link)).isPresent()) {
            return new PolicyStanding.Changed(
                    "The last recorded change is missing in it: it is an older one, another, or gone.");
        }
        if (changes.isEmpty()) {
            return new PolicyStanding.Changed("It holds entries that no change was recorded for.");
        }
        var last = before;
        for (var change : changes) {
            if (!change.follows(last)) {
                return new PolicyStanding.Changed("The record of its changes is not as this program wrote it.");
            }
            last = change.link();
        }
        var newest = changes.getLast();
        return newest.policy().equals(policy)
                ? new PolicyStanding.Recorded(changes.size(), newest.at())
                : new PolicyStanding.Changed("It is not as it was after the last recorded change.");
    }
}
