package org.breakwater.adapters.ethereum;

import com.esaulpaugh.headlong.abi.Event;
import com.esaulpaugh.headlong.abi.Tuple;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.breakwater.core.deployment.RoleGrant;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.verification.DelayInForce;
import org.breakwater.core.verification.RoleState;

/// OpenZeppelin's AccessManager as of one block. It has no list of its roles and members: they are found in its events,
/// and
/// each is then asked for.
final class ChainAuthority {

    private static final ContractAbi ABI = ContractAbi.of("AccessManager");
    private static final String GRANTED = "RoleGranted";
    private static final String LABELLED = "RoleLabel";

    /// Every event that names a role.
    private static final List<Event<Tuple>> OF_ROLES = List.of(
            ABI.event(GRANTED),
            ABI.event(LABELLED),
            ABI.event("RoleAdminChanged"),
            ABI.event("RoleGuardianChanged"),
            ABI.event("RoleGrantDelayChanged"));

    private static final Comparator<RoleGrant> BY_ROLE_AND_ACCOUNT =
            Comparator.comparingLong(RoleGrant::role).thenComparing(RoleGrant::member);

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
        return names(view.events(manager, OF_ROLES, since));
    }

    private static SortedMap<Long, String> names(List<LoggedEvent> events) {
        var names = new TreeMap<Long, String>();
        names.put(0L, "ADMIN");
        events.stream()
                .filter(event -> event.name().equals(LABELLED))
                .forEach(event -> names.put(role(event), event.text("label")));
        return names;
    }

    private static long role(LoggedEvent event) {
        return event.number("roleId").longValue();
    }

    /// Who holds which role, by role and then by account; not who is about to.
    List<RoleGrant> members() throws ProblemException {
        var members = new ArrayList<RoleGrant>();
        for (var role : roles(List.of()).entrySet()) {
            for (var holding : role.getValue().holdings()) {
                if (!holding.since().isAfter(view.block().time())) {
                    members.add(new RoleGrant(
                            role.getKey(), holding.account(), holding.delay().seconds()));
                }
            }
        }
        return members;
    }

    /// Every role with everyone who holds it or is about to.
    ///
    /// @param also grants to ask for beside those on record
    SortedMap<Long, RoleState> roles(Collection<RoleGrant> also) throws ProblemException {
        var events = view.events(manager, OF_ROLES, since);
        var candidates = new TreeSet<>(BY_ROLE_AND_ACCOUNT);
        candidates.addAll(also);
        events.stream()
                .filter(event -> event.name().equals(GRANTED))
                .forEach(event -> candidates.add(new RoleGrant(role(event), event.address("account"), 0)));
        var names = names(events);
        var numbers = new TreeSet<>(names.keySet());
        candidates.forEach(candidate -> numbers.add(candidate.role()));
        events.forEach(event -> numbers.add(role(event)));
        return states(numbers, names, holdings(candidates));
    }

    private SortedMap<Long, RoleState> states(
            SortedSet<Long> numbers, SortedMap<Long, String> names, SortedMap<Long, List<RoleState.Holding>> holdings)
            throws ProblemException {
        var roles = new TreeMap<Long, RoleState>();
        var states = Together.ask(
                numbers,
                role -> new RoleState(
                        names.getOrDefault(role, "none"),
                        related("getRoleAdmin", role),
                        related("getRoleGuardian", role),
                        DelayInForce.of(related("getRoleGrantDelay", role)),
                        holdings.getOrDefault(role, List.of())));
        var state = states.iterator();
        numbers.forEach(role -> roles.put(role, state.next()));
        return roles;
    }

    private long related(String function, long role) throws ProblemException {
        return number(view.call(function + " of role " + role, manager, ABI.function(function), unsigned(role)), 0);
    }

    private SortedMap<Long, List<RoleState.Holding>> holdings(SortedSet<RoleGrant> candidates) throws ProblemException {
        var holdings = new TreeMap<Long, List<RoleState.Holding>>();
        var accesses = Together.ask(
                        candidates,
                        candidate -> view.call(
                                "how " + candidate.member() + " holds role " + candidate.role(),
                                manager,
                                ABI.function("getAccess"),
                                unsigned(candidate.role()),
                                headlong(candidate.member())))
                .iterator();
        for (var candidate : candidates) {
            var access = accesses.next();
            if (number(access, 0) != 0) {
                holdings.computeIfAbsent(candidate.role(), _ -> new ArrayList<>())
                        .add(holding(candidate.member(), access));
            }
        }
        return holdings;
    }

    /// @param access since, current delay, pending delay, when that takes effect (0 where none is pending)
    private static RoleState.Holding holding(Address account, Tuple access) {
        var now = number(access, 1);
        var effect = number(access, 3);
        return new RoleState.Holding(
                account,
                Instant.ofEpochSecond(number(access, 0)),
                effect == 0
                        ? DelayInForce.of(now)
                        : new DelayInForce(now, number(access, 2), Instant.ofEpochSecond(effect)));
    }

    /// Which role a function needs.
    long roleOf(Address target, Bytes selector) throws ProblemException {
        return number(
                view.call(
                        "the role of a function of " + target,
                        manager,
                        ABI.function("getTargetFunctionRole"),
                        headlong(target),
                        selector.toArray()),
                0);
    }

    /// Whether nobody may call a contract's restricted functions.
    boolean isClosed(Address target) throws ProblemException {
        return view.call("whether " + target + " is closed", manager, ABI.function("isTargetClosed"), headlong(target))
                .<Boolean>get(0);
    }

    /// Seconds that an ADMIN waits before changing how a contract is guarded.
    long adminDelay(Address target) throws ProblemException {
        return number(
                view.call(
                        "the admin delay of " + target, manager, ABI.function("getTargetAdminDelay"), headlong(target)),
                0);
    }

    private static long number(Tuple answer, int index) {
        return answer.<Number>get(index).longValue();
    }

    /// A role's number as the ABI has it: all 64 bits count.
    private static BigInteger unsigned(long role) {
        return new BigInteger(Long.toUnsignedString(role));
    }

    static com.esaulpaugh.headlong.abi.Address headlong(Address address) {
        return com.esaulpaugh.headlong.abi.Address.wrap(address.toString());
    }
}
