package org.breakwater.core.service;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.typeddata.MemberType;
import org.breakwater.core.typeddata.StructType;
import org.breakwater.core.typeddata.TypeTable;
import org.breakwater.core.typeddata.TypedData;
import org.breakwater.core.typeddata.TypedDomain;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.ChainId;
import org.breakwater.core.value.Hash32;

/// What people sign for a service rather than for a Safe. It is valid for the hour in which it is made and the next.
public final class ServiceSignature {

    private static final String DELEGATE = "Delegate";
    private static final String DELETE_REQUEST = "DeleteRequest";
    private static final long HOUR = 3_600;

    private static final TypeTable TYPES = new TypeTable(
            new StructType(DELEGATE, List.of(member("address", "delegateAddress"), member("uint256", "totp"))),
            new StructType(DELETE_REQUEST, List.of(member("bytes32", "safeTxHash"), member("uint256", "totp"))));

    private ServiceSignature() {}

    private static StructType.Member member(String type, String name) {
        return new StructType.Member(name, MemberType.parse(type));
    }

    /// The number of the hour, by which a signature ages.
    public static long hour(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), HOUR);
    }

    /// What an owner signs to name a delegate, and an owner or the delegate to take the name back. It says neither for
    /// which Safe nor until when.
    public static TypedData delegate(ChainId chain, Address delegate, long hour) {
        return new TypedData(
                domain(chain, Optional.empty()),
                TYPES,
                DELEGATE,
                new AbiValue.Tuple(List.of(new AbiValue.Account(delegate), AbiValue.Whole.of(hour))));
    }

    /// What the proposer signs to have a transaction deleted that is not executed. Signatures over it stay valid.
    public static TypedData deletion(ChainId chain, Address safe, Hash32 safeTxHash, long hour) {
        return new TypedData(
                domain(chain, Optional.of(safe)),
                TYPES,
                DELETE_REQUEST,
                new AbiValue.Tuple(List.of(new AbiValue.Binary(safeTxHash.bytes()), AbiValue.Whole.of(hour))));
    }

    private static TypedDomain domain(ChainId chain, Optional<Address> contract) {
        return new TypedDomain(
                Optional.of("Safe Transaction Service"),
                Optional.of("1.0"),
                Optional.of(BigInteger.valueOf(chain.number())),
                contract,
                Optional.empty());
    }
}
