package org.breakwater.adapters.localnet.world;

import com.esaulpaugh.headlong.abi.ContractError;
import com.esaulpaugh.headlong.abi.Tuple;
import java.lang.reflect.Array;
import java.nio.BufferUnderflowException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.breakwater.adapters.ethereum.ContractAbi;
import org.breakwater.core.value.Bytes;

/// Says in words why a call was refused: the custom errors of the protocol's contracts, and Solidity's own two.
final class RevertReasons {

    private static final int SELECTOR = 4;
    private static final List<String> ORDINARY = List.of(
            "{\"type\":\"error\",\"name\":\"Error\",\"inputs\":[{\"name\":\"message\",\"type\":\"string\"}]}",
            "{\"type\":\"error\",\"name\":\"Panic\",\"inputs\":[{\"name\":\"code\",\"type\":\"uint256\"}]}");

    private final Map<Bytes, ContractError<Tuple>> errors = new HashMap<>();

    RevertReasons(List<String> contracts) {
        ORDINARY.forEach(error -> add(ContractError.fromJson(error)));
        contracts.forEach(contract -> ContractAbi.of(contract).errors().forEach(this::add));
    }

    private void add(ContractError<Tuple> error) {
        errors.put(Bytes.of(error.function().selector()), error);
    }

    String of(Bytes returned) {
        if (returned.length() < SELECTOR) {
            return returned.isEmpty() ? "no reason given" : returned.toHex();
        }
        var error = errors.get(returned.slice(0, SELECTOR));
        if (error == null) {
            return returned.toHex();
        }
        try {
            return error.getName() + text(error.function().decodeCall(returned.toArray()));
        } catch (IllegalArgumentException | BufferUnderflowException malformed) {
            return error.getName() + " " + returned.toHex();
        }
    }

    private static String text(Tuple values) {
        var text = new StringJoiner(", ", "(", ")");
        values.forEach(value -> text.add(text(value)));
        return text.toString();
    }

    private static String text(Object value) {
        return switch (value) {
            case byte[] bytes -> bytes(bytes);
            case Tuple tuple -> text(tuple);
            case Object array when array.getClass().isArray() -> Array.getLength(array) + " items";
            default -> value.toString();
        };
    }

    /// A `bytes32` constant as its text, other bytes as hex.
    private static String bytes(byte[] bytes) {
        var text = new String(bytes, java.nio.charset.StandardCharsets.US_ASCII).replaceAll("\0+$", "");
        return text.matches("[A-Z0-9_]+") ? text : Bytes.of(bytes).toHex();
    }
}
