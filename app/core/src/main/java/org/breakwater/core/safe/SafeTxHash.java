package org.breakwater.core.safe;

import static org.breakwater.core.value.Bytes.concat;

import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.ChainId;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Word;

/// The three hashes of a Safe transaction since Safe 1.3.0 (EIP-712): the domain's and the message's, which a
/// hardware device shows, and the one that is signed.
public record SafeTxHash(Hash32 domainHash, Hash32 messageHash, Hash32 hash) {

    /// `keccak256("EIP712Domain(uint256 chainId,address verifyingContract)")`
    static final Hash32 DOMAIN_TYPE = Keccak.hash("EIP712Domain(uint256 chainId,address verifyingContract)");

    /// `SAFE_TX_TYPEHASH` of the Safe contracts since 1.0.0
    static final Hash32 SAFE_TX_TYPE = Keccak.hash(
            "SafeTx(address to,uint256 value,bytes data,uint8 operation,uint256 safeTxGas,uint256 baseGas,uint256"
                    + " gasPrice,address gasToken,address refundReceiver,uint256 nonce)");

    private static final Bytes EIP_712 = Bytes.fromHex("0x1901");

    public static SafeTxHash of(ChainId chain, Address safe, SafeTransaction transaction) {
        var domain = Keccak.hash(concat(Word.of(DOMAIN_TYPE), Word.of(chain.number()), Word.of(safe)));
        var message = Keccak.hash(concat(
                Word.of(SAFE_TX_TYPE),
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
        return new SafeTxHash(domain, message, Keccak.hash(concat(EIP_712, domain.bytes(), message.bytes())));
    }

    @Override
    public String toString() {
        return hash.toString();
    }
}
