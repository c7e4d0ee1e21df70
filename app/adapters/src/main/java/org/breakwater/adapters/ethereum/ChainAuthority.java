package org.breakwater.adapters.ethereum;

import com.esaulpaugh.headlong.abi.Event;
import com.esaulpaugh.headlong.abi.Tuple;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.breakwater.core.deployment.RoleGrant;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

/// OpenZeppelin's AccessManager as of one block. It has no list of its members: they are found in its events, and each
/// is then asked for.
final class ChainAuthority {

    private static final ContractAbi ABI = ContractAbi.of("AccessManager");
    private static final Event<Tuple> GRANTED = ABI.event("RoleGranted");
    private static final Event<Tuple> LABELLED = ABI.event("RoleLabel");

    private final BlockView view;
    private final Address manager;
    private final long since;

    /// @param since the block in which the manager was created
    ChainAuthority(BlockView view, Address manager, long since) {
        this.view = view;
        this.manager = manager;
        this.since = since;
    }

    /// Role numbers with their names; 0 is `ADMIN` by the contract's own rule.
    SortedMap<Long, String> names() throws ProblemException {
        var names = new TreeMap<Long, String>();
        names.put(0L, "ADMIN");
        for (var labelled : view.events(manager, LABELLED, since)) {
            var decoded = labelled.arguments();
            names.put(unsigned(decoded.get(0)), decoded.<String>get(1));
        }
        return names;
    }

    /// Who holds which role, by role and then by account.
    List<RoleGrant> members() throws ProblemException {
        var candidates = new TreeSet<>(Comparator.comparingLong(RoleGrant::role).thenComparing(RoleGrant::member));
        for (var granted : view.events(manager, GRANTED, since)) {
            var decoded = granted.arguments();
            candidates.add(new RoleGrant(unsigned(decoded.get(0)), AbiFacts.address(decoded.get(1)), 0));
        }
        var members = new ArrayList<RoleGrant>();
        for (var candidate : candidates) {
            var answer = view.call(
                    "whether " + candidate.member() + " holds role " + candidate.role(),
                    manager,
                    ABI.function("hasRole"),
                    BigInteger.valueOf(candidate.role()),
                    headlong(candidate.member()));
            if (answer.<Boolean>get(0)) {
                members.add(new RoleGrant(
                        candidate.role(),
                        candidate.member(),
                        answer.<Number>get(1).longValue()));
            }
        }
        return members;
    }

    /// Which role a function needs.
    long roleOf(Address target, Bytes selector) throws ProblemException {
        return unsigned(view.call(
                        "the role of a function of " + target,
                        manager,
                        ABI.function("getTargetFunctionRole"),
                        headlong(target),
                        selector.toArray())
                .get(0));
    }

    private static long unsigned(Object number) {
        return ((Number) number).longValue();
    }

    static com.esaulpaugh.headlong.abi.Address headlong(Address address) {
        return com.esaulpaugh.headlong.abi.Address.wrap(address.toString());
    }
}
