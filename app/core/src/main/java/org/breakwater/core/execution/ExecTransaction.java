package org.breakwater.core.execution;

import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.abi.AbiDecoder;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.value.Bytes;

/// The calldata with which a Safe executes a transaction: the same for all versions.
public final class ExecTransaction {

    private static final FunctionSignature FUNCTION = FunctionSignature.parse(
            "execTransaction(address to,uint256 value,bytes data,uint8 operation,uint256 safeTxGas,uint256 baseGas,"
                    + "uint256 gasPrice,address gasToken,address refundReceiver,bytes signatures)");

    private ExecTransaction() {}

    /// @param signatures as {@link org.breakwater.core.safe.OwnerSignature#inOwnerOrder} gives them
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
        if (!(AbiDecoder.call(FUNCTION, calldata) instanceof Decoding.Decoded(var call))) {
            return Optional.empty();
        }
        var values = call.values();
        return values.get(0) instanceof AbiValue.Account(var to)
                        && values.get(1) instanceof AbiValue.Whole(var value)
                        && values.get(2) instanceof AbiValue.Binary(var data)
                        && values.get(3) instanceof AbiValue.Whole(var operation)
                        && values.get(4) instanceof AbiValue.Whole(var safeTxGas)
                        && values.get(5) instanceof AbiValue.Whole(var baseGas)
                        && values.get(6) instanceof AbiValue.Whole(var gasPrice)
                        && values.get(7) instanceof AbiValue.Account(var gasToken)
                        && values.get(8) instanceof AbiValue.Account(var refundReceiver)
                ? Operation.of(operation.intValueExact())
                        .map(known -> new SafeTransaction(
                                to, value, data, known, safeTxGas, baseGas, gasPrice, gasToken, refundReceiver, nonce))
                : Optional.empty();
    }
}
