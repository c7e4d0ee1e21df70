package org.breakwater.core.typeddata;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Word;

/// What keeps a signature for one application from being valid in another: EIP-712's `EIP712Domain`. Fields that are
/// empty are not part of its type.
public record TypedDomain(
        Optional<String> name,
        Optional<String> version,
        Optional<BigInteger> chainId,
        Optional<Address> verifyingContract,
        Optional<Hash32> salt) {

    static final String STRUCT = "EIP712Domain";

    /// Every field that there may be, in the order that EIP-712 prescribes.
    static final StructType COMPLETE = new StructType(
            STRUCT,
            List.of(
                    member("name", "string"),
                    member("version", "string"),
                    member("chainId", "uint256"),
                    member("verifyingContract", "address"),
                    member("salt", "bytes32")));

    public TypedDomain {
        chainId.ifPresent(Word::requireFits);
        name.ifPresent(Bytes::ofText);
        version.ifPresent(Bytes::ofText);
    }

    private static StructType.Member member(String name, String type) {
        return new StructType.Member(name, MemberType.parse(type));
    }

    /// The domain of a contract.
    ///
    /// @param chainId empty where the contract's domain has none
    public static TypedDomain ofContract(Optional<BigInteger> chainId, Address contract) {
        return new TypedDomain(Optional.empty(), Optional.empty(), chainId, Optional.of(contract), Optional.empty());
    }

    /// The struct of the fields that are present.
    StructType type() {
        var present = values();
        var members = new ArrayList<StructType.Member>();
        for (int i = 0; i < present.size(); i++) {
            if (present.get(i).isPresent()) {
                members.add(COMPLETE.members().get(i));
            }
        }
        return new StructType(STRUCT, members);
    }

    private List<Optional<AbiValue>> values() {
        return List.of(
                name.map(AbiValue.Text::new),
                version.map(AbiValue.Text::new),
                chainId.map(AbiValue.Whole::new),
                verifyingContract.map(AbiValue.Account::new),
                salt.map(hash -> new AbiValue.Binary(hash.bytes())));
    }

    /// The fields that are present, as a value of their struct.
    AbiValue.Tuple value() {
        return new AbiValue.Tuple(values().stream().flatMap(Optional::stream).toList());
    }

    /// The domain separator.
    public Hash32 hash() {
        return new StructHash(new TypeTable(type())).of(STRUCT, value());
    }
}
