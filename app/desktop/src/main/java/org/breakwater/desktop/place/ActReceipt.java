package org.breakwater.desktop.place;

import org.breakwater.core.acting.ActOutcome.Counted;
import org.breakwater.core.execution.SentCall;
import org.breakwater.core.governor.AccountCall;
import org.breakwater.core.value.ChainId;

/// What somebody keeps of an act that counts: where the chain has it, its bytes, and the words whose hash they hold.
///
/// @param name of the file
public record ActReceipt(String name, String content) {

    static ActReceipt of(ActViewModel.Wanted wanted, AccountCall call, SentCall sent, Counted counted, ChainId chain) {
        var lines = """
            # %s

            Chain: %s
            Sent by: %s
            To: %s
            Calldata: %s
            Transaction: %s
            Block: %d
            Counted by the event: %s
            """.formatted(
                        wanted.act(),
                        chain,
                        sent.sender(),
                        call.to(),
                        call.data().toHex(),
                        counted.transaction(),
                        counted.block(),
                        call.counts().event());
        var text = wanted.text().isEmpty()
                ? ""
                : "\nThe text whose hash was sent, from the next line to the end:\n" + wanted.text();
        return new ActReceipt("receipt-" + counted.transaction().toString().substring(2, 10) + ".md", lines + text);
    }
}
