package org.breakwater.desktop.kit;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.breakwater.core.value.Hash32;

/// The hashes that a signing device shows, in the groups in which a person compares them.
public final class HashCard extends VBox {

    private static final int GROUPS_A_LINE = 8;
    private static final int STRONG_GROUPS = 2;

    /// @param name as the device calls it
    /// @param agreement which routes came to it, or which did not
    /// @param agrees whether all of them did
    public record Entry(String name, Hash32 hash, String agreement, boolean agrees) {}

    public HashCard(List<Entry> entries) {
        getStyleClass().add("hash-card");
        entries.stream().map(HashCard::entry).forEach(getChildren()::add);
        Boxes.markLast(this);
    }

    private static Node entry(Entry entry) {
        var tone = entry.agrees() ? Tone.SUCCESS : Tone.DANGER;
        var name = Boxes.styled(Words.secondary(entry.name()), "medium");
        var agreement = tone.on(Words.caption(entry.agreement()));
        agreement.setGraphic((entry.agrees() ? Icon.CHECK : Icon.STOP).at(Icon.Size.TAG, tone));
        var groups = HexGroups.of(entry.hash().toString());
        var part = new VBox(
                2,
                Boxes.row(8, Tone.DEFAULT.on(name), Boxes.spacer(), agreement),
                line("0x", groups, 0),
                line("  ", groups, GROUPS_A_LINE));
        part.setAccessibleRole(AccessibleRole.TEXT);
        part.setAccessibleText(entry.name() + " " + entry.hash() + ", " + entry.agreement());
        return Boxes.styled(part, "hash-entry");
    }

    private static TextFlow line(String lead, List<String> groups, int from) {
        var line = new TextFlow(HexGroups.run(lead, "muted"));
        for (int i = from; i < from + GROUPS_A_LINE; i++) {
            var strong = i < STRONG_GROUPS || i >= groups.size() - STRONG_GROUPS;
            line.getChildren()
                    .addAll(HexGroups.run(" ", "muted"), HexGroups.run(groups.get(i), strong ? "bold" : "muted"));
        }
        return Boxes.styled(line, "hash-line");
    }
}
