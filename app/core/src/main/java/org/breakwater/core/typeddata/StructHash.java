package org.breakwater.core.typeddata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.ElementaryType;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;

/// EIP-712's `encodeData` and `hashStruct`.
final class StructHash {

    private final TypeTable types;
    private final Map<String, Hash32> typeHashes = new HashMap<>();

    StructHash(TypeTable types) {
        this.types = types;
    }

    /// The struct's type hash and the words of its members.
    ///
    /// @throws IllegalArgumentException where a value is not of its type
    Bytes encode(String struct, AbiValue value) {
        var type = types.struct(struct);
        if (!(value instanceof AbiValue.Tuple(var members))
                || members.size() != type.members().size()) {
            throw mismatch(struct, value);
        }
        var words = new ArrayList<Bytes>();
        words.add(typeHashes.computeIfAbsent(struct, types::typeHash).bytes());
        for (int i = 0; i < members.size(); i++) {
            words.add(word(type.members().get(i).type(), members.get(i)));
        }
        return concat(words);
    }

    Hash32 of(String struct, AbiValue value) {
        return Keccak.hash(encode(struct, value));
    }

    private Bytes word(MemberType type, AbiValue value) {
        return switch (type) {
            case MemberType.Elementary(var elementary) -> word(elementary, value);
            case MemberType.Reference(var name) -> of(name, value).bytes();
            case MemberType.Array array
            when value instanceof AbiValue.Items(var items) && array.mayHold(items.size()) ->
                Keccak.hash(concat(items.stream()
                                .map(item -> word(array.element(), item))
                                .toList()))
                        .bytes();
            case MemberType.Array array -> throw mismatch(array.canonical(), value);
        };
    }

    private static Bytes word(ElementaryType type, AbiValue value) {
        return switch (type) {
            case ElementaryType.DynamicBytes _, ElementaryType.Text _ ->
                Keccak.hash(AbiEncoder.content(type, value)).bytes();
            case ElementaryType _ -> AbiEncoder.word(type, value);
        };
    }

    private static IllegalArgumentException mismatch(String type, AbiValue value) {
        return new IllegalArgumentException(AbiEncoder.described(value) + " is no " + type);
    }

    private static Bytes concat(List<Bytes> parts) {
        return Bytes.concat(parts.toArray(Bytes[]::new));
    }
}
