package org.breakwater.core.call;

import java.util.Optional;
import org.breakwater.core.value.Address;

/// Port: which interface stands behind an address. Only contracts whose code this program knows have one; a stranger's
/// calldata is not guessed at by its selector.
public interface ContractInterfaces {

    Optional<ContractInterface> at(Address contract);
}
