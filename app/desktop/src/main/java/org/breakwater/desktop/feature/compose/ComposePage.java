package org.breakwater.desktop.feature.compose;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.call.CallReading;
import org.breakwater.core.compose.Composer;
import org.breakwater.core.compose.ParameterOutlook;
import org.breakwater.core.compose.Template;
import org.breakwater.core.council.Council.WatchedSafe;
import org.breakwater.core.follow.Known;
import org.breakwater.core.governor.NewProposal;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.wording.Finding;

/// What the place shows of a draft. Made beside the toolkit's thread.
///
/// @param composer who is to make the calls
/// @param composers who could
/// @param title what all calls together do
/// @param form of the call that is being written; empty where none is
/// @param checks what speaks against it, worst first
/// @param product what the calls come to together
/// @param missing why it cannot go to review or be submitted, or the empty string
/// @param words whose hashes go on chain
record ComposePage(
        Known known,
        Composer composer,
        List<Composer> composers,
        String title,
        List<TemplateRow> templates,
        List<CallLine> lines,
        Optional<CallForm> form,
        List<Finding> checks,
        Product product,
        String missing,
        List<String> words) {

    ComposePage {
        composers = List.copyOf(composers);
        templates = List.copyOf(templates);
        lines = List.copyOf(lines);
        checks = List.copyOf(checks);
        words = List.copyOf(words);
    }

    /// What calls come to together.
    sealed interface Product {

        /// A transaction of a Safe.
        ///
        /// @param nonce of the transaction
        /// @param next that the Safe takes next
        /// @param transaction once every call is finished
        record OfSafe(WatchedSafe safe, BigInteger nonce, BigInteger next, Optional<SafeTransaction> transaction)
                implements Product {}

        /// A proposal of the DAO.
        ///
        /// @param proposal once every call is finished and there is a text
        /// @param text as it stands
        /// @param times when what would happen, if it were proposed now
        /// @param made the same proposal, where it was made before
        record OfDao(Optional<NewProposal> proposal, String text, Timetable times, Optional<Made> made)
                implements Product {}
    }

    /// Seconds since 1970, at the earliest.
    record Timetable(long opens, long closes, long carriedOut) {}

    /// A proposal that the chain has.
    ///
    /// @param number among all, from 1
    record Made(int number, BigInteger id) {}

    Optional<Product.OfSafe> ofSafe() {
        return product instanceof Product.OfSafe safe ? Optional.of(safe) : Optional.empty();
    }

    Optional<Product.OfDao> ofDao() {
        return product instanceof Product.OfDao dao ? Optional.of(dao) : Optional.empty();
    }

    /// The transaction of a Safe, once it is finished.
    Optional<SafeTransaction> transaction() {
        return ofSafe().flatMap(Product.OfSafe::transaction);
    }

    /// The proposal of the DAO, once it is finished.
    Optional<NewProposal> proposal() {
        return ofDao().flatMap(Product.OfDao::proposal);
    }

    /// Whether both are the same for the chain: a simulation of one holds for the other.
    boolean comesToTheSame(ComposePage other) {
        return transaction().equals(other.transaction()) && proposal().equals(other.proposal());
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
    /// @param byDao whether the DAO makes it, whose vote is the delay
    /// @param power what the Safe's power means for it; empty while it is not finished
    /// @param meaning what it does, read from its bytes; empty while it is not finished
    record CallForm(
            int number,
            Template template,
            List<FieldState> fields,
            Optional<ParameterOutlook> outlook,
            boolean byDao,
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
