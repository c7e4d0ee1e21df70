package org.breakwater.desktop.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Collects what JavaFX complains about while it reads and applies stylesheets.
public final class CssWarnings extends Handler implements AutoCloseable {

    private final Logger logger = Logger.getLogger("javafx.css");
    private final List<String> found = new ArrayList<>();

    public CssWarnings() {
        logger.addHandler(this);
    }

    public synchronized List<String> found() {
        return List.copyOf(found);
    }

    @Override
    public synchronized void publish(LogRecord entry) {
        found.add(entry.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
