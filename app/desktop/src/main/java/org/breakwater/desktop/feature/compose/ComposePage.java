package org.breakwater.desktop.feature.compose;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.call.CallReading;
import org.breakwater.core.compose.ParameterOutlook;
import org.breakwater.core.compose.Template;
import org.breakwater.core.council.Council.WatchedSafe;
import org.breakwater.core.follow.Known;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.wording.Finding;

/// What the place shows of a draft. Made beside the toolkit's thread.
///
/// @param safes that can be composed for
/// @param nonce of the transaction
/// @param next that the Safe takes next
/// @param title what the transaction does
/// @param form of the call that is being written; empty where none is
/// @param checks what speaks against it, worst first
/// @param goesTo the contract that is called; empty while nothing is finished
/// @param transaction once every call is finished
/// @param missing why it cannot go to review, or the empty string
/// @param words whose hashes go on chain
record ComposePage(
        Known known,
        WatchedSafe safe,
        List<WatchedSafe> safes,
        BigInteger nonce,
        BigInteger next,
        String title,
        List<TemplateRow> templates,
        List<CallLine> lines,
        Optional<CallForm> form,
        List<Finding> checks,
        Optional<Address> goesTo,
        Optional<SafeTransaction> transaction,
        String missing,
        List<String> words) {

    ComposePage {
        safes = List.copyOf(safes);
        templates = List.copyOf(templates);
        lines = List.copyOf(lines);
        checks = List.copyOf(checks);
        words = List.copyOf(words);
    }

    /// A template in the list.
    ///
    /// @param note what there is for it, such as "2 due"; may be empty
    /// @param possible whether the Safe could use it now
    record TemplateRow(Template template, String note, boolean possible) {}

    /// A call of the batch.
    ///
    /// @param second how it comes into force
    /// @param when the delay, or the empty string
    /// @param finished whether nothing is missing
    record CallLine(String sentence, String second, String when, boolean finished) {}

    /// The call that is being written.
    ///
    /// @param number from 1
    /// @param power what the Safe's power means for it; empty while it is not finished
    /// @param meaning what it does, read from its bytes; empty while it is not finished
    record CallForm(
            int number,
            Template template,
            List<FieldState> fields,
            Optional<ParameterOutlook> outlook,
            Optional<PowerWords> power,
            Optional<Meaning> meaning,
            List<Fact> facts) {
        CallForm {
            fields = List.copyOf(fields);
            facts = List.copyOf(facts);
        }
    }

    /// @param word for a tag
    /// @param sentence what it means
    record PowerWords(String word, String sentence, boolean waits) {}

    /// What a finished call does.
    record Meaning(String sentence, CallReading reading, Address target) {}

    /// Something worth knowing beside the fields.
    record Fact(String name, String value) {}
}
