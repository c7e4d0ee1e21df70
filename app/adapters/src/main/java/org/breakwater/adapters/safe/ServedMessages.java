package org.breakwater.adapters.safe;

import java.util.ArrayList;
import org.breakwater.core.json.JsonDocument;
import org.breakwater.core.json.JsonObject;
import org.breakwater.core.json.JsonValue;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.ServedMessage;
import org.breakwater.core.safe.ServedTransaction.Confirmation;
import org.breakwater.core.typeddata.TypedDataReader;

/// Reads a Safe's message as a Safe Transaction Service writes it.
public final class ServedMessages {

    private ServedMessages() {}

    public static ServedMessage read(JsonObject row) throws ProblemException {
        var fields = new ServedFields(row);
        var confirmations = new ArrayList<Confirmation>();
        for (var told : fields.objects("confirmations")) {
            confirmations.add(ServedTransactions.confirmation(told));
        }
        return new ServedMessage(
                fields.address("safe"),
                content(fields),
                fields.hash("messageHash"),
                fields.optionalAddress("proposedBy"),
                fields.instant("created"),
                confirmations,
                ServedTransactions.words(fields.optionalText("origin")));
    }

    /// What is signed: a text, or typed data.
    public static ServedMessage.Content content(ServedFields fields) throws ProblemException {
        return switch (fields.row().field("message")) {
            case JsonValue.Text(var _, var text) -> new ServedMessage.Content.Text(text);
            case JsonValue.Fields typed ->
                new ServedMessage.Content.Typed(
                        TypedDataReader.read(
                                new JsonDocument(fields.row().document().name(), typed)),
                        typed);
            case JsonValue.Whole _, JsonValue.Flag _, JsonValue.Nothing _, JsonValue.Items _ ->
                throw fields.refused("message", "is neither a text nor typed data");
        };
    }
}
