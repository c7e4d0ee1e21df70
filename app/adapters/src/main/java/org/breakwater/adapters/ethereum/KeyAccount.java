package org.breakwater.adapters.ethereum;

import java.math.BigInteger;
import org.breakwater.adapters.signer.EthereumKey;
import org.breakwater.core.execution.OuterTransaction;
import org.breakwater.core.execution.PayingAccount;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Word;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.Sign;
import org.web3j.crypto.TransactionEncoder;

/// An account that pays with a key on this machine.
public record KeyAccount(EthereumKey key) implements PayingAccount {

    @Override
    public Address address() {
        return key.address();
    }

    @Override
    public Bytes sign(OuterTransaction transaction) throws ProblemException {
        var raw = RawTransaction.createTransaction(
                transaction.chain().number(),
                transaction.nonce(),
                transaction.gas(),
                transaction.to().toString(),
                BigInteger.ZERO,
                transaction.data().toHex(),
                transaction.fee().tip(),
                transaction.fee().most());
        var signature = key.sign(Keccak.hash(Bytes.of(TransactionEncoder.encode(raw))));
        return Bytes.of(TransactionEncoder.encode(
                raw,
                new Sign.SignatureData(
                        (byte) signature.v(),
                        Word.of(signature.r()).toArray(),
                        Word.of(signature.s()).toArray())));
    }
}
