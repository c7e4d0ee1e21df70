package org.breakwater.adapters.ethereum;

import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import org.breakwater.core.value.Word;

/// How a value of one ABI type is encoded, and which Java value it is read as.
sealed interface AbiForm {

    /// Bytes in the head of what it is part of.
    int head();

    /// Whether the head has only the place of the value.
    boolean isDynamic();

    /// @param at where the value itself is
    Object read(AbiBytes in, int at);

    /// A value that is one word.
    record OneWord(WordReader reader) implements AbiForm {

        @Override
        public int head() {
            return Word.LENGTH;
        }

        @Override
        public boolean isDynamic() {
            return false;
        }

        @Override
        public Object read(AbiBytes in, int at) {
            return reader.read(in, at);
        }
    }

    /// `bytes` or `string`.
    record Sized(WordReader reader) implements AbiForm {

        @Override
        public int head() {
            return Word.LENGTH;
        }

        @Override
        public boolean isDynamic() {
            return true;
        }

        @Override
        public Object read(AbiBytes in, int at) {
            return reader.read(in, at);
        }
    }

    /// Reads a value at a place.
    @FunctionalInterface
    interface WordReader {
        Object read(AbiBytes in, int at);
    }

    /// A struct, read as a record.
    ///
    /// @param constructor takes the fields as an array
    record Struct(List<AbiForm> fields, MethodHandle constructor) implements AbiForm {

        public Struct {
            fields = List.copyOf(fields);
        }

        @Override
        public int head() {
            return isDynamic()
                    ? Word.LENGTH
                    : fields.stream().mapToInt(AbiForm::head).sum();
        }

        @Override
        public boolean isDynamic() {
            return fields.stream().anyMatch(AbiForm::isDynamic);
        }

        @Override
        public Object read(AbiBytes in, int at) {
            return Records.construct(constructor, sequence(in, at, fields));
        }
    }

    /// `T[]`, read as a list.
    record Items(AbiForm item) implements AbiForm {

        @Override
        public int head() {
            return Word.LENGTH;
        }

        @Override
        public boolean isDynamic() {
            return true;
        }

        @Override
        public Object read(AbiBytes in, int at) {
            var count = in.size(at);
            var from = at + Word.LENGTH;
            // Every item has a head: a count that is not backed by bytes is refused before anything is made for it.
            in.require(from, Math.multiplyExact(count, item.head()));
            var forms = new ArrayList<AbiForm>(count);
            for (int i = 0; i < count; i++) {
                forms.add(item);
            }
            return List.of(sequence(in, from, forms));
        }
    }

    /// Values one after the other: heads first, then the dynamic ones in the same order without a gap.
    static Object[] sequence(AbiBytes in, int at, List<AbiForm> forms) {
        var values = new Object[forms.size()];
        var head = at;
        var tail = at;
        for (var form : forms) {
            tail += form.head();
        }
        for (int i = 0; i < values.length; i++) {
            var form = forms.get(i);
            if (form.isDynamic()) {
                if (in.size(head) != tail - at) {
                    throw new NotCanonical("a value lies where no contract would put it");
                }
                values[i] = form.read(in, tail);
                tail = in.end();
            } else {
                values[i] = form.read(in, head);
            }
            head += form.head();
        }
        in.end(tail);
        return values;
    }
}
