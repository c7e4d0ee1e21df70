package org.breakwater.adapters.ethereum;

import com.esaulpaugh.headlong.abi.ABIJSON;
import com.esaulpaugh.headlong.abi.Function;
import com.esaulpaugh.headlong.abi.Tuple;
import java.io.IOException;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.breakwater.core.value.Bytes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The contracts' libraries on a node, asked for their rules: the harness's code stands at an address for the time of a
/// question,
/// nothing is deployed.
final class RuleHarness {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Path ARTIFACT =
            Path.of("..", "..", "governance-contracts", "artifacts", "harness", "RuleHarness.json");
    private static final String ADDRESS = "0x00000000000000000000000000000000000a11ce";
    private static final int AT_ONCE = 250;

    private final FetchedLogs node;
    private final List<Function> functions;
    private final String code;

    RuleHarness(FetchedLogs node) throws IOException {
        this(node, JSON.readTree(Files.readString(ARTIFACT)));
    }

    private RuleHarness(FetchedLogs node, JsonNode artifact) {
        this.node = node;
        this.functions = ABIJSON.parseNormalFunctions(artifact.required("abi").toString());
        this.code = artifact.required("deployedBytecode").asString();
    }

    private Function function(String name) {
        return functions.stream()
                .filter(function -> name.equals(function.getName()))
                .findFirst()
                .orElseThrow();
    }

    /// Asks one question many times.
    ///
    /// @param arguments of each time
    /// @return for each time the numbers of the answer, one after the other
    List<List<BigInteger>> ask(String name, List<Object[]> arguments) throws Exception {
        var function = function(name);
        var answers = new ArrayList<List<BigInteger>>();
        for (int from = 0; from < arguments.size(); from += AT_ONCE) {
            var questions = arguments.subList(from, Math.min(arguments.size(), from + AT_ONCE)).stream()
                    .map(values -> function.encodeCallWithArgs(values).array())
                    .toArray(byte[][]::new);
            for (var answer : call(function("ask"), (Object) questions).<byte[][]>get(0)) {
                answers.add(numbers(function.decodeReturn(answer)));
            }
        }
        return answers;
    }

    private Tuple call(Function function, Object... arguments) throws Exception {
        var transaction = JSON.createObjectNode();
        transaction.put("to", ADDRESS);
        transaction.put(
                "data", Bytes.of(function.encodeCallWithArgs(arguments).array()).toHex());
        var overrides = JSON.createObjectNode();
        overrides.putObject(ADDRESS).put("code", code);
        var answer = node.ask("eth_call", transaction, JSON.getNodeFactory().stringNode("latest"), overrides);
        return function.decodeReturn(Bytes.fromHex(answer.asString()).toArray());
    }

    static List<BigInteger> numbers(Object answer) {
        var numbers = new ArrayList<BigInteger>();
        collect(answer, numbers);
        return numbers;
    }

    private static void collect(Object value, List<BigInteger> numbers) {
        switch (value) {
            case BigInteger number -> numbers.add(number);
            case Integer number -> numbers.add(BigInteger.valueOf(number));
            case Long number -> numbers.add(BigInteger.valueOf(number));
            case Boolean flag -> numbers.add(flag ? BigInteger.ONE : BigInteger.ZERO);
            case Tuple tuple -> tuple.forEach(item -> collect(item, numbers));
            default -> {
                for (int i = 0; i < Array.getLength(value); i++) {
                    collect(Array.get(value, i), numbers);
                }
            }
        }
    }
}
