package org.breakwater.core.index;

/// Port: the logs of one deployment, kept on this machine. One writer; what is read is the state after some segment.
public interface IndexStore extends StoredIndex {

    /// Adds a segment, whole or not at all, however this program ends.
    void append(Segment segment) throws IndexException;
}
