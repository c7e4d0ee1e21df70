package org.breakwater.core.service;

import java.time.Instant;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// What a module had a Safe do without signatures, as a service tells it.
public record ModuleExecution(
        Address safe, Address module, SafeCall call, boolean succeeded, Instant at, long block, Hash32 transaction) {}
