package org.breakwater.desktop.feature.policies;

import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import org.breakwater.core.follow.Known;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.table.Column;
import org.breakwater.desktop.navigation.Place.PolicyList;

/// One of the lists that are short enough to be held whole: what its rows are, and what the detail of one says.
///
/// @param list which
/// @param things what the rows are, in the plural: "series"
/// @param prompt what can be looked for
/// @param rows of what is known; called beside the toolkit's thread
/// @param key what a row is about, whatever its figures
/// @param words what a search looks through
/// @param sorted the column that orders it at first
/// @param less columns that are left out beside a detail, which has their figures too
/// @param kind what the detail says it is
/// @param title what the detail says it comes to
/// @param sections of the detail
record RecordList<R>(
        PolicyList list,
        String things,
        String prompt,
        Function<Known, List<R>> rows,
        Function<R, String> key,
        Function<R, String> words,
        List<Column<R>> columns,
        int sorted,
        List<Integer> less,
        Icon icon,
        Function<R, String> kind,
        Function<R, String> title,
        Function<R, List<Node>> sections) {}
