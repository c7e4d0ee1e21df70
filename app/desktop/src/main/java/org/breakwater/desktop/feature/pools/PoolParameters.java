package org.breakwater.desktop.feature.pools;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.breakwater.desktop.feature.pools.PoolDetail.ParameterRow;
import org.breakwater.desktop.feature.pools.PoolDetail.Pending;
import org.breakwater.desktop.feature.pools.PoolDetail.Where;
import org.breakwater.desktop.kit.BoundsTrack;
import org.breakwater.desktop.kit.BoundsTrack.Bounds;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.kit.table.Column;
import org.breakwater.desktop.kit.table.DataTable;
import org.breakwater.desktop.kit.table.Density;
import org.breakwater.desktop.l10n.ParameterWords;
import org.breakwater.desktop.l10n.Terms;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.place.Surroundings;

/// The parameters in force for a pool: its own first, then those of its kind, of the levels, of its asset, of all
/// pools.
final class PoolParameters {

    private final Surroundings around;
    private final ObservableValue<PoolDetail> pool;

    PoolParameters(Surroundings around, ObservableValue<PoolDetail> pool) {
        this.around = around;
        this.pool = pool;
    }

    Node node() {
        var table = table();
        var listed = new PoolTableBar.Listed<>(
                "parameters", PoolParameters::sentence, PoolParameters::rows, ParameterRow::id);
        var propose = new Link("Propose a change", () -> around.router().go(Place.Composition.anew()));
        return new VBox(new PoolTableBar(around, pool, table, listed, propose), Boxes.growing(table));
    }

    private static List<ParameterRow> rows(PoolDetail detail) {
        return detail.parameters().value().orElse(List.of());
    }

    private static String sentence(PoolDetail detail) {
        return detail.parameters().value().isEmpty()
                ? detail.parameters().problem()
                : "Shaded: the largest step that one proposal may ask for. A change waits for its delay;"
                        + " one in the safer direction can be made at once where the protocol allows it.";
    }

    private DataTable<ParameterRow> table() {
        List<Column<ParameterRow>> columns = List.of(
                Column.<ParameterRow>name("Parameter", 170, ParameterRow::name).growing(),
                Column.<ParameterRow>muted("Holds for", 124, PoolParameters::scope)
                        .sortedBy(Comparator.comparing(ParameterRow::where)),
                Column.<ParameterRow>drawn("In force", 116, this::value, this::valueLabel)
                        .alignedRight()
                        .identified(this::id),
                Column.<ParameterRow>drawn("Bounds", 300, this::bounds, this::track),
                Column.<ParameterRow>drawn("Largest step", 110, this::step, row -> number(step(row)))
                        .alignedRight(),
                Column.<ParameterRow>words("Delay", 76, PoolParameters::delay)
                        .sortedBy(Comparator.comparingLong(row -> row.spec().minDelay())),
                Column.<ParameterRow>muted(
                        "Safer", 76, row -> Terms.of(row.spec().safe())),
                Column.<ParameterRow>drawn("Pending", 120, this::pending, this::pendingLink));
        return new DataTable<>(
                "Parameters in force", Density.CARD, columns, FXCollections.observableArrayList(rows(pool.getValue())));
    }

    private String id(ParameterRow row) {
        var scope = row.where() == Where.LEVEL ? "-" + row.scope().toLowerCase(Locale.ROOT) : "";
        return "pool-" + pool.getValue().row().id() + "-parameter-"
                + ParameterWords.key(row.key())
                        .map(key -> key.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .orElse(row.key().toString())
                + scope;
    }

    private String write(ParameterRow row, BigInteger value) {
        return ParameterWords.plain(row.key(), row.spec().unit(), value);
    }

    private String value(ParameterRow row) {
        return write(row, row.value());
    }

    private Node valueLabel(ParameterRow row) {
        var label = Words.strong(value(row));
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    private static String scope(ParameterRow row) {
        if (row.own()) {
            return row.scope();
        }
        return switch (row.where()) {
            case POOL -> "every pool";
            case KIND -> "every kind";
            case ADDRESS -> "every asset";
            case LEVEL, GLOBAL -> row.scope();
        };
    }

    private static Label number(String words) {
        var label = Words.body(words);
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    private String bounds(ParameterRow row) {
        return write(row, row.spec().min()) + " to " + write(row, row.spec().max());
    }

    private Node track(ParameterRow row) {
        var spec = row.spec();
        var least = Words.caption(write(row, spec.min()));
        var most = Words.caption(write(row, spec.max()));
        least.setMinWidth(88);
        most.setMinWidth(100);
        least.setAlignment(Pos.CENTER_RIGHT);
        var track = new BoundsTrack(
                new Bounds(spec.min(), spec.max(), row.step()),
                row.value(),
                row.pending().map(Pending::value));
        track.setMinWidth(70);
        return Boxes.row(6, least, Boxes.growing(track), most);
    }

    private String step(ParameterRow row) {
        return "± " + ParameterWords.plainDifference(row.spec().unit(), row.step());
    }

    private static String delay(ParameterRow row) {
        return row.spec().minDelay() == 0
                ? "none"
                : Times.duration(Duration.ofSeconds(row.spec().minDelay()));
    }

    private String pending(ParameterRow row) {
        return row.pending()
                .map(change -> "change " + change.changeId() + " to " + write(row, change.value()))
                .orElse("");
    }

    private Node pendingLink(ParameterRow row) {
        Optional<Node> link = row.pending()
                .map(change -> new Link(
                        "to " + write(row, change.value()),
                        () -> around.router().go(new Place.ParameterChange(change.changeId()))));
        return link.or(() -> propose(row)).orElseGet(() -> Words.muted(""));
    }

    /// Nothing for a parameter that this program has no words for.
    private Optional<Node> propose(ParameterRow row) {
        return ParameterWords.key(row.key()).map(_ -> {
            var link = new Link(
                    "Propose…",
                    () -> around.router()
                            .go(new Place.ParameterProposal(row.key(), row.at().encoded())));
            link.setAccessibleText("Propose a change of " + row.name() + " for " + row.scope());
            return link;
        });
    }
}
