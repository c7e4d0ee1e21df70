package org.breakwater.core.activity;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import org.breakwater.core.fact.ProtocolFact;

/// An event's fields as the contract named them, with what they hold.
public final class FactFields {

    private FactFields() {}

    /// @param name as in the contract's interface; a field of a structure after the structure's name and a point
    public record Field(String name, Object value) {}

    public static List<Field> of(ProtocolFact fact) {
        var fields = new ArrayList<Field>();
        add("", (Record) fact, fields);
        return List.copyOf(fields);
    }

    private static void add(String prefix, Record record, List<Field> fields) {
        for (var component : record.getClass().getRecordComponents()) {
            var name = prefix + component.getName();
            try {
                var value = component.getAccessor().invoke(record);
                if (value instanceof Record structure && isStructure(structure)) {
                    add(name + ".", structure, fields);
                } else {
                    fields.add(new Field(name, value));
                }
            } catch (IllegalAccessException | InvocationTargetException hidden) {
                throw new IllegalStateException(name + " of an event cannot be read", hidden);
            }
        }
    }

    /// Values of one word are records too; a structure of an event is one of this package's neighbours.
    private static boolean isStructure(Record value) {
        return value.getClass().getPackage().equals(ProtocolFact.class.getPackage());
    }
}
