package org.breakwater.adapters.ethereum;

import com.esaulpaugh.headlong.abi.Tuple;
import com.esaulpaugh.headlong.abi.TupleType;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.snapshot.Fact;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.verification.ParameterRules;

/// How the registry writes rules and values, in calls, events and answers alike.
final class ParameterEncoding {

    private static final AbiFacts FACTS = new AbiFacts(EnumerationNames.read());
    private static final String MIN = "min";
    private static final String MAX = "max";

    /// The fields of `IParameterRegistry.Spec` in words.
    private static final Map<String, String> WORDS = Map.of(
            "safe", "safe direction",
            "scopeKind", "kind of scope",
            "maxStepBps", "largest step in basis points",
            "minDelay", "delay in seconds",
            "minInterval", "interval in seconds",
            "minAbsStep", "step that is always allowed");

    private ParameterEncoding() {}

    static ParameterRules rules(TupleType<?> type, Tuple spec) {
        var terms = new LinkedHashMap<String, String>();
        FACTS.fields(type, spec).fields().forEach((name, fact) -> {
            if (!name.equals(MIN) && !name.equals(MAX)) {
                terms.put(WORDS.getOrDefault(name, name), words(fact));
            }
        });
        return new ParameterRules(
                terms, spec.get(AbiFacts.position(type, MIN)), spec.get(AbiFacts.position(type, MAX)));
    }

    private static String words(Fact fact) {
        return switch (fact) {
            case Fact.Text(var text) -> text;
            case Fact.Count(var number) -> Long.toString(number);
            case Fact.Amount(var number) -> number.toString();
            case Fact.Flag _, Fact.Items _, Fact.Fields _ ->
                throw new IllegalArgumentException("no rule of a parameter: " + fact);
        };
    }

    /// Overrides, then the global value.
    static Map<ParameterScope, BigInteger> values(BigInteger global, byte[][] scopes, BigInteger[] values) {
        var all = new LinkedHashMap<ParameterScope, BigInteger>();
        for (int i = 0; i < scopes.length; i++) {
            all.put(scope(scopes[i]), values[i]);
        }
        all.put(ParameterScope.GLOBAL, global);
        return all;
    }

    static ParameterScope scope(byte[] encoded) {
        return new ParameterScope(new Hash32(Bytes.of(encoded)));
    }
}
