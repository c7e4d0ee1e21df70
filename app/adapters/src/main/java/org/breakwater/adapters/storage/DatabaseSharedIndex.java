package org.breakwater.adapters.storage;

import org.breakwater.core.index.IndexException;
import org.breakwater.core.index.IndexMark;
import org.breakwater.core.index.IndexReader;
import org.breakwater.core.index.SharedIndex;
import org.breakwater.core.index.StoreFault;
import org.breakwater.core.problem.ProblemException;

/// An index that another program keeps in a database. Any thread reads.
record DatabaseSharedIndex(IndexReaders readers) implements SharedIndex {

    /// @throws IndexException with the {@link StoreFault} that keeps it from being read
    static DatabaseSharedIndex open(IndexDatabase database, Protocol protocol) throws IndexException {
        var index = new DatabaseSharedIndex(new IndexReaders(database, protocol));
        index.mark();
        return index;
    }

    @Override
    public IndexMark mark() throws IndexException {
        return readers.read(IndexReader::mark);
    }

    @Override
    public <T> T read(Reading<T> reading) throws IndexException, ProblemException {
        return readers.read(reading::read);
    }

    @Override
    public void close() {
        readers.close();
    }
}
