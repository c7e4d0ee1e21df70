package org.breakwater.core.localnet;

import java.util.concurrent.CompletableFuture;

/// A local network, alive until it is closed.
public interface RunningNetwork extends AutoCloseable {

    NetworkDescription description();

    /// Completes, with its last words, if the network ends by itself.
    CompletableFuture<String> ended();

    @Override
    void close();
}
