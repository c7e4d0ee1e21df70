package org.breakwater.adapters.safe;

import java.util.ArrayList;
import java.util.List;
import org.breakwater.core.json.JsonDocuments;
import org.breakwater.core.json.JsonLimits;
import org.breakwater.core.json.JsonObject;
import org.breakwater.core.json.JsonValue;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.QueueSource;
import org.breakwater.core.safe.ServedTransaction;

/// Waiting transactions in a JSON list, each as a Safe Transaction Service tells it (v2, multisig transaction). A
/// transaction that cannot be read refuses the list: one that is left out would be one that nobody sees.
public final class TransactionQueueFile implements QueueSource {

    /// How large a list may be.
    public static final JsonLimits LIMITS = new JsonLimits(8 << 20, 12, 1 << 20, 200_000);

    private final JsonDocuments documents;
    private final String path;

    public TransactionQueueFile(JsonDocuments documents, String path) {
        this.documents = documents;
        this.path = path;
    }

    @Override
    public List<ServedTransaction> waiting() throws ProblemException {
        var waiting = new ArrayList<ServedTransaction>();
        for (var row : documents.read(path, LIMITS).objects()) {
            if (!isExecuted(row)) {
                waiting.add(ServedTransactions.read(row));
            }
        }
        return waiting;
    }

    private static boolean isExecuted(JsonObject row) throws ProblemException {
        return row.field("isExecuted") instanceof JsonValue.Flag(var _, var executed) && executed;
    }
}
