package org.breakwater.adapters.ethereum;

import com.esaulpaugh.headlong.abi.Event;
import com.esaulpaugh.headlong.abi.Tuple;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.breakwater.core.deployment.DeployedContract;
import org.breakwater.core.parameters.ParameterId;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.verification.ParameterDefinition;
import org.breakwater.core.verification.ParameterRecord;
import org.breakwater.core.verification.ValueChange;

/// The ParameterRegistry as of one block, asked without the lens: what the lens says depends on where the Directory
/// points.
final class ChainParameters {

    private static final ContractAbi ABI = ContractAbi.of("ParameterRegistry");
    private static final List<Event<Tuple>> EVENTS = List.of(
            ABI.event("ParamDefined"),
            ABI.event("ParamScoped"),
            ABI.event("BoundsTightened"),
            ABI.event("ChangeExecuted"),
            ABI.event("Tightened"));

    private final BlockView view;
    private final DeployedContract registry;

    ChainParameters(BlockView view, DeployedContract registry) {
        this.view = view;
        this.registry = registry;
    }

    List<ParameterDefinition> inForce() throws ProblemException {
        var count =
                ask("the number of parameters", "keyCount").<BigInteger>get(0).longValueExact();
        return Together.ask(LongStream.range(0, count).boxed().toList(), this::parameter);
    }

    private ParameterDefinition parameter(long index) throws ProblemException {
        byte[] key = ask("the name of parameter " + index, "keyAt", BigInteger.valueOf(index))
                .get(0);
        var name = AbiFacts.constant(key);
        Tuple spec = ask("the rules of " + name, "spec", (Object) key).get(0);
        byte[][] scopes =
                ask("the overrides of " + name, "scopesOf", (Object) key).get(0);
        var values = new LinkedHashMap<ParameterScope, BigInteger>();
        values.put(ParameterScope.GLOBAL, value(name, key, ParameterScope.GLOBAL));
        for (var encoded : scopes) {
            var scope = ParameterEncoding.scope(encoded);
            values.put(scope, value(name, key, scope));
        }
        var type = ABI.function("spec").getOutputs().get(0).asTupleType();
        return new ParameterDefinition(name, ParameterEncoding.rules(type, spec), values);
    }

    private BigInteger value(String name, byte[] key, ParameterScope scope) throws ProblemException {
        return ask("the value of " + name, "get", key, scope.encoded().bytes().toArray())
                .get(0);
    }

    private Tuple ask(String what, String function, Object... arguments) throws ProblemException {
        return view.call(what, registry.address(), ABI.function(function), arguments);
    }

    List<ParameterRecord> records() throws ProblemException {
        return view.events(registry.address(), EVENTS, registry.block()).stream()
                .map(ChainParameters::recorded)
                .toList();
    }

    private static ParameterRecord recorded(LoggedEvent event) {
        var name = AbiFacts.constant(event.word("key").bytes().toArray());
        return switch (event.name()) {
            case "ParamDefined" -> defined(name, event);
            case "ParamScoped" -> new ParameterRecord.Scoped(id(name, event), event.number("initialValue"));
            case "BoundsTightened" ->
                new ParameterRecord.BoundsTightened(name, event.number("min"), event.number("max"));
            case "ChangeExecuted", "Tightened" ->
                new ParameterRecord.Changed(
                        id(name, event), new ValueChange(event.number("oldValue"), event.number("newValue")));
            default -> throw new IllegalArgumentException("no event of a parameter: " + event.name());
        };
    }

    private static ParameterRecord defined(String name, LoggedEvent event) {
        var spec = event.type().get(AbiFacts.position(event.type(), "spec")).asTupleType();
        return new ParameterRecord.Defined(new ParameterDefinition(
                name,
                ParameterEncoding.rules(spec, event.fields("spec")),
                Map.of(ParameterScope.GLOBAL, event.number("initialValue"))));
    }

    private static ParameterId id(String name, LoggedEvent event) {
        return new ParameterId(name, new ParameterScope(event.word("scope")));
    }
}
