package org.breakwater.core.compose;

import java.util.Optional;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.follow.Known;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Selector;

/// Whether an account may make a call in the protocol, as the AccessManager has it after the block that is known.
public sealed interface Power {

    /// Anybody may.
    record Open() implements Power {}

    /// It holds the role.
    record AtOnce(long role) implements Power {}

    /// It holds the role, and has to announce the call first.
    ///
    /// @param delay seconds between announcing and executing
    record AfterDelay(long role, long delay) implements Power {}

    /// It does not hold the role, or not yet.
    record Denied(long role) implements Power {}

    /// The power of an account to make a call.
    static Power of(Known known, Deployment deployment, Address account, SafeCall call) {
        if (call.operation() != Operation.CALL || call.data().length() < Selector.LENGTH) {
            return new Open();
        }
        return of(
                known, deployment, account, call.to(), new Selector(call.data().slice(0, Selector.LENGTH)));
    }

    /// The power of an account to call a function.
    static Power of(Known known, Deployment deployment, Address account, Address target, Selector function) {
        if (!isRestricted(deployment, target, function)) {
            return new Open();
        }
        return manager(deployment)
                .<Power>map(manager -> {
                    var authority = known.view().authority(manager);
                    var role = authority.roleOf(target, function);
                    return authority
                            .member(role, account)
                            .filter(member -> member.inEffect())
                            .<Power>map(member ->
                                    member.delay() == 0 ? new AtOnce(role) : new AfterDelay(role, member.delay()))
                            .orElseGet(() -> new Denied(role));
                })
                .orElseGet(Open::new);
    }

    /// The AccessManager of a deployment.
    static Optional<Address> manager(Deployment deployment) {
        return deployment.contract("AccessManager").map(contract -> contract.address());
    }

    private static boolean isRestricted(Deployment deployment, Address target, Selector function) {
        return deployment.contracts().stream()
                .filter(contract -> contract.address().equals(target))
                .flatMap(contract -> deployment.functions().stream()
                        .filter(restricted -> restricted.contract().equals(contract.name())))
                .anyMatch(restricted -> Selector.of(restricted.signature()).equals(function));
    }
}
