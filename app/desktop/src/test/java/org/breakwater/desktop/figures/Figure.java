package org.breakwater.desktop.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.PlaceText;

/// A number that a place draws.
///
/// @param name in plain words
/// @param id of the node that draws it
/// @param call what the chain is asked
record Figure(Place place, String name, String id, Call call, Written written) {

    /// How a number is written.
    enum Written {
        /// An amount of a settlement asset, six decimals.
        USDC,
        /// An amount of the voting token, eighteen decimals.
        COVER,
        /// Basis points, as a percentage.
        PERCENT,
        COUNT,
        /// Assets for one share, six decimals.
        SHAREPRICE,
        /// A day, in UTC.
        DATE,
        /// A minute, in UTC.
        DATETIME,
        /// Words: the name of an enumeration's value, or text as it is.
        TEXT
    }

    /// One function of one contract.
    ///
    /// @param number of the contract among those of its name, 0 for the only one
    /// @param path from the answer to the number: names of fields, numbers of items
    record Call(String contract, int number, String function, List<String> arguments, List<String> path) {

        private static final Pattern FORM = Pattern.compile("(\\w+)(?:#(\\d+))?\\.(\\w+)\\(([^)]*)\\)((?:\\.\\w+)*)");

        static Call parse(String text) {
            var matcher = FORM.matcher(text);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("no call: " + text);
            }
            return new Call(
                    matcher.group(1),
                    matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2)),
                    matcher.group(3),
                    arguments(matcher),
                    parts(matcher.group(5)));
        }

        private static List<String> arguments(Matcher matcher) {
            return matcher.group(4).isBlank()
                    ? List.of()
                    : Arrays.stream(matcher.group(4).split(",", -1))
                            .map(String::strip)
                            .toList();
        }

        private static List<String> parts(String path) {
            var parts = new ArrayList<>(List.of(path.split("\\.", -1)));
            parts.removeFirst();
            return List.copyOf(parts);
        }
    }

    /// @param line place, name, id, call and how it is written, with tabs between
    static Figure parse(String line) {
        var fields = line.split("\t", -1);
        if (fields.length != 5) {
            throw new IllegalArgumentException("not five fields: " + line);
        }
        return new Figure(
                PlaceText.parse(fields[0]).orElseThrow(() -> new IllegalArgumentException("no place: " + line)),
                fields[1],
                fields[2],
                Call.parse(fields[3]),
                Written.valueOf(fields[4].strip().toUpperCase(Locale.ROOT)));
    }
}
