package org.breakwater.adapters.safe;

import java.util.ArrayList;
import java.util.List;
import org.breakwater.adapters.json.JsonFiles;
import org.breakwater.core.json.JsonLimits;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.ServedTransaction;

/// The Safe transactions that wait in the world, from the list that the local network leaves beside its service.
public final class WorldQueue {

    private static final JsonLimits LIMITS = new JsonLimits(8 << 20, 12, 1 << 20, 200_000);

    private WorldQueue() {}

    /// @param path of a JSON list of transactions, each as a service tells it
    public static List<ServedTransaction> waiting(String path) throws ProblemException {
        var waiting = new ArrayList<ServedTransaction>();
        for (var row : new JsonFiles().read(path, LIMITS).objects()) {
            waiting.add(ServedTransactions.read(row));
        }
        return waiting;
    }
}
