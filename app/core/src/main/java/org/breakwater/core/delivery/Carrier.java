package org.breakwater.core.delivery;

/// Port: brings messages to one target. One thread uses it; another may close it.
public interface Carrier extends AutoCloseable {

    /// How many changes fit into one summary, at least 1.
    int capacity();

    /// Where messages go, without anything that is secret: scheme, host and port, or a program's path.
    String where();

    /// Blocking, within bounds of its own. Whatever goes wrong is an outcome.
    Outcome carry(Message message);

    /// Ends what is being carried.
    @Override
    void close();
}
