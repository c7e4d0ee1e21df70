package org.breakwater.adapters.ethereum;

import java.util.List;
import org.breakwater.core.acting.ReceiptEvents;
import org.breakwater.core.governor.Announcement.Logged;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.web3j.protocol.core.methods.response.Log;

/// Events as one node's receipts have them.
public record NodeReceipts(EthereumNode node) implements ReceiptEvents {

    private static final int MOST_EVENTS = 10_000;

    @Override
    public List<Logged> of(Hash32 transaction) throws ProblemException {
        var what = "the events of " + transaction;
        return node.call(what, () -> {
            var receipt = node.web3j()
                    .ethGetTransactionReceipt(transaction.toString())
                    .send()
                    .getTransactionReceipt();
            var logs = receipt.map(found -> found.getLogs()).orElse(List.of());
            if (logs.size() > MOST_EVENTS) {
                throw new ProblemException(
                        Problem.of("The node gives more events than a transaction can have.", "Ask another node."));
            }
            return logs.stream().map(NodeReceipts::logged).toList();
        });
    }

    private static Logged logged(Log log) {
        return new Logged(
                Address.parse(log.getAddress()),
                log.getTopics().stream().map(Hash32::fromHex).toList(),
                Bytes.fromHex(log.getData()));
    }
}
