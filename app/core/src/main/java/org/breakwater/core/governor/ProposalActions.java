package org.breakwater.core.governor;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiType;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.fact.GovernorFact.ProposalCreated;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;

/// What a proposal has carried out, and the hash of its text. From these alone follow its id in the Governor and the
/// id of what waits for it in the Timelock.
///
/// @param values wei
/// @param description Keccak-256 of the text's bytes, exactly as they were proposed
public record ProposalActions(
        List<Address> targets, List<BigInteger> values, List<Bytes> calldatas, Hash32 description) {

    static final List<AbiType> TYPES = List.of(
            AbiType.parse("address[]"),
            AbiType.parse("uint256[]"),
            AbiType.parse("bytes[]"),
            AbiType.parse("bytes32"),
            AbiType.parse("bytes32"));

    public ProposalActions {
        targets = List.copyOf(targets);
        values = List.copyOf(values);
        calldatas = List.copyOf(calldatas);
        if (targets.size() != values.size() || targets.size() != calldatas.size()) {
            throw new IllegalArgumentException("a proposal has a target, a value and calldata for each action");
        }
    }

    public static ProposalActions of(ProposalCreated created) {
        return new ProposalActions(
                created.targets(), created.values(), created.calldatas(), Keccak.hash(created.description()));
    }

    /// Those that a call of `queue`, `execute` or `cancel` names.
    ///
    /// @param arguments targets, values, calldatas and the description's hash
    public static Optional<ProposalActions> in(List<AbiValue> arguments) {
        if (arguments.size() == 4
                && arguments.get(0) instanceof AbiValue.Items(var targets)
                && arguments.get(1) instanceof AbiValue.Items(var values)
                && arguments.get(2) instanceof AbiValue.Items(var calldatas)
                && arguments.get(3) instanceof AbiValue.Binary(var description)
                && targets.size() == values.size()
                && targets.size() == calldatas.size()) {
            return Optional.of(new ProposalActions(
                    targets.stream()
                            .map(item -> ((AbiValue.Account) item).address())
                            .toList(),
                    values.stream()
                            .map(item -> ((AbiValue.Whole) item).number())
                            .toList(),
                    calldatas.stream()
                            .map(item -> ((AbiValue.Binary) item).bytes())
                            .toList(),
                    new Hash32(description)));
        }
        return Optional.empty();
    }

    /// Those that a call of `propose` names.
    ///
    /// @param arguments targets, values, calldatas and the description itself
    public static Optional<ProposalActions> proposedBy(List<AbiValue> arguments) {
        if (arguments.size() == 4 && arguments.get(3) instanceof AbiValue.Text(var description)) {
            return in(List.of(
                    arguments.get(0),
                    arguments.get(1),
                    arguments.get(2),
                    new AbiValue.Binary(Keccak.hash(description).bytes())));
        }
        return Optional.empty();
    }

    public int count() {
        return targets.size();
    }

    /// The Governor's id. It names neither the chain nor the Governor: the same proposal has the same id elsewhere.
    public BigInteger id() {
        return Keccak.hash(AbiEncoder.encode(TYPES.subList(0, 4), arguments()))
                .bytes()
                .toUnsigned();
    }

    /// What tells this Governor's operations in a Timelock from another's: its address, at the left, over the
    /// description's hash.
    public Hash32 salt(Address governor) {
        var left = Bytes.concat(governor.bytes(), Bytes.zeros(Hash32.LENGTH - Address.LENGTH))
                .toArray();
        var hash = description.bytes().toArray();
        for (int i = 0; i < hash.length; i++) {
            hash[i] ^= left[i];
        }
        return new Hash32(Bytes.of(hash));
    }

    /// The id of what waits in the Timelock.
    public Hash32 operation(Address governor) {
        return Keccak.hash(AbiEncoder.encode(TYPES, operationArguments(governor)));
    }

    /// As `queue`, `execute`, `cancel` and `hashProposal` take them.
    List<AbiValue> arguments() {
        return List.of(
                items(targets, AbiValue.Account::new),
                items(values, AbiValue.Whole::new),
                items(calldatas, AbiValue.Binary::new),
                new AbiValue.Binary(description.bytes()));
    }

    /// As the Timelock's `hashOperationBatch` takes them: no predecessor, and the salt.
    List<AbiValue> operationArguments(Address governor) {
        return List.of(
                items(targets, AbiValue.Account::new),
                items(values, AbiValue.Whole::new),
                items(calldatas, AbiValue.Binary::new),
                new AbiValue.Binary(Hash32.ZERO.bytes()),
                new AbiValue.Binary(salt(governor).bytes()));
    }

    private static <T> AbiValue items(List<T> values, Function<T, AbiValue> each) {
        return new AbiValue.Items(values.stream().map(each).toList());
    }
}
