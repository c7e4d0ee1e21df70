package org.breakwater.core.protocol;

/// State of a settlement asset against its peg. (`Peg`)
public enum PegState {
    NORMAL,
    WATCH,
    DEPEGGED
}
