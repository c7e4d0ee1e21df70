package org.breakwater.core.keeping;

/// An action and what trying it on the newest block gave.
public record TriedAction(DueAction action, Trial trial) {

    public boolean isReady() {
        return trial instanceof Trial.Ready;
    }
}
