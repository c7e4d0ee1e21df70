package org.breakwater.core.safe;

import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.ChainId;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Word;

/// The hashes of a Safe transaction: the domain's and the message's, which a hardware device shows, and the one that
/// is signed.
public record SafeTxHash(Hash32 domainHash, Hash32 messageHash) implements SafeHash {

    /// `SAFE_TX_TYPEHASH` since 1.0.0
    static final Hash32 TYPE = type(SafeVersion.V1_0_0);

    /// `SAFE_TX_TYPEHASH` before 1.0.0
    static final Hash32 TYPE_WITH_DATA_GAS = type(SafeVersion.V0_1_0);

    private static Hash32 type(SafeVersion version) {
        return Keccak.hash("SafeTx(address to,uint256 value,bytes data,uint8 operation,uint256 safeTxGas,uint256 "
                + version.baseGasName()
                + ",uint256 gasPrice,address gasToken,address refundReceiver,uint256 nonce)");
    }

    /// Hashes a transaction of a Safe since 1.3.0, all of which hash alike.
    public static SafeTxHash of(ChainId chain, Address safe, SafeTransaction transaction) {
        return of(new SafeDomain(SafeVersion.V1_3_0, chain, safe), transaction);
    }

    /// Hashes a transaction in two ways, by hand as the contracts do and with the general encoder, and compares.
    ///
    /// @throws IllegalArgumentException for an operation that the Safe's version does not know
    public static SafeTxHash of(SafeDomain domain, SafeTransaction transaction) {
        if (!domain.version().knows(transaction.operation())) {
            throw new IllegalArgumentException(
                    "Safe " + domain.version() + " does not know the operation " + transaction.operation());
        }
        return SafeHash.agreed(
                new SafeTxHash(domain.hash(), packed(domain.version(), transaction)),
                SafeTypedData.transaction(domain, transaction));
    }

    private static Hash32 packed(SafeVersion version, SafeTransaction transaction) {
        return Keccak.hash(Bytes.concat(
                Word.of(version.isAtLeast(SafeVersion.V1_0_0) ? TYPE : TYPE_WITH_DATA_GAS),
                Word.of(transaction.to()),
                Word.of(transaction.value()),
                Word.of(Keccak.hash(transaction.data())),
                Word.of(transaction.operation().code()),
                Word.of(transaction.safeTxGas()),
                Word.of(transaction.baseGas()),
                Word.of(transaction.gasPrice()),
                Word.of(transaction.gasToken()),
                Word.of(transaction.refundReceiver()),
                Word.of(transaction.nonce())));
    }

    @Override
    public String toString() {
        return hash().toString();
    }
}
