package org.breakwater.core.review.call;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Selector;

/// Functions of widely used standards, by their selectors. That calldata begins with a selector says how it can be
/// read,
/// not what the code at its target does with it.
final class StandardFunctions {

    private static final Map<Selector, List<Standard>> ALL = StandardFunctionList.LINES
            .lines()
            .map(line -> line.split(": ", 2))
            .map(parts -> new Standard(parts[0], FunctionSignature.parse(parts[1])))
            .collect(Collectors.groupingBy(standard -> standard.function().selector()));

    private StandardFunctions() {}

    /// @param source of the function: `ERC-20`
    record Standard(String source, FunctionSignature function) {}

    /// The functions that calldata may call; more than one where two signatures have one selector.
    static List<Standard> calledBy(Bytes calldata) {
        return calldata.length() < Selector.LENGTH
                ? List.of()
                : ALL.getOrDefault(new Selector(calldata.slice(0, Selector.LENGTH)), List.of());
    }
}
