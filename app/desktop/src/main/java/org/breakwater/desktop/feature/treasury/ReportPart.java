package org.breakwater.desktop.feature.treasury;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.breakwater.core.follow.Known;
import org.breakwater.core.report.MakeReport;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.event.EventNames;
import org.breakwater.desktop.feature.treasury.ReportViewModel.Form;
import org.breakwater.desktop.feature.treasury.ReportViewModel.Threads;
import org.breakwater.desktop.fx.Attempt;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.place.Surroundings;
import org.breakwater.desktop.place.YearThreads;
import org.jspecify.annotations.Nullable;

/// The report of a month: the button in the heading, and the panel that it opens under it.
final class ReportPart {

    private final Surroundings around;
    private final ReportViewModel model;

    ReportPart(Surroundings around) {
        this.around = around;
        this.model = new ReportViewModel(
                around.reporting(),
                around.background(),
                new Threads(YearThreads.EXECUTOR, YearThreads.count()),
                around.saving(),
                known -> EventNames.of(known, around::name, around.texts()).alerts());
    }

    Subscription follow(ObservableValue<Loadable<Known>> known) {
        return model.follow(known);
    }

    Button button() {
        var button = Buttons.small(Buttons.plain(
                Icon.FILE_TEXT, "Report…", () -> model.open().set(!model.open().get())));
        button.setId("treasury-report");
        return button;
    }

    Node panel() {
        var holder = new VBox();
        Shown.following(
                holder, model.open(), isOpen -> holder.getChildren().setAll(isOpen ? List.of(opened()) : List.of()));
        return holder;
    }

    private Node opened() {
        var box = new ComboBox<YearMonth>();
        box.setId("report-month");
        box.setAccessibleText("Month of the report");
        box.setMinWidth(ComboBox.USE_PREF_SIZE);
        Shown.following(box, model.months(), months -> {
            box.setConverter(new Names(months.stream().findFirst()));
            box.getItems().setAll(months);
            model.month().get().ifPresent(box.getSelectionModel()::select);
        });
        var truth = Words.wrapped(Words.secondary(""));
        truth.setId("report-truth");
        box.valueProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.month().set(Optional.of(chosen));
            }
        });
        Shown.following(truth, model.month(), _ -> truth.setText(model.truth()));
        var row = Boxes.row(
                8,
                Words.strong("Report of"),
                box,
                act("Save PDF…", "report-pdf", Form.PDF),
                act("Save CSV…", "report-csv", Form.CSV),
                cancel(),
                Boxes.growing(said()),
                Buttons.small(Buttons.icon(
                        Icon.X, "Close the report", () -> model.open().set(false))));
        return TreasurySection.of(new VBox(6, row, truth));
    }

    private Button act(String words, String id, Form form) {
        var button = Buttons.small(Buttons.plain(words, () -> model.make(form)));
        button.setId(id);
        button.disableProperty().bind(model.running());
        return button;
    }

    private Button cancel() {
        var cancel = Buttons.small(Buttons.flat("Cancel", model::cancel));
        cancel.setId("report-cancel");
        cancel.visibleProperty().bind(model.running());
        cancel.managedProperty().bind(model.running());
        return cancel;
    }

    private Node said() {
        var words = Words.wrapped(Words.secondary(""));
        words.setId("report-said");
        Shown.following(words, around.now(), _ -> progress(words));
        Shown.following(words, model.running(), _ -> progress(words));
        Shown.following(words, model.result(), came -> {
            words.setText(came.map(ReportPart::said).orElse(""));
            var tone = came.map(ReportPart::tone).orElse(Tone.MUTED);
            tone.on(words);
        });
        return words;
    }

    /// How far the one has come that is being made.
    private void progress(Label words) {
        if (model.running().get()) {
            words.setText(
                    model.reached() == 0
                            ? "The past is gone through…"
                            : Numbers.count(model.reached()) + " of " + Numbers.count(MakeReport.YEARS)
                                    + " years gone through");
        }
    }

    private static String said(Attempt<String> came) {
        return switch (came) {
            case Attempt.Done<String>(var words) -> words;
            case Attempt.Refused<String>(var problem) -> problem.toString();
        };
    }

    private static Tone tone(Attempt<String> came) {
        return came instanceof Attempt.Done<String> ? Tone.SUCCESS : Tone.DANGER;
    }

    /// `October 2026`, and of the one that runs that it does.
    private static final class Names extends StringConverter<YearMonth> {

        private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

        private static final String NOT_OVER = ", not over";

        private final Optional<YearMonth> running;

        Names(Optional<YearMonth> running) {
            this.running = running;
        }

        @Override
        public String toString(@Nullable YearMonth month) {
            if (month == null) {
                return "";
            }
            return FORMAT.format(month) + (running.equals(Optional.of(month)) ? NOT_OVER : "");
        }

        @Override
        public YearMonth fromString(String words) {
            return YearMonth.parse(words.replace(NOT_OVER, ""), FORMAT);
        }
    }
}
