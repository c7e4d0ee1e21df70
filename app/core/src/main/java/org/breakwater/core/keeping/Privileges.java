package org.breakwater.core.keeping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.follow.Known;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;

/// What an account may do that not everybody may. A key that lies on a server for sending calls must be worth nothing
/// to
/// whoever takes it.
public final class Privileges {

    /// `AccessManager.PUBLIC_ROLE`, which everybody has.
    private static final long PUBLIC = -1L;

    private Privileges() {}

    /// @param owners of the Safes that the protocol was given to, by the Safes' names
    public static List<String> of(
            Address account, Known known, Deployment deployment, Map<String, Set<Address>> owners) {
        var found = new ArrayList<String>();
        for (var role :
                known.view().authority(deployment.address("AccessManager")).roles()) {
            var isMember =
                    role.members().stream().anyMatch(member -> member.account().equals(account));
            if (isMember && role.number() != PUBLIC) {
                found.add("it has the role " + deployment.roleName(role.number()));
            }
        }
        deployment.accounts().forEach((name, address) -> {
            if (address.equals(account)) {
                found.add("the protocol was given to it as " + name);
            }
        });
        owners.forEach((safe, accounts) -> {
            if (accounts.contains(account)) {
                found.add("it is an owner of the " + safe + "'s Safe");
            }
        });
        if (known.view().governance().hasTimelockRole(account)) {
            found.add("it has a role in the timelock");
        }
        return found;
    }

    /// @throws ProblemException for an account with any
    public static void requireNone(
            Address account, Known known, Deployment deployment, Map<String, Set<Address>> owners)
            throws ProblemException {
        var found = of(account, known, deployment, owners);
        if (!found.isEmpty()) {
            throw new ProblemException(new Problem(
                    account + " is no key for a keeper: " + String.join(", ", found) + ".",
                    "A keeper's calls need no role, and its key lies where it runs.",
                    "Make a key for the keeper alone, and send it some of the network's currency."));
        }
    }
}
