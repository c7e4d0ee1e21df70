package org.breakwater.desktop.kit.table;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.core.value.TokenAmount;
import org.breakwater.desktop.kit.AddressChip;
import org.breakwater.desktop.kit.AddressLabel;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;

/// A column: what its head says, how a row looks in it, and the plain text of that for export and for those who listen.
///
/// @param head the words of the head; a shared unit stands here
/// @param width in pixels at a text size of 100 %; what is left over goes to the growing column
/// @param numeric numbers stand right, words left
/// @param grows whether it takes the room that is left
/// @param text the plain text
/// @param draw the node that is shown
/// @param order how rows are sorted by it, if they can be
/// @param total what the total row says under it; may be empty
public record Column<R>(
        String head,
        double width,
        boolean numeric,
        boolean grows,
        Function<R, String> text,
        Function<R, Node> draw,
        Optional<Comparator<R>> order,
        String total) {

    /// Words. What does not fit ends in an ellipsis and is whole in the tooltip.
    public static <R> Column<R> words(String head, double width, Function<R, String> text) {
        return ofWords(head, width, text, Words::body);
    }

    /// The name of the row's thing.
    public static <R> Column<R> name(String head, double width, Function<R, String> text) {
        return ofWords(head, width, text, Words::name);
    }

    /// Words that matter less.
    public static <R> Column<R> muted(String head, double width, Function<R, String> text) {
        return ofWords(head, width, text, Words::muted);
    }

    private static <R> Column<R> ofWords(
            String head, double width, Function<R, String> text, Function<String, Label> style) {
        Comparator<R> order = Comparator.comparing(text, String.CASE_INSENSITIVE_ORDER);
        return new Column<>(
                head, width, false, false, text, row -> explained(style, text.apply(row)), Optional.of(order), "");
    }

    private static Label explained(Function<String, Label> style, String words) {
        var label = style.apply(words);
        label.setTooltip(new Tooltip(words));
        return label;
    }

    /// Amounts of one asset, whose unit stands in the head; the tooltip has every digit.
    public static <R> Column<R> amount(
            String head, double width, Rounding rounding, Function<R, Optional<TokenAmount>> amount) {
        Function<R, String> text = row ->
                amount.apply(row).map(value -> Numbers.amount(value, rounding)).orElse(Numbers.MISSING);
        return new Column<>(
                head,
                width,
                true,
                false,
                text,
                row -> {
                    var label = number(text.apply(row));
                    amount.apply(row).ifPresent(value -> label.setTooltip(new Tooltip(Numbers.exact(value))));
                    return label;
                },
                Optional.of(missingLast(row -> amount.apply(row).map(TokenAmount::units))),
                "");
    }

    /// Ratios that are compared with a limit.
    public static <R> Column<R> ratio(String head, double width, Function<R, Optional<BasisPoints>> ratio) {
        return number(
                head,
                width,
                row -> ratio.apply(row).map(BasisPoints::value),
                value -> Numbers.ratio(new BasisPoints(value)));
    }

    /// Rates and parameters, to the last basis point.
    public static <R> Column<R> percent(String head, double width, Function<R, Optional<BasisPoints>> value) {
        return number(
                head,
                width,
                row -> value.apply(row).map(BasisPoints::value),
                number -> Numbers.percent(new BasisPoints(number)));
    }

    public static <R> Column<R> count(String head, double width, Function<R, Optional<BigInteger>> count) {
        return number(head, width, count, Numbers::count);
    }

    private static <R> Column<R> number(
            String head, double width, Function<R, Optional<BigInteger>> value, Function<BigInteger, String> write) {
        Function<R, String> text = row -> value.apply(row).map(write).orElse(Numbers.MISSING);
        return new Column<>(
                head, width, true, false, text, row -> number(text.apply(row)), Optional.of(missingLast(value)), "");
    }

    private static Label number(String text) {
        var label = Words.body(text);
        label.setMinWidth(Label.USE_PREF_SIZE); // a cut number would be another number
        return label;
    }

    private static <R> Comparator<R> missingLast(Function<R, Optional<BigInteger>> value) {
        return Comparator.comparing(
                row -> value.apply(row).orElse(null), Comparator.nullsLast(Comparator.naturalOrder()));
    }

    public static <R> Column<R> address(String head, double width, Function<R, AddressLabel> address) {
        return drawn(
                head,
                width,
                row -> address.apply(row).address().toString(),
                row -> new AddressChip(address.apply(row)));
    }

    /// Anything else: a tag, a bar, several things.
    public static <R> Column<R> drawn(String head, double width, Function<R, String> text, Function<R, Node> draw) {
        return new Column<>(head, width, false, false, text, draw, Optional.empty(), "");
    }

    public Column<R> alignedRight() {
        return new Column<>(head, width, true, grows, text, draw, order, total);
    }

    public Column<R> growing() {
        return new Column<>(head, width, numeric, true, text, draw, order, total);
    }

    public Column<R> sortedBy(Comparator<R> newOrder) {
        return new Column<>(head, width, numeric, grows, text, draw, Optional.of(newOrder), total);
    }

    /// Gives what is drawn for a row an id, by which a test finds it.
    public Column<R> identified(Function<R, String> id) {
        Function<R, Node> named = row -> {
            var node = draw.apply(row);
            node.setId(id.apply(row));
            return node;
        };
        return new Column<>(head, width, numeric, grows, text, named, order, total);
    }

    public Column<R> withTotal(String words) {
        return new Column<>(head, width, numeric, grows, text, draw, order, words);
    }
}
