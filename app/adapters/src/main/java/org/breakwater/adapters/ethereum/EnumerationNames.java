package org.breakwater.adapters.ethereum;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The names of the protocol's enumerations, which the build takes from the contracts' source: an ABI has only numbers.
final class EnumerationNames {

    private static final String PREFIX = "enum ";

    private final Map<String, List<String>> names;

    private EnumerationNames(Map<String, List<String>> names) {
        this.names = Map.copyOf(names);
    }

    static EnumerationNames read() {
        var names = new HashMap<String, List<String>>();
        for (var enumeration : ContractAbi.resource("enums.json").properties()) {
            var values = new ArrayList<String>();
            enumeration.getValue().forEach(value -> values.add(value.asString()));
            names.put(enumeration.getKey(), List.copyOf(values));
        }
        return new EnumerationNames(names);
    }

    /// All names of an enumeration, such as `IProtocolLens.PolicyState`, in order.
    List<String> of(String enumeration) {
        var known = names.get(enumeration);
        if (known == null) {
            throw new IllegalArgumentException("no enumeration " + enumeration);
        }
        return known;
    }

    /// The name of a value, where the ABI's internal type says that it is one.
    Optional<String> name(String internalType, long value) {
        if (!internalType.startsWith(PREFIX)) {
            return Optional.empty();
        }
        var known = names.get(internalType.substring(PREFIX.length()));
        return known == null || value >= known.size() ? Optional.empty() : Optional.of(known.get((int) value));
    }
}
