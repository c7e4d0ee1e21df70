package org.breakwater.core.index;

/// Port: the logs of one deployment, kept. One writer; what is read is the state after some segment.
public interface IndexStore extends IndexReader, AutoCloseable {

    /// Adds a segment, whole or not at all, however this program ends.
    void append(Segment segment) throws IndexException;

    @Override
    void close();
}
