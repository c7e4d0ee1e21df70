package org.breakwater.core.typeddata;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.ElementaryType;
import org.breakwater.core.json.JsonDocument;
import org.breakwater.core.json.JsonLimits;
import org.breakwater.core.json.JsonObject;
import org.breakwater.core.json.JsonValue;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Quotation;
import org.breakwater.core.value.WrittenNumber;

/// Reads typed data as applications send it (`eth_signTypedData_v4`): `types`, `primaryType`, `domain`, `message`.
///
/// Nothing is guessed: a field that its type does not have, a missing one, a number as a fraction, bytes of another
/// length, an address with a wrong checksum and a domain that is not the one its type describes are refused with
/// their line. `types` may leave `EIP712Domain` out; then the domain's fields are its type.
public final class TypedDataReader {

    /// How large a document of typed data may be.
    public static final JsonLimits LIMITS = new JsonLimits(1 << 20, 64, 1 << 19, 200_000);

    private static final String DOMAIN_TYPE = TypedDomain.STRUCT;

    private final JsonDocument document;

    private TypedDataReader(JsonDocument document) {
        this.document = document;
    }

    public static TypedData read(JsonDocument document) throws ProblemException {
        return new TypedDataReader(document).typedData();
    }

    private TypedData typedData() throws ProblemException {
        var root = document.object();
        root.only(List.of("types", "primaryType", "domain", "message"));
        var domain = domain(root);
        var types = types(root.object("types"));
        var primaryType = root.text("primaryType");
        var line = root.field("primaryType").line();
        if (primaryType.equals(DOMAIN_TYPE)) {
            throw document.refused(line, "a domain alone is no message");
        }
        var struct = valid(line, "", () -> types.struct(primaryType));
        var message = struct(types, struct, root.field("message"));
        return valid(line, "", () -> new TypedData(domain, types, primaryType, message));
    }

    private TypeTable types(JsonObject types) throws ProblemException {
        var structs = new ArrayList<StructType>();
        for (var name : types.all().keySet()) {
            if (!name.equals(DOMAIN_TYPE)) {
                structs.add(structType(types, name));
            }
        }
        return valid(types.line(), "", () -> new TypeTable(structs));
    }

    private StructType structType(JsonObject types, String name) throws ProblemException {
        var members = new ArrayList<StructType.Member>();
        for (var member : types.objects(name)) {
            member.only(List.of("name", "type"));
            var memberName = member.text("name");
            var type = member.text("type");
            members.add(valid(member.line(), "", () -> new StructType.Member(memberName, MemberType.parse(type))));
        }
        return valid(types.field(name).line(), "", () -> new StructType(name, members));
    }

    private TypedDomain domain(JsonObject root) throws ProblemException {
        var fields = root.object("domain");
        fields.only(TypedDomain.COMPLETE.members().stream()
                .map(StructType.Member::name)
                .toList());
        var name = domainField(fields, "name", json -> text(json, "a text"));
        var version = domainField(fields, "version", json -> text(json, "a text"));
        var chain = domainField(fields, "chainId", json -> number(json, "a number"));
        var contract = domainField(fields, "verifyingContract", json -> Address.parse(text(json, "an address")));
        var salt = domainField(fields, "salt", json -> new Hash32(Bytes.parse(text(json, "32 bytes"))));
        var domain = valid(fields.line(), "", () -> new TypedDomain(name, version, chain, contract, salt));
        requireStatedType(root.object("types"), domain);
        return domain;
    }

    private <T> Optional<T> domainField(JsonObject fields, String name, Function<JsonValue, T> reading)
            throws ProblemException {
        var field = fields.all().get(name);
        return field == null
                ? Optional.empty()
                : Optional.of(valid(field.line(), Quotation.of(name) + ": ", () -> reading.apply(field)));
    }

    private void requireStatedType(JsonObject types, TypedDomain domain) throws ProblemException {
        if (types.all().containsKey(DOMAIN_TYPE)
                && !structType(types, DOMAIN_TYPE).equals(domain.type())) {
            throw document.refused(
                    types.field(DOMAIN_TYPE).line(),
                    "the fields of the domain are not those of its type, in the order of EIP-712");
        }
    }

    private AbiValue value(TypeTable types, MemberType type, String name, JsonValue value) throws ProblemException {
        return switch (type) {
            case MemberType.Elementary(var elementary) -> elementary(elementary, name, value);
            case MemberType.Reference(var struct) -> struct(types, types.struct(struct), value);
            case MemberType.Array array -> {
                if (!(value instanceof JsonValue.Items(var line, var items))) {
                    throw document.refused(value.line(), Quotation.of(name) + " is no list");
                }
                if (!array.mayHold(items.size())) {
                    throw document.refused(line, Quotation.of(name) + " has another length than its type");
                }
                var values = new ArrayList<AbiValue>();
                for (var item : items) {
                    values.add(value(types, array.element(), name, item));
                }
                yield new AbiValue.Items(values);
            }
        };
    }

    private AbiValue struct(TypeTable types, StructType struct, JsonValue value) throws ProblemException {
        var fields = document.object(value);
        fields.only(struct.members().stream().map(StructType.Member::name).toList());
        var values = new ArrayList<AbiValue>();
        for (var member : struct.members()) {
            values.add(value(types, member.type(), member.name(), fields.field(member.name())));
        }
        return new AbiValue.Tuple(values);
    }

    private AbiValue elementary(ElementaryType type, String name, JsonValue json) throws ProblemException {
        return valid(json.line(), Quotation.of(name) + ": ", () -> {
            var value = of(type, json);
            requireType(type, value);
            return value;
        });
    }

    private static void requireType(ElementaryType type, AbiValue value) {
        switch (type) {
            case ElementaryType.DynamicBytes _, ElementaryType.Text _ -> AbiEncoder.content(type, value);
            case ElementaryType _ -> AbiEncoder.word(type, value);
        }
    }

    /// What JSON writes for a value of a type. Whether it lies within the type is not yet known.
    private static AbiValue of(ElementaryType type, JsonValue json) {
        return switch (type) {
            case ElementaryType.Uint _, ElementaryType.Int _ -> new AbiValue.Whole(number(json, type.canonical()));
            case ElementaryType.Bool _ when json instanceof JsonValue.Flag(var _, var flag) -> new AbiValue.Flag(flag);
            case ElementaryType.Address _ -> new AbiValue.Account(Address.parse(text(json, type.canonical())));
            case ElementaryType.FixedBytes _, ElementaryType.DynamicBytes _ ->
                new AbiValue.Binary(Bytes.parse(text(json, type.canonical())));
            case ElementaryType.Text _ -> new AbiValue.Text(text(json, type.canonical()));
            case ElementaryType.Bool _ -> throw new IllegalArgumentException("a bool is true or false");
        };
    }

    private static BigInteger number(JsonValue json, String wanted) {
        return json instanceof JsonValue.Whole(var _, var number) ? number : WrittenNumber.parse(text(json, wanted));
    }

    private static String text(JsonValue json, String wanted) {
        if (json instanceof JsonValue.Text(var _, var text)) {
            return text;
        }
        throw new IllegalArgumentException("expected " + wanted);
    }

    /// Turns a value's own refusal into one that names the line.
    ///
    /// @param before begins the sentence
    private <T> T valid(int line, String before, Supplier<T> making) throws ProblemException {
        try {
            return making.get();
        } catch (IllegalArgumentException refused) {
            throw document.refused(line, before + refused.getMessage());
        }
    }
}
