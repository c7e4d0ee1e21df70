package org.breakwater.core.activity;

import org.breakwater.core.chain.ChainLog;
import org.breakwater.core.fact.LoggedFact;

/// Something that happened: what it says, and the bytes that say so.
public record LogEntry(ChainLog log, LoggedFact fact) {}
