package org.breakwater.core.typeddata;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.breakwater.core.abi.ElementaryType;
import org.breakwater.core.value.Quotation;

/// A struct: its name and its members in order.
public record StructType(String name, List<Member> members) {

    private static final int MOST_NAME = 200;

    /// A member of a struct.
    public record Member(String name, MemberType type) {

        public Member {
            requireIdentifier(name);
        }
    }

    public StructType {
        requireName(name);
        members = List.copyOf(members);
        var names = new HashSet<String>();
        for (var member : members) {
            if (!names.add(member.name())) {
                throw new IllegalArgumentException(name + " has two members " + Quotation.of(member.name()));
            }
        }
    }

    /// The struct by itself as EIP-712's `encodeType` writes it: `Mail(Person from,Person to,string contents)`.
    String signature() {
        return members.stream()
                .map(member -> member.type().canonical() + " " + member.name())
                .collect(Collectors.joining(",", name + "(", ")"));
    }

    /// Passes on what may name a struct.
    static String requireName(String name) {
        requireIdentifier(name);
        // uint, int, byte, uint7 … look like elementary types and are none: hashed as structs they would deceive.
        if (ElementaryType.named(name).isPresent() || name.matches("(u?int|bytes?|u?fixed)[0-9x]*|function")) {
            throw new IllegalArgumentException(Quotation.of(name) + " may not name a struct");
        }
        return name;
    }

    private static void requireIdentifier(String name) {
        if (name.length() > MOST_NAME || !name.matches("[a-zA-Z_$][a-zA-Z0-9_$]*")) {
            throw new IllegalArgumentException("no name: " + Quotation.of(name));
        }
    }
}
