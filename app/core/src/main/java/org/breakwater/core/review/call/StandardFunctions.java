package org.breakwater.core.review.call;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Selector;

/// Functions of widely used standards, by their selectors. That calldata begins with a selector says how it can be
/// read,
/// not what the code at its target does with it.
final class StandardFunctions {

    private static final String LIST = "standard-functions.tsv";
    private static final Map<Selector, List<Standard>> ALL = read();

    private StandardFunctions() {}

    /// @param source of the function: `ERC-20`
    record Standard(String source, FunctionSignature function) {}

    private static Map<Selector, List<Standard>> read() {
        try (var input = Objects.requireNonNull(StandardFunctions.class.getResourceAsStream(LIST))) {
            var all = new HashMap<Selector, List<Standard>>();
            new String(input.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .map(parts -> new Standard(parts[0], FunctionSignature.parse(parts[1])))
                    .forEach(standard -> all.computeIfAbsent(standard.function().selector(), _ -> new ArrayList<>())
                            .add(standard));
            return all;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// The functions that calldata may call; more than one where two signatures have one selector.
    static List<Standard> calledBy(Bytes calldata) {
        return calldata.length() < Selector.LENGTH
                ? List.of()
                : ALL.getOrDefault(new Selector(calldata.slice(0, Selector.LENGTH)), List.of());
    }
}
