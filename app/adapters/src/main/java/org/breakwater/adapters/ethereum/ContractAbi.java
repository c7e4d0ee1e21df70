package org.breakwater.adapters.ethereum;

import com.esaulpaugh.headlong.abi.ABIJSON;
import com.esaulpaugh.headlong.abi.ContractError;
import com.esaulpaugh.headlong.abi.Event;
import com.esaulpaugh.headlong.abi.Function;
import com.esaulpaugh.headlong.abi.Tuple;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.breakwater.contracts.ParameterRegistry;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A contract's functions and events, from the artifact that the contracts' jar carries.
public final class ContractAbi {

    private static final JsonMapper JSON = new JsonMapper();

    /// What was read stays: the jar is the same as long as the program runs.
    private static final Map<String, ContractAbi> READ = new ConcurrentHashMap<>();

    private final String contract;
    private final List<Function> functions;
    private final List<Event<Tuple>> events;
    private final List<ContractError<Tuple>> errors;

    private ContractAbi(String contract, String abi) {
        this.contract = contract;
        this.functions = ABIJSON.parseNormalFunctions(abi);
        this.events = ABIJSON.parseEvents(abi);
        this.errors = ABIJSON.parseErrors(abi);
    }

    public static ContractAbi of(String contract) {
        return READ.computeIfAbsent(
                contract,
                name -> new ContractAbi(
                        name, resource(name + ".json").required("abi").toString()));
    }

    /// The interface of one of this program's contracts, if it is one.
    public static Optional<ContractAbi> find(String contract) {
        return contract.matches("\\w+") && ParameterRegistry.class.getResource(contract + ".json") != null
                ? Optional.of(of(contract))
                : Optional.empty();
    }

    public boolean has(String function) {
        return functions.stream().anyMatch(known -> function.equals(known.getName()));
    }

    /// The signatures of the functions that change state.
    List<String> changingFunctions() {
        return functions.stream()
                .filter(function -> !List.of("view", "pure").contains(function.getStateMutability()))
                .map(Function::getCanonicalSignature)
                .toList();
    }

    /// A whole number as the function's parameter at `index` wants it.
    static Object argument(Function function, int index, long value) {
        var wanted = function.getInputs().get(index).clazz();
        if (wanted == BigInteger.class) {
            return BigInteger.valueOf(value);
        }
        return wanted == Integer.class ? (Object) Math.toIntExact(value) : (Object) value;
    }

    /// A JSON document of the contracts' jar.
    public static JsonNode resource(String name) {
        try (var input = ParameterRegistry.class.getResourceAsStream(name)) {
            if (input == null) {
                throw new IllegalStateException("the contracts' jar has no " + name);
            }
            return JSON.readTree(input);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public String contract() {
        return contract;
    }

    /// A function by its name, or by its canonical signature where several share a name.
    public Function function(String name) {
        return functions.stream()
                .filter(function -> name.equals(function.getName()) || name.equals(function.getCanonicalSignature()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(contract + " has no function " + name));
    }

    /// The function without arguments of a name, where there is one.
    Optional<Function> getter(String name) {
        return functions.stream()
                .filter(function ->
                        name.equals(function.getName()) && function.getInputs().isEmpty())
                .findFirst();
    }

    /// The function that call data call.
    Function calledBy(Bytes input) {
        return functions.stream()
                .filter(function -> calls(function, input))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(contract + " has no function for " + input));
    }

    /// Whether call data call a function.
    static boolean calls(Function function, Bytes input) {
        return input.length() >= Function.SELECTOR_LEN
                && input.slice(0, Function.SELECTOR_LEN).equals(Bytes.of(function.selector()));
    }

    /// The errors a call may be refused with.
    public List<ContractError<Tuple>> errors() {
        return errors;
    }

    public Event<Tuple> event(String name) {
        return events.stream()
                .filter(event -> name.equals(event.getName()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(contract + " has no event " + name));
    }

    /// The first topic of an event's logs.
    public static Hash32 topic(Event<Tuple> event) {
        return Keccak.hash(event.getCanonicalSignature());
    }

    static Bytes call(Function function, Object... arguments) {
        return Bytes.of(function.encodeCallWithArgs(arguments).array());
    }
}
