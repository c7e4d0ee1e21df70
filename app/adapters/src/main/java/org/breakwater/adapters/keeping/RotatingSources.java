package org.breakwater.adapters.keeping;

import java.net.URI;
import java.util.List;
import org.breakwater.adapters.ethereum.download.NodeLogSource;
import org.breakwater.core.index.IndexFault;
import org.breakwater.core.index.LogSource;
import org.breakwater.core.index.LogSources;
import org.breakwater.core.value.ChainId;

/// Reads from the first of several nodes until it fails, then from the next. After all of them failed in a row the run
/// ends, and the next run begins with the one after.
final class RotatingSources implements LogSources {

    private final List<NodeLogSource> sources;
    private int used;
    private int failures;

    RotatingSources(List<URI> addresses, ChainId chain) {
        this.sources = addresses.stream()
                .map(address -> NodeLogSource.of(address, chain))
                .toList();
    }

    /// Before each run: all of them may be tried again.
    synchronized void begin() {
        failures = 0;
    }

    @Override
    public synchronized LogSource current() {
        return sources.get(used);
    }

    @Override
    public synchronized boolean failed(LogSource source, IndexFault fault) {
        if (sources.get(used).equals(source)) {
            used = (used + 1) % sources.size();
        }
        return ++failures < sources.size();
    }

    @Override
    public void close() {
        sources.forEach(NodeLogSource::close);
    }
}
