package org.breakwater.core.compose;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.safe.SafeChange;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.value.Address;

/// Reads changes of the Safe by itself.
record SafeCalls(InputReader inputs, ComposeContext context) {

    /// What the contract's lists of owners and modules begin and end with.
    private static final Address SENTINEL = Address.parse("0x0000000000000000000000000000000000000001");

    Optional<ComposedCall> read() {
        if (inputs.template() == Template.REJECT_NONCE) {
            return Optional.of(new ComposedCall.Reject(context.account()));
        }
        return change().map(change -> new ComposedCall.ChangeSafe(context.account(), change));
    }

    private Optional<SafeChange> change() {
        var owners = context.owners();
        return switch (inputs.template()) {
            case ADD_OWNER -> {
                var owner = newOwner();
                var threshold = threshold(owners.size() + 1);
                yield owner.flatMap(next -> threshold.map(needed -> new SafeChange.AddOwner(next, needed)));
            }
            case REMOVE_OWNER -> {
                var owner = owner();
                var threshold = threshold(owners.size() - 1);
                yield owner.flatMap(gone ->
                        threshold.map(needed -> new SafeChange.RemoveOwner(before(owners, gone), gone, needed)));
            }
            case SWAP_OWNER -> {
                var old = owner();
                var next = newOwner();
                yield old.flatMap(gone -> next.map(come -> new SafeChange.SwapOwner(before(owners, gone), gone, come)));
            }
            case CHANGE_THRESHOLD -> threshold(owners.size()).map(SafeChange.ChangeThreshold::new);
            case ENABLE_MODULE -> newModule().map(SafeChange.EnableModule::new);
            case DISABLE_MODULE ->
                module().map(module -> new SafeChange.DisableModule(before(context.modules(), module), module));
            case SET_GUARD ->
                contract(Input.GUARD, SafeVersion.V1_3_0, "A Safe of this version has no guard.")
                        .map(SafeChange.SetGuard::new);
            case SET_MODULE_GUARD ->
                contract(Input.GUARD, SafeVersion.V1_5_0, "A Safe of this version has no guard of modules.")
                        .map(SafeChange.SetModuleGuard::new);
            case SET_FALLBACK_HANDLER ->
                contract(Input.HANDLER, SafeVersion.V1_1_0, "A Safe of this version has no fallback handler.")
                        .map(SafeChange.SetFallbackHandler::new);
            default -> throw new IllegalArgumentException("no change of the Safe: " + inputs.template());
        };
    }

    /// The one before it in the contract's linked list.
    private static Address before(List<Address> listed, Address one) {
        var at = listed.indexOf(one);
        return at == 0 ? SENTINEL : listed.get(at - 1);
    }

    private Optional<Address> newOwner() {
        return inputs.address(Input.NEW_OWNER, "Write the address of the new owner.")
                .filter(owner -> {
                    if (context.owners().contains(owner)) {
                        inputs.refuse(Input.NEW_OWNER, "It is an owner already.");
                    } else if (isReserved(owner) || owner.equals(context.account())) {
                        inputs.refuse(Input.NEW_OWNER, "The Safe does not take this address as an owner.");
                    }
                    return inputs.problems().stream().noneMatch(problem -> problem.input() == Input.NEW_OWNER);
                });
    }

    private static boolean isReserved(Address address) {
        return address.isZero() || address.equals(SENTINEL);
    }

    private Optional<Address> owner() {
        return listed(Input.OWNER, context.owners(), "Choose an owner.", "It is no owner of the Safe.");
    }

    private Optional<Address> module() {
        return listed(Input.MODULE, context.modules(), "Choose a module.", "The Safe has no such module.");
    }

    private Optional<Address> listed(Input input, List<Address> all, String missing, String unknown) {
        return inputs.address(input, missing).filter(address -> {
            if (!all.contains(address)) {
                inputs.refuse(input, unknown);
            }
            return all.contains(address);
        });
    }

    private Optional<BigInteger> threshold(int owners) {
        return inputs.number(Input.THRESHOLD, "Say how many owners must sign.").filter(threshold -> {
            var fits = threshold.signum() > 0 && threshold.compareTo(BigInteger.valueOf(owners)) <= 0;
            if (!fits) {
                inputs.refuse(Input.THRESHOLD, "There are " + owners + " owners then: it lies between 1 and that.");
            }
            return fits;
        });
    }

    private Optional<Address> newModule() {
        return inputs.address(Input.MODULE, "Write the address of the module.").filter(module -> {
            var fits = !isReserved(module) && !context.modules().contains(module);
            if (!fits) {
                inputs.refuse(Input.MODULE, "It is a module already, or can be none.");
            }
            return fits;
        });
    }

    /// A contract that the Safe has had a place for since a version; zero for none.
    private Optional<Address> contract(Input input, SafeVersion since, String lacks) {
        if (!context.safe().domain().version().isAtLeast(since)) {
            inputs.refuse(input, lacks);
            return Optional.empty();
        }
        return inputs.isEmpty(input) ? Optional.of(Address.ZERO) : inputs.readIfWritten(input, Address::parse);
    }
}
