package org.breakwater.core.typeddata;

import java.util.ArrayList;
import java.util.List;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.json.JsonValue;
import org.breakwater.core.json.WrittenObject;

/// Writes typed data as signers take it (`eth_signTypedData_v4`), all that is signed and nothing else. Numbers are
/// texts
/// of decimal digits, since many programs read a JSON number as a fraction. {@link TypedDataReader} reads it back.
public final class TypedDataWriter {

    private final TypeTable types;

    private TypedDataWriter(TypeTable types) {
        this.types = types;
    }

    public static JsonValue.Fields write(TypedData data) {
        var domain = data.domain().type();
        var types = new WrittenObject().items(domain.name(), members(domain));
        for (var struct : data.types().reachable(data.primaryType())) {
            types.items(struct.name(), members(struct));
        }
        return new WrittenObject()
                .with("types", types.value())
                .text("primaryType", data.primaryType())
                .with(
                        "domain",
                        new TypedDataWriter(new TypeTable(domain))
                                .struct(domain, data.domain().value()))
                .with(
                        "message",
                        new TypedDataWriter(data.types())
                                .struct(data.types().struct(data.primaryType()), data.message()))
                .value();
    }

    private static List<JsonValue> members(StructType struct) {
        return struct.members().stream()
                .<JsonValue>map(member -> new WrittenObject()
                        .text("name", member.name())
                        .text("type", member.type().canonical())
                        .value())
                .toList();
    }

    private JsonValue struct(StructType struct, AbiValue value) {
        if (!(value instanceof AbiValue.Tuple(var values))) {
            throw new IllegalArgumentException("no value of the struct " + struct.name());
        }
        var fields = new WrittenObject();
        for (int i = 0; i < values.size(); i++) {
            var member = struct.members().get(i);
            fields.with(member.name(), value(member.type(), values.get(i)));
        }
        return fields.value();
    }

    private JsonValue value(MemberType type, AbiValue value) {
        return switch (value) {
            case AbiValue.Whole(var number) -> WrittenObject.textValue(number.toString());
            case AbiValue.Flag(var flag) -> new JsonValue.Flag(1, flag);
            case AbiValue.Account(var address) -> WrittenObject.textValue(address.toString());
            case AbiValue.Binary(var bytes) -> WrittenObject.textValue(bytes.toHex());
            case AbiValue.Text(var text) -> WrittenObject.textValue(text);
            case AbiValue.Items(var items) -> {
                var written = new ArrayList<JsonValue>();
                for (var item : items) {
                    written.add(value(((MemberType.Array) type).element(), item));
                }
                yield new JsonValue.Items(1, written);
            }
            case AbiValue.Tuple _ -> struct(types.struct(((MemberType.Reference) type).name()), value);
        };
    }
}
