package org.breakwater.cli.comparison;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Every figure of a snapshot, by its place: `pools.3.capital.reserved`.
final class Figures {

    /// One figure.
    ///
    /// @param section `pools`
    /// @param index of the item in the section; 0 where the section is no list
    /// @param path within the item: `capital`, `reserved`
    record Figure(String section, int index, List<String> path, String shown) {

        Figure {
            path = List.copyOf(path);
        }

        @Override
        public String toString() {
            return section + "[" + index + "]." + String.join(".", path);
        }
    }

    private final Map<String, List<Figure>> bySection = new TreeMap<>();

    Figures(JsonNode snapshot) {
        for (var section : snapshot.properties()) {
            if (section.getKey().equals("block") || section.getKey().equals("chainId")) {
                continue;
            }
            var figures = bySection.computeIfAbsent(section.getKey(), _ -> new ArrayList<>());
            if (section.getValue().isArray()) {
                for (int i = 0; i < section.getValue().size(); i++) {
                    collect(
                            figures,
                            section.getKey(),
                            i,
                            List.of(),
                            section.getValue().required(i));
                }
            } else {
                collect(figures, section.getKey(), 0, List.of(), section.getValue());
            }
        }
    }

    private static void collect(List<Figure> figures, String section, int index, List<String> path, JsonNode value) {
        if (value.isObject()) {
            for (var field : value.properties()) {
                collect(figures, section, index, joined(path, field.getKey()), field.getValue());
            }
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                collect(figures, section, index, joined(path, Integer.toString(i)), value.required(i));
            }
        } else {
            figures.add(new Figure(section, index, path, value.asString()));
        }
    }

    private static List<String> joined(List<String> path, String name) {
        return Stream.concat(path.stream(), Stream.of(name)).toList();
    }

    /// Draws figures, as many of each section as there are, the rest from the sections that have more.
    List<Figure> drawn(int count, RandomGenerator random, Predicate<Figure> wanted) {
        var piles = new ArrayList<List<Figure>>();
        for (var figures : bySection.values()) {
            var pile = figures.stream().filter(wanted).collect(Collectors.toCollection(ArrayList::new));
            Collections.shuffle(pile, Random.from(random));
            piles.add(pile);
        }
        var drawn = new ArrayList<Figure>();
        for (int round = 0; drawn.size() < count; round++) {
            var left = false;
            for (var pile : piles) {
                if (round < pile.size() && drawn.size() < count) {
                    drawn.add(pile.get(round));
                    left = true;
                }
            }
            if (!left) {
                return drawn;
            }
        }
        return drawn;
    }
}
