package org.breakwater.core.safe;

import java.util.List;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.typeddata.MemberType;
import org.breakwater.core.typeddata.StructType;
import org.breakwater.core.typeddata.StructType.Member;
import org.breakwater.core.typeddata.TypeTable;
import org.breakwater.core.typeddata.TypedData;
import org.breakwater.core.value.Bytes;

/// What a Safe's owners sign as typed data: what an external signer is given.
public final class SafeTypedData {

    private static final String TRANSACTION = "SafeTx";
    private static final String MESSAGE = "SafeMessage";

    private static final TypeTable TYPES = types(SafeVersion.V1_5_0);
    private static final TypeTable TYPES_WITH_DATA_GAS = types(SafeVersion.V0_1_0);

    private SafeTypedData() {}

    private static TypeTable types(SafeVersion version) {
        return new TypeTable(
                new StructType(
                        TRANSACTION,
                        List.of(
                                member("address", "to"),
                                member("uint256", "value"),
                                member("bytes", "data"),
                                member("uint8", "operation"),
                                member("uint256", "safeTxGas"),
                                member("uint256", version.baseGasName()),
                                member("uint256", "gasPrice"),
                                member("address", "gasToken"),
                                member("address", "refundReceiver"),
                                member("uint256", "nonce"))),
                new StructType(MESSAGE, List.of(member("bytes", "message"))));
    }

    private static Member member(String type, String name) {
        return new Member(name, MemberType.parse(type));
    }

    public static TypedData transaction(SafeDomain domain, SafeTransaction transaction) {
        return new TypedData(
                domain.typed(),
                domain.version().isAtLeast(SafeVersion.V1_0_0) ? TYPES : TYPES_WITH_DATA_GAS,
                TRANSACTION,
                new AbiValue.Tuple(List.of(
                        new AbiValue.Account(transaction.to()),
                        new AbiValue.Whole(transaction.value()),
                        new AbiValue.Binary(transaction.data()),
                        AbiValue.Whole.of(transaction.operation().code()),
                        new AbiValue.Whole(transaction.safeTxGas()),
                        new AbiValue.Whole(transaction.baseGas()),
                        new AbiValue.Whole(transaction.gasPrice()),
                        new AbiValue.Account(transaction.gasToken()),
                        new AbiValue.Account(transaction.refundReceiver()),
                        new AbiValue.Whole(transaction.nonce()))));
    }

    public static TypedData message(SafeDomain domain, Bytes message) {
        return new TypedData(domain.typed(), TYPES, MESSAGE, new AbiValue.Tuple(List.of(new AbiValue.Binary(message))));
    }
}
