package org.breakwater.core.call;

import java.util.List;
import java.util.Optional;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.value.Bytes;

/// The functions of a contract.
///
/// @param contract name of its source: `ParameterRegistry`
public record ContractInterface(String contract, List<FunctionSignature> functions) {

    public ContractInterface {
        functions = List.copyOf(functions);
    }

    /// The function that calldata calls, if there is one.
    public Optional<FunctionSignature> calledBy(Bytes calldata) {
        return functions.stream()
                .filter(function -> function.isCalledBy(calldata))
                .findFirst();
    }
}
