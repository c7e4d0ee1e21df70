package org.breakwater.core.calendar;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads a calendar file as RFC 5545 writes it, by nothing but its rules: every line ends with CR LF and has at most 75
/// octets of whole characters, folded lines are joined, components nest, texts are unescaped.
final class ReadCalendar {

    /// @param properties of a component, in their order
    record Component(String name, Map<String, String> properties, List<Component> inside) {
        String text(String property) {
            return unescaped(properties.getOrDefault(property, ""));
        }
    }

    private ReadCalendar() {}

    static Component of(byte[] file) {
        var open = new ArrayDeque<Component>();
        for (var line : unfolded(file)) {
            var colon = line.indexOf(':');
            require(colon > 0, "a name: " + line);
            var name = line.substring(0, colon);
            var value = line.substring(colon + 1);
            require(name.chars().allMatch(one -> one == '-' || Character.isLetterOrDigit(one)), "a name: " + name);
            switch (name) {
                case "BEGIN" -> open.push(new Component(value, new LinkedHashMap<>(), new ArrayList<>()));
                case "END" -> {
                    var closed = open.pop();
                    require(closed.name().equals(value), "components nest");
                    if (open.isEmpty()) {
                        return closed;
                    }
                    open.element().inside().add(closed);
                }
                default ->
                    require(open.element().properties().put(name, value) == null, "a property stands once: " + name);
            }
        }
        throw new IllegalArgumentException("the calendar does not end");
    }

    private static List<String> unfolded(byte[] file) {
        var lines = new ArrayList<String>();
        for (var line : physical(file)) {
            var words = new String(line, StandardCharsets.UTF_8);
            require(Arrays.equals(words.getBytes(StandardCharsets.UTF_8), line), "a line is whole characters");
            if (words.startsWith(" ")) {
                lines.add(lines.removeLast() + words.substring(1));
            } else {
                lines.add(words);
            }
        }
        return lines;
    }

    private static List<byte[]> physical(byte[] file) {
        var lines = new ArrayList<byte[]>();
        var from = 0;
        for (var at = 0; at < file.length; at++) {
            if (file[at] == '\n') {
                require(at > from && file[at - 1] == '\r', "a line ends with CR LF");
                var line = Arrays.copyOfRange(file, from, at - 1);
                require(line.length <= 75, "a line has at most 75 octets, not " + line.length);
                lines.add(line);
                from = at + 1;
            }
        }
        require(from == file.length, "the last line ends as well");
        return lines;
    }

    private static String unescaped(String value) {
        var text = new StringBuilder();
        var escaped = false;
        for (var at = 0; at < value.length(); at++) {
            var one = value.charAt(at);
            if (escaped) {
                text.append(meant(one));
                escaped = false;
            } else if (one == '\\') {
                escaped = true;
            } else {
                require(one != ';' && one != ',', "these are escaped in a text: " + value);
                text.append(one);
            }
        }
        require(!escaped, "an escape is whole: " + value);
        return text.toString();
    }

    private static char meant(char escaped) {
        return switch (escaped) {
            case 'n', 'N' -> '\n';
            case '\\', ';', ',' -> escaped;
            default -> throw new IllegalArgumentException("no escape: " + escaped);
        };
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
