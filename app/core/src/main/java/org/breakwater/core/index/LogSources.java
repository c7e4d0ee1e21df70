package org.breakwater.core.index;

/// Port: where a chain is read, one source at a time. A run keeps to the source it began with, because blocks and
/// heights of two nodes must not be mixed.
public interface LogSources extends AutoCloseable {

    /// The one to read from now.
    LogSource current();

    /// Tells that reading from a source failed. Blocking.
    ///
    /// @return whether another one is there to be read from
    boolean failed(LogSource source, IndexFault fault);

    /// Ends what is under way.
    @Override
    void close();

    /// One source, for which there is no other.
    static LogSources only(LogSource source) {
        return new LogSources() {

            @Override
            public LogSource current() {
                return source;
            }

            @Override
            public boolean failed(LogSource failed, IndexFault fault) {
                return false;
            }

            @Override
            public void close() {
                source.close();
            }
        };
    }
}
