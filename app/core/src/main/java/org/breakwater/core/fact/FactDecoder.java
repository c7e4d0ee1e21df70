package org.breakwater.core.fact;

import org.breakwater.core.chain.ChainLog;

/// Port: reads logs.
public interface FactDecoder {

    /// @param type what the log's contract is to the protocol
    Decoding decode(ChainLog log, ContractType type);
}
