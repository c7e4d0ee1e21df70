package org.breakwater.adapters.ethereum;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.value.Bytes;
import tools.jackson.databind.JsonNode;

/// Code as the compiler made it.
///
/// @param creation what creates the contract, before the constructor's arguments
/// @param code the runtime code, with zeros where immutable values go
/// @param blanks those places
record CompiledCode(Bytes creation, Bytes code, List<Blank> blanks) {

    /// A place for an immutable value.
    record Blank(int start, int length) {}

    CompiledCode {
        blanks = List.copyOf(blanks);
    }

    static Optional<CompiledCode> of(String contract) {
        return ContractAbi.find(contract).map(_ -> read(ContractAbi.resource(contract + ".json")));
    }

    private static CompiledCode read(JsonNode artifact) {
        var blanks = new ArrayList<Blank>();
        for (var places : artifact.required("immutableReferences").properties()) {
            for (var place : places.getValue()) {
                blanks.add(new Blank(
                        place.required("start").intValue(),
                        place.required("length").intValue()));
            }
        }
        return new CompiledCode(
                Bytes.fromHex(artifact.required("bytecode").asString()),
                Bytes.fromHex(artifact.required("deployedBytecode").asString()),
                blanks);
    }

    /// Whether a transaction's input is the creation code with some arguments.
    boolean createdBy(Bytes input) {
        return input.length() >= creation.length()
                && input.slice(0, creation.length()).equals(creation);
    }

    /// Whether code is the runtime code with some immutable values.
    boolean matches(Bytes deployed) {
        if (deployed.length() != code.length()) {
            return false;
        }
        var masked = deployed.toArray();
        for (var blank : blanks) {
            for (int i = blank.start(); i < blank.start() + blank.length(); i++) {
                masked[i] = 0;
            }
        }
        return Bytes.of(masked).equals(code);
    }
}
