package org.breakwater.desktop.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.breakwater.core.value.Address;

/// Hex digits in groups of four, as a person compares them.
public final class HexGroups {

    private static final int DIGITS = 4;

    private HexGroups() {}

    /// The groups after `0x`.
    static List<String> of(String hex) {
        var groups = new ArrayList<String>();
        for (int i = 2; i < hex.length(); i += DIGITS) {
            groups.add(hex.substring(i, Math.min(hex.length(), i + DIGITS)));
        }
        return groups;
    }

    /// An address in one line; groups that differ from another address are marked.
    public static TextFlow compared(Address address, Address other) {
        var groups = of(address.toString());
        var others = of(other.toString());
        return line(groups, i -> groups.get(i).equalsIgnoreCase(others.get(i)) ? "" : "hold");
    }

    static TextFlow plain(Address address) {
        return line(of(address.toString()), _ -> "");
    }

    private static TextFlow line(List<String> groups, IntFunction<String> style) {
        var flow = Boxes.styled(new TextFlow(run("0x", "")), "hex-line");
        for (int i = 0; i < groups.size(); i++) {
            flow.getChildren().addAll(run(" ", ""), run(groups.get(i), style.apply(i)));
        }
        flow.setMinWidth(TextFlow.USE_PREF_SIZE);
        return flow;
    }

    static Text run(String text, String style) {
        var run = Boxes.styled(new Text(text), "run", "mono");
        if (!style.isEmpty()) {
            run.getStyleClass().add(style);
        }
        if (style.equals("hold")) {
            run.getStyleClass().add("strong");
        }
        return run;
    }
}
