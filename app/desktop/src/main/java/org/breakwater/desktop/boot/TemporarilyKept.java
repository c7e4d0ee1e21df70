package org.breakwater.desktop.boot;
import java.time.Instant;
import java.util.*;
import org.breakwater.core.exchange.*;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Hash32;
final class TemporarilyKept implements SharedTransactions {
    private final Map<Hash32, Kept> all = new LinkedHashMap<>();
    public synchronized SharedTransaction keep(SharedTransaction t) throws ProblemException {
        var h = t.hash().hash();
        var old = all.get(h);
        var m = old == null ? t : old.transaction().merged(t);
        all.put(h, new Kept(m, old == null ? Instant.now() : old.since()));
        return m;
    }
    public synchronized Optional<SharedTransaction> find(Hash32 h) { return Optional.ofNullable(all.get(h)).map(Kept::transaction); }
    public synchronized List<Kept> all() { return List.copyOf(all.values()); }
    public synchronized void forget(Hash32 h) { all.remove(h); }
}
