package org.breakwater.desktop.feature.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.breakwater.core.compose.Template;
import org.breakwater.desktop.feature.compose.ComposePage.TemplateRow;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.RowList;
import org.breakwater.desktop.kit.RowList.Entry;
import org.breakwater.desktop.kit.SearchBox;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;

/// The templates at the left: one begins a call.
final class TemplateColumn {

    /// What can be begun: a call from a template, or calls from a file of the Transaction Builder.
    sealed interface Start {
        record Call(Template template) implements Start {}

        record Import() implements Start {}
    }

    private final ComposeViewModel model;
    private final Runnable importing;
    private final RowList<Start> list;
    private final SearchBox search;

    TemplateColumn(ComposeViewModel model, Runnable importing) {
        this.model = model;
        this.importing = importing;
        this.list = new RowList<>("Templates", _ -> {}, this::begin);
        this.search = new SearchBox(Icon.FILTER, "Filter", "/", model::filter);
    }

    void filter() {
        search.input().requestFocus();
    }

    private void begin(Start start) {
        switch (start) {
            case Start.Call(var template) -> model.begin(template);
            case Start.Import() -> importing.run();
        }
    }

    Node node(ObservableValue<ComposePage> page) {
        var count = Words.secondary("");
        Shown.following(
                count,
                page,
                read -> count.setText(Numbers.count(read.templates().size() + 1L)));
        var heading = Boxes.row(8, Words.section("Templates"), Boxes.spacer(), count);
        var column = new VBox(
                Boxes.styled(heading, "compose-heading"),
                Boxes.padded(new VBox(search), 0, 14, 6, 14),
                Boxes.growing(list));
        search.input().setOnAction(_ -> {
            beginFirst(page.getValue());
            search.input().clear();
        });
        Shown.following(column, page, _ -> show(page.getValue()));
        Shown.following(column, model.filter(), _ -> show(page.getValue()));
        Shown.following(column, model.revision(), _ -> show(page.getValue()));
        return Boxes.styled(column, "template-column");
    }

    private void show(ComposePage page) {
        var words = model.filter().get().strip().toLowerCase(Locale.ROOT);
        var entries = new ArrayList<Entry<Start>>();
        for (var group : Template.Group.values()) {
            var rows = page.templates().stream()
                    .filter(row -> row.template().group() == group)
                    .filter(row -> matches(row.template().title(), group.title(), words))
                    .map(this::entry)
                    .toList();
            var imports = group == Template.Group.ANYTHING && matches("Import a batch file", group.title(), words)
                    ? List.of(row(new Start.Import(), Icon.UPLOAD, "Import a batch file", "", true))
                    : List.<Entry<Start>>of();
            if (!rows.isEmpty() || !imports.isEmpty()) {
                entries.add(new Entry.Heading<>(Words.secondary(group.title())));
                entries.addAll(rows);
                entries.addAll(imports);
            }
        }
        list.show(entries);
        list.mark(page.form().map(form -> new Start.Call(form.template())));
    }

    private static boolean matches(String title, String group, String words) {
        return (title + " " + group).toLowerCase(Locale.ROOT).contains(words);
    }

    private Entry<Start> entry(TemplateRow row) {
        return row(
                new Start.Call(row.template()),
                icon(row.template()),
                row.template().title(),
                row.note(),
                row.possible());
    }

    private Entry<Start> row(Start start, Icon icon, String title, String note, boolean possible) {
        var words = possible ? Words.body(title) : Words.muted(title);
        var trailing = Words.caption(note);
        trailing.setMinWidth(Region.USE_PREF_SIZE);
        var content = Boxes.row(8, icon.at(Icon.Size.BUTTON, Tone.MUTED), Boxes.growing(words), trailing);
        words.setMaxWidth(Double.MAX_VALUE);
        content.setOnMouseClicked(_ -> begin(start));
        return new Entry.Row<>(start, content, title + (note.isEmpty() ? "" : ", " + note), List.of("template-row"));
    }

    /// Begins the first template that the filter leaves.
    private void beginFirst(ComposePage page) {
        var words = model.filter().get().strip().toLowerCase(Locale.ROOT);
        first(page, words).ifPresent(model::begin);
    }

    private static Optional<Template> first(ComposePage page, String words) {
        return page.templates().stream()
                .map(TemplateRow::template)
                .filter(template -> matches(template.title(), template.group().title(), words))
                .findFirst();
    }

    static Icon icon(Template template) {
        return switch (template) {
            case TIGHTEN_NOW -> Icon.SHIELD;
            case PROPOSE_CHANGE -> Icon.SLIDERS;
            case EXECUTE_CHANGE, EXECUTE_SCHEDULED -> Icon.PLAY;
            case CANCEL_CHANGE, CANCEL_SCHEDULED -> Icon.X_CIRCLE;
            case DECIDE_INCIDENT, DECIDE_CLAIM -> Icon.CLAIM;
            case FLAG_FRAUD, RESOLVE_DISPUTE -> Icon.PROBLEM;
            case SPEND -> Icon.ARROW_UP_RIGHT;
            case BACKSTOP, LIST_SUBJECT -> Icon.PLUS;
            case ALLOCATE -> Icon.MOVE_IN;
            case REQUEST_EXIT -> Icon.CLOCK;
            case RECALL -> Icon.MOVE_OUT;
            case CLOSE_VENUE, SUSPEND_SUBJECT, QUARANTINE_ADAPTER -> Icon.PROHIBITED;
            case REALISE_LOSS -> Icon.ARROW_DOWN;
            case RESTORE_ADAPTER -> Icon.PASSED;
            case LIFT_PAUSE, EXTEND_PAUSE -> Icon.PAUSE;
            case SET_VOTING_DELAY, SET_VOTING_PERIOD, SET_LATE_EXTENSION, SET_TIMELOCK_DELAY -> Icon.CLOCK;
            case SET_QUORUM, SET_PROPOSAL_THRESHOLD -> Icon.SLIDERS;
            case SCHEDULE -> Icon.CALENDAR;
            case ADD_OWNER -> Icon.USER_PLUS;
            case REMOVE_OWNER -> Icon.USER_MINUS;
            case SWAP_OWNER, CHANGE_THRESHOLD -> Icon.COUNCIL;
            case ENABLE_MODULE, DISABLE_MODULE, SET_GUARD, SET_MODULE_GUARD, SET_FALLBACK_HANDLER -> Icon.LOCK;
            case REJECT_NONCE -> Icon.STOP;
            case SEND_TOKEN, SEND_ETHER -> Icon.SEND;
            case CALL_CONTRACT, CALL_WITH_DATA -> Icon.CODE;
        };
    }
}
