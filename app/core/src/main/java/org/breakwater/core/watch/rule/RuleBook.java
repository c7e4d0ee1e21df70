package org.breakwater.core.watch.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The rules of one monitor, those that silence others before them.
///
/// @param rules no two of one name
public record RuleBook(List<Rule> rules) {

    public RuleBook {
        rules = ordered(rules);
    }

    /// Rules that silence each other, in the order in which they do, the first again at the end; empty where none do.
    public static Optional<List<String>> circle(List<Rule> rules) {
        var byName = byName(rules);
        var done = new HashSet<String>();
        for (var rule : rules) {
            var found = circle(rule.name(), byName, new LinkedHashSet<>(), done);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<List<String>> circle(
            String name, Map<String, Rule> byName, Set<String> above, Set<String> done) {
        if (!above.add(name)) {
            var path = new ArrayList<>(above);
            var circle = new ArrayList<>(path.subList(path.indexOf(name), path.size()));
            circle.add(name);
            return Optional.of(circle);
        }
        var rule = byName.get(name);
        if (rule != null && done.add(name)) {
            for (var other : rule.heading().unless()) {
                var found = circle(other, byName, above, done);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        above.remove(name);
        return Optional.empty();
    }

    private static List<Rule> ordered(List<Rule> rules) {
        circle(rules).ifPresent(circle -> {
            throw new IllegalArgumentException("rules silence each other: " + circle);
        });
        var byName = byName(rules);
        var ordered = new LinkedHashSet<Rule>();
        rules.forEach(rule -> add(rule, byName, ordered));
        return List.copyOf(ordered);
    }

    private static void add(Rule rule, Map<String, Rule> byName, Set<Rule> ordered) {
        for (var name : rule.heading().unless()) {
            var other = byName.get(name);
            if (other == null) {
                throw new IllegalArgumentException("no rule is named " + name);
            }
            add(other, byName, ordered);
        }
        ordered.add(rule);
    }

    private static Map<String, Rule> byName(List<Rule> rules) {
        return rules.stream()
                .collect(Collectors.toMap(
                        Rule::name,
                        rule -> rule,
                        (one, _) -> {
                            throw new IllegalArgumentException("two rules are named " + one.name());
                        },
                        LinkedHashMap::new));
    }

    /// Rules of one kind.
    public <R extends Rule> List<R> of(Class<R> kind) {
        return rules.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    public Optional<Rule> find(String name) {
        return rules.stream().filter(rule -> rule.name().equals(name)).findFirst();
    }
}
