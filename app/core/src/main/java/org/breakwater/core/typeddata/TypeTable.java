package org.breakwater.core.typeddata;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Quotation;

/// The structs that typed data is made of. Every reference leads to one of them, and none contains itself, which
/// EIP-712 leaves undefined.
public final class TypeTable {

    /// How many structs there may be.
    public static final int MOST_STRUCTS = 200;

    /// How many members a struct may have.
    public static final int MOST_MEMBERS = 200;

    /// How deep structs may nest.
    public static final int MOST_DEPTH = 16;

    /// How many dimensions an array may have.
    public static final int MOST_DIMENSIONS = 8;

    private final Map<String, StructType> structs = new LinkedHashMap<>();
    private final Map<String, Integer> depths = new HashMap<>();

    /// @throws IllegalArgumentException for a table that breaks the rules or the bounds
    public TypeTable(Collection<StructType> structs) {
        if (structs.size() > MOST_STRUCTS) {
            throw new IllegalArgumentException("typed data has at most " + MOST_STRUCTS + " structs");
        }
        for (var struct : structs) {
            add(struct);
        }
        for (var struct : structs) {
            depth(struct, 1);
        }
    }

    public TypeTable(StructType... structs) {
        this(List.of(structs));
    }

    private void add(StructType struct) {
        if (struct.members().size() > MOST_MEMBERS) {
            throw new IllegalArgumentException(struct.name() + " has more than " + MOST_MEMBERS + " members");
        }
        if (structs.put(struct.name(), struct) != null) {
            throw new IllegalArgumentException(struct.name() + " is defined twice");
        }
    }

    /// How many structs nest in a struct, itself among them. A struct that contains itself is always too deep.
    private int depth(StructType struct, int above) {
        var known = depths.get(struct.name());
        if (known != null && above + known - 1 <= MOST_DEPTH) {
            return known;
        }
        if (above > MOST_DEPTH || known != null) {
            throw new IllegalArgumentException(
                    struct.name() + " nests deeper than " + MOST_DEPTH + " structs, or contains itself");
        }
        var deepest = 0;
        for (var member : struct.members()) {
            if (member.type().innermost() instanceof MemberType.Reference(var name)) {
                deepest = Math.max(deepest, depth(struct(name), above + 1));
            }
        }
        depths.put(struct.name(), deepest + 1);
        return deepest + 1;
    }

    /// @throws IllegalArgumentException where there is none of that name
    public StructType struct(String name) {
        var struct = structs.get(name);
        if (struct == null) {
            throw new IllegalArgumentException("there is no struct " + Quotation.of(name));
        }
        return struct;
    }

    /// The struct and, by name, all that it refers to: EIP-712's `encodeType`.
    public String encodeType(String name) {
        return reachable(name).stream().map(StructType::signature).collect(Collectors.joining());
    }

    /// A struct and, by name, all that it refers to.
    List<StructType> reachable(String name) {
        var referred = new TreeSet<String>();
        collect(struct(name), referred);
        referred.remove(name);
        return Stream.concat(Stream.of(name), referred.stream())
                .map(this::struct)
                .toList();
    }

    private void collect(StructType struct, Set<String> names) {
        if (!names.add(struct.name())) {
            return;
        }
        for (var member : struct.members()) {
            if (member.type().innermost() instanceof MemberType.Reference(var name)) {
                collect(struct(name), names);
            }
        }
    }

    public Hash32 typeHash(String name) {
        return Keccak.hash(encodeType(name));
    }
}
