package org.breakwater.core.safe;

import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.abi.AbiDecoder;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.DecodedCall;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.safe.SafeChange.Arguments;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;

/// The calldata with which a Safe executes a transaction: the same for all versions.
public final class ExecTransaction {

    private static final FunctionSignature FUNCTION = FunctionSignature.parse(
            "execTransaction(address to,uint256 value,bytes data,uint8 operation,uint256 safeTxGas,uint256 baseGas,"
                    + "uint256 gasPrice,address gasToken,address refundReceiver,bytes signatures)");

    private ExecTransaction() {}

    /// @param signatures as {@link OwnerSignature#inOwnerOrder} gives them
    public static Bytes encode(SafeTransaction transaction, Bytes signatures) {
        return AbiEncoder.call(
                FUNCTION,
                new AbiValue.Account(transaction.to()),
                new AbiValue.Whole(transaction.value()),
                new AbiValue.Binary(transaction.data()),
                AbiValue.Whole.of(transaction.operation().code()),
                new AbiValue.Whole(transaction.safeTxGas()),
                new AbiValue.Whole(transaction.baseGas()),
                new AbiValue.Whole(transaction.gasPrice()),
                new AbiValue.Account(transaction.gasToken()),
                new AbiValue.Account(transaction.refundReceiver()),
                new AbiValue.Binary(signatures));
    }

    /// The transaction that calldata execute, if they execute one.
    ///
    /// @param nonce that the Safe had; calldata do not say it
    public static Optional<SafeTransaction> decode(Bytes calldata, BigInteger nonce) {
        return arguments(calldata)
                .flatMap(read -> Operation.of(read.number(3).intValueExact())
                        .map(operation -> new SafeTransaction(
                                read.address(0),
                                read.number(1),
                                binary(read, 2),
                                operation,
                                read.number(4),
                                read.number(5),
                                read.number(6),
                                read.address(7),
                                read.address(8),
                                nonce)));
    }

    /// The transaction that calldata execute, proved by the hash that the Safe named; they need not be the Safe's own.
    public static Optional<SafeTransaction> proven(SafeDomain safe, BigInteger nonce, Bytes calldata, Hash32 named) {
        return decode(calldata, nonce)
                .filter(found -> safe.version().knows(found.operation()))
                .filter(found -> SafeTxHash.of(safe, found).hash().equals(named));
    }

    /// The signatures that calldata execute a transaction with, if they execute one.
    public static Optional<Bytes> signatures(Bytes calldata) {
        return arguments(calldata).map(read -> binary(read, 9));
    }

    private static Optional<Arguments> arguments(Bytes calldata) {
        return switch (AbiDecoder.call(FUNCTION, calldata)) {
            case Decoding.Decoded<DecodedCall>(var call) -> Optional.of(new Arguments(call.values()));
            case Decoding.Refused<DecodedCall> _ -> Optional.empty();
        };
    }

    private static Bytes binary(Arguments read, int at) {
        return ((AbiValue.Binary) read.values().get(at)).bytes();
    }
}
