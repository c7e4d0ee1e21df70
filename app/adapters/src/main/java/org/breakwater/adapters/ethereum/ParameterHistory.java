package org.breakwater.adapters.ethereum;

import com.esaulpaugh.headlong.abi.Function;
import com.esaulpaugh.headlong.abi.Tuple;
import com.esaulpaugh.headlong.abi.TupleType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.snapshot.Fact;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.verification.ParameterProof;
import org.breakwater.core.verification.ParameterProof.Rules;

/// Parameters from three sides: as the deployment script defines them (this program carries the script's transactions),
/// as the registry's events say they changed, and as they are in force.
final class ParameterHistory {

    private static final ContractAbi REGISTRY = ContractAbi.of("ParameterRegistry");
    private static final ContractAbi LENS = ContractAbi.of("ProtocolLens");
    private static final EnumerationNames ENUMERATIONS = EnumerationNames.read();
    private static final AbiFacts FACTS = new AbiFacts(ENUMERATIONS);

    private final BlockView view;
    private final Deployment deployment;
    private final Map<String, Rules> expectedRules = new LinkedHashMap<>();
    private final Map<String, Rules> foundRules = new HashMap<>();
    private final Map<Place, BigInteger> explained = new LinkedHashMap<>();
    private final Map<Place, BigInteger> found = new LinkedHashMap<>();

    ParameterHistory(BlockView view, Deployment deployment) {
        this.view = view;
        this.deployment = deployment;
    }

    /// One value's place in the registry.
    private record Place(String name, Hash32 scope) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            var byName = name.compareTo(other.name);
            return byName != 0 ? byName : scope.toString().compareTo(other.scope.toString());
        }
    }

    List<ParameterProof> proofs() throws ProblemException {
        definitions();
        changes();
        inForce();
        var places = new TreeSet<Place>();
        places.addAll(explained.keySet());
        places.addAll(found.keySet());
        var proofs = new ArrayList<ParameterProof>();
        for (var place : places) {
            proofs.add(new ParameterProof(
                    place.name(),
                    new ParameterScope(place.scope()),
                    Optional.ofNullable(expectedRules.get(place.name())),
                    Optional.ofNullable(foundRules.get(place.name())),
                    Optional.ofNullable(explained.get(place)),
                    Optional.ofNullable(found.get(place))));
        }
        return proofs;
    }

    /// What the script's calls of `defineParam` say.
    private void definitions() {
        var define = REGISTRY.function("defineParam");
        for (var transaction : ContractAbi.resource("deployment-local.json").required("transactions")) {
            var input = Bytes.fromHex(transaction.required("input").asString());
            if (transaction.required("kind").asString().equals("call") && calls(input, define)) {
                define(define, define.decodeCall(input.toArray()));
            }
        }
    }

    private static boolean calls(Bytes input, Function function) {
        return input.length() >= Function.SELECTOR_LEN
                && input.slice(0, Function.SELECTOR_LEN).equals(Bytes.of(function.selector()));
    }

    private void define(Function define, Tuple arguments) {
        var name = AbiFacts.constant(arguments.get(0));
        expectedRules.put(name, rules(define.getInputs().get(1).asTupleType(), arguments.get(1)));
        explained.put(new Place(name, Hash32.ZERO), arguments.get(2));
        byte[][] scopes = arguments.get(3);
        BigInteger[] values = arguments.get(4);
        for (int i = 0; i < scopes.length; i++) {
            explained.put(new Place(name, new Hash32(Bytes.of(scopes[i]))), values[i]);
        }
    }

    private static Rules rules(TupleType<?> type, Tuple spec) {
        var fields = FACTS.fields(type, spec).fields();
        var words = new ArrayList<String>();
        var bounds = new HashMap<String, BigInteger>();
        fields.forEach((name, fact) -> {
            if (name.equals("min") || name.equals("max")) {
                bounds.put(name, amount(fact));
            } else {
                words.add(name + " " + plain(fact));
            }
        });
        return new Rules(
                String.join(", ", words),
                bounds.getOrDefault("min", BigInteger.ZERO),
                bounds.getOrDefault("max", BigInteger.ZERO));
    }

    private static BigInteger amount(Fact fact) {
        return switch (fact) {
            case Fact.Amount(var number) -> number;
            case Fact.Count(var number) -> BigInteger.valueOf(number);
            default -> throw new IllegalArgumentException("no number: " + fact);
        };
    }

    private static String plain(Fact fact) {
        return fact instanceof Fact.Text(var text) ? text : amount(fact).toString();
    }

    /// Applies the registry's changes in their order. A change is followed only where it starts from the value that was
    /// in
    /// force, so that a break in the chain leaves a difference.
    private void changes() throws ProblemException {
        var changes = new ArrayList<Change>();
        for (var name : List.of("ChangeExecuted", "Tightened")) {
            var event = REGISTRY.event(name);
            var registry = deployment.contract("ParameterRegistry").orElseThrow();
            for (var logged : view.events(registry.address(), event, registry.block())) {
                changes.add(Change.of(event.getInputs(), logged));
            }
        }
        changes.stream().sorted(Comparator.comparing(Change::logged)).forEach(this::apply);
    }

    private void apply(Change change) {
        var place = change.place();
        var before = explained.getOrDefault(place, explained.get(new Place(place.name(), Hash32.ZERO)));
        if (change.oldValue().equals(before)) {
            explained.put(place, change.newValue());
        }
    }

    /// One recorded change.
    private record Change(LoggedEvent logged, Place place, BigInteger oldValue, BigInteger newValue) {

        static Change of(TupleType<?> type, LoggedEvent logged) {
            var arguments = logged.arguments();
            var place = new Place(
                    AbiFacts.constant(arguments.get(position(type, "key"))),
                    new Hash32(Bytes.of(arguments.get(position(type, "scope")))));
            return new Change(
                    logged,
                    place,
                    arguments.get(position(type, "oldValue")),
                    arguments.get(position(type, "newValue")));
        }
    }

    private static int position(TupleType<?> type, String name) {
        for (int i = 0; i < type.size(); i++) {
            if (name.equals(type.getElementName(i))) {
                return i;
            }
        }
        throw new IllegalArgumentException("no element " + name);
    }

    private void inForce() throws ProblemException {
        var function = LENS.function("parameters");
        Address lens = deployment.address("ProtocolLens");
        Tuple answer = view.call("parameters", lens, function);
        var type = function.getOutputs().get(0).asArrayType().getElementType().asTupleType();
        Tuple[] parameters = answer.get(0);
        for (var parameter : parameters) {
            var name = AbiFacts.constant(parameter.get(position(type, "key")));
            var spec = position(type, "spec");
            foundRules.put(name, rules(type.get(spec).asTupleType(), parameter.get(spec)));
            found.put(new Place(name, Hash32.ZERO), parameter.get(position(type, "value")));
            byte[][] scopes = parameter.get(position(type, "scopes"));
            BigInteger[] values = parameter.get(position(type, "values"));
            for (int i = 0; i < scopes.length; i++) {
                found.put(new Place(name, new Hash32(Bytes.of(scopes[i]))), values[i]);
            }
        }
    }
}
