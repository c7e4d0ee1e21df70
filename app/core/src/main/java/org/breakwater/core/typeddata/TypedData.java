package org.breakwater.core.typeddata;

import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;

/// A message with its types and its domain, as EIP-712 has it signed.
public final class TypedData {

    private static final Bytes PREFIX = Bytes.fromHex("0x1901");

    private final TypedDomain domain;
    private final TypeTable types;
    private final String primaryType;
    private final AbiValue message;
    private final Bytes encoded;

    /// @param primaryType the message's struct
    /// @param message a tuple of the struct's members in their order, tuples and items inside it likewise
    /// @throws IllegalArgumentException where a value is not of its type
    public TypedData(TypedDomain domain, TypeTable types, String primaryType, AbiValue message) {
        if (primaryType.equals(TypedDomain.STRUCT)) {
            throw new IllegalArgumentException("a domain alone is no message");
        }
        this.domain = domain;
        this.types = types;
        this.primaryType = primaryType;
        this.message = message;
        this.encoded = new StructHash(types).encode(primaryType, message);
    }

    public TypedDomain domain() {
        return domain;
    }

    public TypeTable types() {
        return types;
    }

    public String primaryType() {
        return primaryType;
    }

    public AbiValue message() {
        return message;
    }

    /// The message's type hash and the words of its members: EIP-712's `encodeData` with the hash before it.
    public Bytes encoded() {
        return encoded;
    }

    /// The domain separator.
    public Hash32 domainHash() {
        return domain.hash();
    }

    /// EIP-712's `hashStruct` of the message.
    public Hash32 messageHash() {
        return Keccak.hash(encoded);
    }

    /// What is signed.
    public Hash32 hash() {
        return Keccak.hash(preimage(domainHash(), messageHash()));
    }

    /// The 66 bytes whose hash is signed.
    public static Bytes preimage(Hash32 domainHash, Hash32 messageHash) {
        return Bytes.concat(PREFIX, domainHash.bytes(), messageHash.bytes());
    }
}
