package org.breakwater.desktop.kit;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.breakwater.desktop.l10n.Numbers;

/// The votes that count towards a quorum, with the quorum as a tick.
public final class QuorumBar extends VBox {

    private static final double THICKNESS = 8;
    private static final double TICK = 2;
    private static final double OVERHANG = 3;
    private static final double QUORUM_AT = 0.75;

    /// A choice whose votes count, in whole tokens.
    public record Counted(String choice, BigInteger votes) {}

    private QuorumBar(String spoken) {
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
        setAccessibleText(spoken);
        getStyleClass().add("quorum-bar");
        setFillWidth(true);
    }

    /// With the choices in words above and what is missing below.
    ///
    /// @param counted the choices that count, the first one in the colour of acting
    /// @param quorum how many votes are needed, in whole tokens
    public static QuorumBar full(List<Counted> counted, BigInteger quorum) {
        var choices = counted.stream()
                .map(choice -> choice.choice() + " " + Numbers.count(choice.votes()))
                .collect(Collectors.joining(", "));
        var missing = missing(counted, quorum);
        var bar = new QuorumBar("Quorum: " + choices + " of " + Numbers.count(quorum) + ". " + missing);
        bar.getChildren()
                .addAll(
                        Boxes.row(8, plain(capitalised(choices)), Boxes.spacer(), plain("of " + Numbers.count(quorum))),
                        Boxes.padded(new VBox(track(counted, quorum)), OVERHANG + 5, 0, OVERHANG + 3, 0),
                        Words.secondary(missing + " The tick is the quorum."));
        return bar;
    }

    /// The bar alone, for rows; what it says is read out.
    public static QuorumBar inRow(List<Counted> counted, BigInteger quorum) {
        var bar = new QuorumBar("Quorum: " + Numbers.count(total(counted)) + " of " + Numbers.count(quorum));
        bar.getChildren().add(track(counted, quorum));
        return bar;
    }

    /// A case whose split stays hidden until the person has voted.
    public static QuorumBar hidden() {
        var sentence = "How others voted is hidden until you vote, so that nobody follows the first.";
        var bar = new QuorumBar(sentence);
        bar.getChildren()
                .addAll(
                        Boxes.padded(new VBox(new Track(THICKNESS)), OVERHANG, 0, OVERHANG + 3, 0),
                        Words.wrapped(Words.secondary(sentence)));
        return bar;
    }

    static String missing(List<Counted> counted, BigInteger quorum) {
        var left = quorum.subtract(total(counted));
        return left.signum() > 0 ? Numbers.count(left) + " more needed." : "The quorum is met.";
    }

    private static Track track(List<Counted> counted, BigInteger quorum) {
        var total = total(counted);
        var fill = Fractions.of(total, quorum.max(BigInteger.ONE)) * QUORUM_AT;
        var shrink = fill > 1 ? 1 / fill : 1;
        var track = new Track(THICKNESS);
        double from = 0;
        for (int i = 0; i < counted.size(); i++) {
            var to = from + Fractions.of(counted.get(i).votes(), quorum.max(BigInteger.ONE)) * QUORUM_AT * shrink;
            track.part(from, to, "bar", i == 0 ? "accent" : "neutral");
            from = to;
        }
        return track.mark(QUORUM_AT * shrink, TICK, OVERHANG, "limit-mark");
    }

    private static BigInteger total(List<Counted> counted) {
        return counted.stream().map(Counted::votes).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static Label plain(String words) {
        var label = Words.secondary(words);
        label.getStyleClass().remove("muted");
        return label;
    }

    private static String capitalised(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
