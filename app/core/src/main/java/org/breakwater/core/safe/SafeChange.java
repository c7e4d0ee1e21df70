package org.breakwater.core.safe;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

/// A change of a Safe by itself: of who may sign, of what else may move its money, or of its code.
public sealed interface SafeChange {

    /// A new owner.
    ///
    /// @param threshold how many owners must sign afterwards
    record AddOwner(Address owner, BigInteger threshold) implements SafeChange {}

    /// An owner less.
    ///
    /// @param previous the owner before it in the contract's list
    /// @param threshold how many owners must sign afterwards
    record RemoveOwner(Address previous, Address owner, BigInteger threshold) implements SafeChange {}

    /// An owner in another's place.
    ///
    /// @param previous the owner before it in the contract's list
    record SwapOwner(Address previous, Address oldOwner, Address newOwner) implements SafeChange {}

    /// Another number of owners who must sign.
    record ChangeThreshold(BigInteger threshold) implements SafeChange {}

    /// A contract that may do anything with the Safe without a signature.
    record EnableModule(Address module) implements SafeChange {}

    /// A module less.
    ///
    /// @param previous the module before it in the contract's list
    record DisableModule(Address previous, Address module) implements SafeChange {}

    /// A contract that may refuse every transaction; zero for none.
    record SetGuard(Address guard) implements SafeChange {}

    /// A contract that may refuse what modules do; zero for none.
    record SetModuleGuard(Address guard) implements SafeChange {}

    /// A contract that answers for the Safe what it does not answer itself; zero for none.
    record SetFallbackHandler(Address handler) implements SafeChange {}

    /// Other code for the Safe, by its own function, which 1.3.0 removed.
    record ChangeMasterCopy(Address singleton) implements SafeChange {}

    /// Other code for the Safe, by a delegate call to a published SafeMigration contract.
    record Migrate(SafeMigration migration, SafeMigration.Step step) implements SafeChange {}

    /// Recognises a change in a call that a Safe makes.
    ///
    /// @param domain the Safe; its version decides which functions it has
    /// @param target where the call goes
    /// @return nothing for any other call; a refusal where the arguments are not canonical
    static Optional<Decoding<SafeChange>> in(SafeDomain domain, Operation operation, Address target, Bytes data) {
        return switch (operation) {
            case CALL ->
                target.equals(domain.safe())
                        ? SafeFunction.calledBy(data)
                                .filter(function -> function.isIn(domain.version()))
                                .map(function -> function.decode(data))
                        : Optional.empty();
            case DELEGATE_CALL -> SafeMigration.in(target, data).map(Decoding.Decoded::new);
            case CREATE -> Optional.empty();
        };
    }

    /// The calldata for the Safe's own function.
    ///
    /// @throws IllegalArgumentException for a migration, which is a delegate call to another contract
    default Bytes calldata() {
        return switch (this) {
            case AddOwner(var owner, var threshold) ->
                call(SafeFunction.ADD_OWNER, account(owner), new AbiValue.Whole(threshold));
            case RemoveOwner(var previous, var owner, var threshold) ->
                call(SafeFunction.REMOVE_OWNER, account(previous), account(owner), new AbiValue.Whole(threshold));
            case SwapOwner(var previous, var oldOwner, var newOwner) ->
                call(SafeFunction.SWAP_OWNER, account(previous), account(oldOwner), account(newOwner));
            case ChangeThreshold(var threshold) -> call(SafeFunction.CHANGE_THRESHOLD, new AbiValue.Whole(threshold));
            case EnableModule(var module) -> call(SafeFunction.ENABLE_MODULE, account(module));
            case DisableModule(var previous, var module) ->
                call(SafeFunction.DISABLE_MODULE, account(previous), account(module));
            case SetGuard(var guard) -> call(SafeFunction.SET_GUARD, account(guard));
            case SetModuleGuard(var guard) -> call(SafeFunction.SET_MODULE_GUARD, account(guard));
            case SetFallbackHandler(var handler) -> call(SafeFunction.SET_FALLBACK_HANDLER, account(handler));
            case ChangeMasterCopy(var singleton) -> call(SafeFunction.CHANGE_MASTER_COPY, account(singleton));
            case Migrate _ -> throw new IllegalArgumentException("a migration is no call of the Safe to itself");
        };
    }

    private static Bytes call(SafeFunction function, AbiValue... arguments) {
        return AbiEncoder.call(function.signature(), Arrays.asList(arguments));
    }

    private static AbiValue account(Address address) {
        return new AbiValue.Account(address);
    }

    /// Reads decoded arguments in their order.
    record Arguments(List<AbiValue> values) {

        Address address(int index) {
            return ((AbiValue.Account) values.get(index)).address();
        }

        BigInteger number(int index) {
            return ((AbiValue.Whole) values.get(index)).number();
        }
    }
}
