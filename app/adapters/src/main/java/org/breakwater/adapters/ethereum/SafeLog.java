package org.breakwater.adapters.ethereum;

import java.math.BigInteger;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Word;
import org.web3j.protocol.core.methods.response.Log;

/// What a Safe's events about a hash say. The hash is indexed in some versions, and before that the first word of the
/// data.
record SafeLog(Log log) {

    static final Hash32 SUCCESS = Keccak.hash("ExecutionSuccess(bytes32,uint256)");
    static final Hash32 FAILURE = Keccak.hash("ExecutionFailure(bytes32,uint256)");
    static final Hash32 MESSAGE = Keccak.hash("SignMsg(bytes32)");
    static final Hash32 APPROVAL = Keccak.hash("ApproveHash(bytes32,address)");
    static final Hash32 OWNER_ADDED = Keccak.hash("AddedOwner(address)");

    Hash32 topic() {
        return Hash32.fromHex(log.getTopics().getFirst());
    }

    Hash32 hash() {
        return isIndexed() ? Hash32.fromHex(log.getTopics().get(1)) : new Hash32(data().slice(0, Word.LENGTH));
    }

    boolean isExecution() {
        return topic().equals(SUCCESS) || topic().equals(FAILURE);
    }

    /// Who approved a hash; indexed in every version.
    Address approver() {
        return new Address(Bytes.fromHex(log.getTopics().get(2)).slice(12, Word.LENGTH));
    }

    /// Who became an owner; indexed in some versions, and before that the data.
    Address added() {
        var word = isIndexed() ? Bytes.fromHex(log.getTopics().get(1)) : data();
        return new Address(word.slice(12, Word.LENGTH));
    }

    /// What an execution refunded.
    BigInteger payment() {
        var from = isIndexed() ? 0 : Word.LENGTH;
        return data().slice(from, from + Word.LENGTH).toUnsigned();
    }

    Hash32 transaction() {
        return Hash32.fromHex(log.getTransactionHash());
    }

    long block() {
        return log.getBlockNumber().longValueExact();
    }

    private boolean isIndexed() {
        return log.getTopics().size() > 1;
    }

    private Bytes data() {
        return Bytes.fromHex(log.getData());
    }
}
