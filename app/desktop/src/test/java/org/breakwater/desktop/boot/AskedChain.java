package org.breakwater.desktop.boot;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Selector;
import org.breakwater.core.value.Word;
import org.web3j.protocol.core.DefaultBlockParameter;
import org.web3j.protocol.core.methods.request.Transaction;

/// What contracts answer as of one block, as words of 32 bytes.
public record AskedChain(LocalNetwork network, long block) {

    /// @param function its signature: `pausedUntil(uint16,uint32)`
    /// @param arguments one word each
    public List<BigInteger> ask(Address contract, String function, Bytes... arguments) throws IOException {
        var data = Bytes.concat(Selector.of(function).bytes(), Bytes.concat(arguments));
        var call = Transaction.createEthCallTransaction(Address.ZERO.toString(), contract.toString(), data.toHex());
        var answer = network.node()
                .web3j()
                .ethCall(call, DefaultBlockParameter.valueOf(BigInteger.valueOf(block)))
                .send();
        if (answer.hasError()) {
            throw new AssertionError(function + ": " + answer.getError().getMessage());
        }
        var bytes = Bytes.fromHex(answer.getValue());
        var words = new ArrayList<BigInteger>();
        for (int at = 0; at < bytes.length(); at += Word.LENGTH) {
            words.add(bytes.slice(at, at + Word.LENGTH).toUnsigned());
        }
        return words;
    }
}
