package org.breakwater.desktop.kit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.layout.VBox;

/// Checks, worst first. What passed is one line that says how many; it opens on demand.
public final class CheckList extends VBox {

    /// How many that passed are named before the list is opened.
    private static final int MOST_NAMED = 6;

    private final List<Check> passed;

    public CheckList(List<Check> checks) {
        getStyleClass().add("check-list");
        passed = checks.stream().filter(CheckList::passes).toList();
        checks.stream()
                .filter(check -> !passes(check))
                .sorted(Comparator.comparing(Check::severity))
                .map(CheckRow::new)
                .forEach(getChildren()::add);
        if (passed.size() == 1) {
            getChildren().add(new CheckRow(passed.getFirst()));
        } else if (!passed.isEmpty()) {
            getChildren().add(new CheckRow(summary()));
        }
        Boxes.markLast(this);
    }

    private static boolean passes(Check check) {
        return check.severity() == Severity.PASSED;
    }

    private Check summary() {
        var more = passed.size() - MOST_NAMED;
        var names = passed.stream().map(Check::sentence).limit(MOST_NAMED).collect(Collectors.joining(", "))
                + (more > 0 ? ", and " + more + " more" : "");
        return new Check(
                Severity.PASSED, passed.size() + " passed", names, Optional.of(new Check.Act("Show", this::open)));
    }

    private void open() {
        getChildren().removeLast();
        passed.stream().map(CheckRow::new).forEach(getChildren()::add);
        Boxes.markLast(this);
    }
}
