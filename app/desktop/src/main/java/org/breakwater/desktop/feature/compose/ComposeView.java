package org.breakwater.desktop.feature.compose;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.breakwater.core.compose.Draft;
import org.breakwater.core.compose.Input;
import org.breakwater.core.compose.Template;
import org.breakwater.core.compose.WrittenCall;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.exchange.BuilderBatch;
import org.breakwater.core.exchange.BuilderBatchFormat;
import org.breakwater.core.exchange.BuilderBatchReader;
import org.breakwater.core.exchange.PastedInterface;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.MultiSend;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.desktop.command.Chord;
import org.breakwater.desktop.command.Command;
import org.breakwater.desktop.feature.compose.ComposePage.Product;
import org.breakwater.desktop.feature.compose.ComposeViewModel.Part;
import org.breakwater.desktop.fx.Subscriptions;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.StatePane;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.ParameterWords;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Screen;
import org.breakwater.desktop.place.ActArea;
import org.breakwater.desktop.place.Surroundings;
import org.breakwater.desktop.wording.CallSentences;
import org.breakwater.desktop.wording.Finding;

/// Writing a transaction of a Safe or a proposal of the DAO: the templates, the call that is being written, all calls
/// in
/// their order, and below where the draft stands and the way to the review or to the Governor.
public final class ComposeView implements Screen {

    /// From this width on, all three columns have their full width.
    private static final double WIDE = 1_150;

    private final Surroundings around;
    private final ComposeViewModel model;
    private final TemplateColumn templates;
    private final StartPane starting;
    private final SubmitViewModel submit;
    private final TextPane text;
    private final ReadOnlyObjectWrapper<List<String>> trail;
    private final ReadOnlyBooleanWrapper importing = new ReadOnlyBooleanWrapper();

    public ComposeView(Place.Composition place, Surroundings around) {
        this(place.safe().or(() -> around.deployment().account("council")).orElse(Address.ZERO), place.draft(), around);
    }

    /// For a proposal of the DAO.
    public ComposeView(Place.NewProposal place, Surroundings around) {
        this(timelock(around), place.draft(), around);
    }

    private static Address timelock(Surroundings around) {
        return around.deployment()
                .contract("TimelockController")
                .map(contract -> contract.address())
                .orElse(Address.ZERO);
    }

    private ComposeView(Address composer, Optional<Long> draft, Surroundings around) {
        this.around = around;
        var sentences = new CallSentences(around::name, around.calls(), around.deployment());
        var options = new FormOptions(around::name, around.texts(), sentences, around.calls());
        var forms = new FormMaker(around.book(), around::name, options, new FormFacts());
        var maker = new PageMaker(
                around.deployment(),
                sentences,
                around.calls(),
                new PastedInterface(around.composing().texts()),
                around::name,
                forms);
        this.model = new ComposeViewModel(
                maker,
                around.composing(),
                around.background(),
                new Simulation(around.reviewer(), around.book()),
                around.acting().person(),
                BigInteger.valueOf(around.deployment().chain().number()),
                composer,
                draft);
        this.submit = new SubmitViewModel(around.acting(), around.background(), model);
        this.text = new TextPane(around, model);
        this.templates = new TemplateColumn(model, this::beginImport);
        this.starting = new StartPane(model, new StartPane.Acts() {
            @Override
            public void open(Draft taken) {
                around.router().go(place(taken));
            }

            @Override
            public String name(Address composer) {
                return composer.equals(timelock(around)) ? "Proposal of the DAO" : around.name(composer);
            }
        });
        this.trail = new ReadOnlyObjectWrapper<>(List.of("Council", "New transaction"));
    }

    /// With a change of a parameter begun.
    ///
    /// @param scope for which it is to hold
    public static ComposeView proposing(Hash32 key, Hash32 scope, Surroundings around) {
        var view = new ComposeView(Place.Composition.anew(), around);
        view.model.begin(Template.PROPOSE_CHANGE);
        view.model.write(
                Input.PARAMETER, ParameterWords.key(key).map(Enum::name).orElse(""));
        view.model.write(Input.SCOPE, scope.toString());
        return view;
    }

    @Override
    public ObservableValue<List<String>> trail() {
        return trail.getReadOnlyProperty();
    }

    @Override
    public Node root() {
        return new StatePane<>(model.page(), around.now(), this::content);
    }

    /// A draft gets its number once it is kept; the place is the same then, also when somebody else is to make the
    /// calls.
    @Override
    public boolean moveTo(Place place) {
        var draft = switch (place) {
            case Place.Composition(var _, var number) -> number;
            case Place.NewProposal(var number) -> number;
            default -> Optional.<Long>empty();
        };
        return draft.isPresent() && draft.equals(model.kept().get().map(Draft::id));
    }

    private Place place(Draft draft) {
        return draft.safe().equals(timelock(around))
                ? new Place.NewProposal(Optional.of(draft.id()))
                : new Place.Composition(Optional.of(draft.safe()), Optional.of(draft.id()));
    }

    @Override
    public void shown(Subscriptions until) {
        until.add(model.follow(around.known(), around.council()));
        until.add(submit.follow());
        until.add(model.kept()
                .subscribe(kept -> kept.ifPresent(draft -> around.router().go(place(draft)))));
        command(until, "compose.filter", "Filter the templates", Icon.FILTER, Chord.typing("/"), templates::filter);
        command(until, "compose.up", "Move the call up", Icon.ARROW_UP, Chord.alt(KeyCode.UP), () -> model.move(-1));
        command(
                until,
                "compose.down",
                "Move the call down",
                Icon.ARROW_DOWN,
                Chord.alt(KeyCode.DOWN),
                () -> model.move(1));
        command(until, "compose.review", "Continue to review", Icon.CHECK, Chord.control(KeyCode.ENTER), this::go);
    }

    /// To the review of a transaction, or to what is sent for a proposal.
    private void go() {
        ComposeViewModel.read(model.page().get()).ifPresent(page -> {
            if (page.composer().isDao()) {
                submit(page);
            } else {
                review();
            }
        });
    }

    private void submit(ComposePage page) {
        if (page.missing().isEmpty()) {
            page.proposal().ifPresent(submit::submit);
        }
    }

    private void command(Subscriptions until, String id, String title, Icon icon, Chord chord, Runnable act) {
        until.add(around.commands()
                .add(Command.always(id, Command.Group.DO, icon, title, act).on(chord)));
    }

    private void review() {
        var safe = model.draft().get().safe();
        model.review(hash -> {
            around.acting().changed();
            around.router()
                    .go(new Place.SafeTransaction(
                            ComposeViewModel.read(model.page().get())
                                    .map(page -> page.composer().address())
                                    .orElse(safe),
                            hash));
        });
    }

    private Node content(ObservableValue<ComposePage> page) {
        var batch = new BatchColumn(
                around,
                model,
                page,
                new BatchColumn.Acts(
                        () -> {
                            model.selectNone();
                            templates.filter();
                        },
                        () -> export(page.getValue())));
        var list = (Region) templates.node(page);
        var side = (Region) batch.node();
        var columns = new HBox(list, Boxes.growing(middle(page)), side);
        columns.setMinHeight(0);
        columns.widthProperty().subscribe(width -> {
            var narrow = width.doubleValue() < WIDE;
            fix(list, narrow ? 216 : 224);
            fix(side, narrow ? 330 : 388);
        });
        var bar = new ReadOnlyObjectWrapper<>(Optional.of(actions(page)));
        var area = new ActArea(around, submit.act(), _ -> new Region(), bar);
        area.getStyleClass().add("compose-area");
        var body = new VBox(Boxes.growing(columns), area);
        body.setMinHeight(0);
        body.addEventFilter(KeyEvent.KEY_PRESSED, this::moved);
        Shown.following(
                body,
                page,
                read -> trail.set(
                        switch (read.product()) {
                            case Product.OfSafe(var safe, var _, var _, var _) ->
                                List.of(
                                        "Council",
                                        safe.name() + " Safe",
                                        read.lines().size() > 1 ? "New batch" : "New transaction");
                            case Product.OfDao _ -> List.of("Proposals", "New proposal");
                        }));
        return body;
    }

    /// A choice that has the focus would take these keys for its own list.
    private void moved(KeyEvent event) {
        var by = event.getCode() == KeyCode.UP ? -1 : event.getCode() == KeyCode.DOWN ? 1 : 0;
        if (by != 0 && event.isAltDown() && !event.isShortcutDown() && !event.isShiftDown()) {
            model.move(by);
            event.consume();
        }
    }

    private static void fix(Region column, double width) {
        column.setMinWidth(width);
        column.setPrefWidth(width);
        column.setMaxWidth(width);
    }

    // ── middle ─────────────────────────────────────────────────────────────────────────────────────────────────

    private Node middle(ObservableValue<ComposePage> page) {
        var editor = new CallEditor(around, model, page).node();
        var start = starting.start();
        var paste = starting.importing(this::add, this::chooseBatch);
        var absent = absent();
        var words = text.node(page);
        var rehearsal = new RehearsalPane(around, model).node();
        var pane = new StackPane(editor, start, paste, absent, words, rehearsal);
        pane.setMinWidth(0);
        pane.setAlignment(Pos.TOP_LEFT);
        Runnable show = () -> {
            var written = model.selected().get() >= 0;
            var missing = model.missing().get();
            var pasting = importing.get() && !missing;
            var part = missing || pasting
                    ? Optional.<Part>empty()
                    : Optional.of(model.part().get());
            visible(absent, missing);
            visible(paste, pasting);
            visible(editor, written && part.equals(Optional.of(Part.CALL)));
            visible(start, !written && part.equals(Optional.of(Part.CALL)));
            visible(words, part.equals(Optional.of(Part.TEXT)));
            visible(rehearsal, part.equals(Optional.of(Part.REHEARSAL)));
        };
        Shown.following(pane, model.selected(), _ -> show.run());
        Shown.following(pane, model.missing(), _ -> show.run());
        Shown.following(pane, model.part(), shown -> {
            importing.set(false);
            show.run();
            if (shown == Part.TEXT) {
                text.focus().requestFocus();
            }
        });
        Shown.following(pane, importing, _ -> show.run());
        Shown.following(pane, model.revision(), _ -> importing.set(false));
        return pane;
    }

    private static void visible(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private Node absent() {
        var notice = new VBox(
                8,
                Icon.FILE.at(Icon.Size.PANE),
                Words.name("There is no draft of that number on this computer."),
                new Link("Begin a new one", () -> around.router().go(Place.Composition.anew())));
        notice.setAlignment(Pos.CENTER);
        return notice;
    }

    private void beginImport() {
        importing.set(true);
    }

    private void chooseBatch(Consumer<String> sink) {
        around.opening()
                .open(
                        "Batch of the Transaction Builder",
                        Math.toIntExact(BuilderBatchFormat.LIMITS.bytes()),
                        opened -> sink.accept(opened.text()));
    }

    /// Adds the calls of a batch; says why where it cannot.
    private String add(String text) {
        try {
            var texts = around.composing().texts();
            var document = texts.parse("the pasted batch", text, BuilderBatchFormat.LIMITS);
            var batch = new BuilderBatchReader(texts)
                    .read(
                            document,
                            BigInteger.valueOf(around.deployment().chain().number()));
            model.add(batch.calls().stream().map(WrittenCall::of).toList());
            return "";
        } catch (ProblemException refused) {
            return refused.problem().toString();
        }
    }

    private void export(ComposePage page) {
        page.transaction()
                .ifPresent(transaction -> around.saving()
                        .save("batch-nonce-" + transaction.nonce() + ".json", () -> document(page, transaction)));
    }

    private byte[] document(ComposePage page, SafeTransaction transaction) {
        var batch = new BuilderBatch(
                BigInteger.valueOf(around.deployment().chain().number()),
                around.composing().clock().instant(),
                page.title(),
                String.join("\n", page.words()),
                Optional.of(page.composer().address()),
                calls(page, transaction));
        return BuilderBatchFormat.document(batch).getBytes(StandardCharsets.UTF_8);
    }

    private static List<SafeCall> calls(ComposePage page, SafeTransaction transaction) {
        if (transaction.operation() == Operation.CALL) {
            return List.of(transaction.inner());
        }
        return switch (MultiSend.parse(transaction.to(), page.composer().address(), transaction.data())) {
            case Decoding.Decoded(var calls) ->
                calls.stream().map(call -> call.call()).toList();
            case Decoding.Refused(var refusal) ->
                throw new IllegalStateException("a batch that was just packed cannot be read: " + refusal);
        };
    }

    // ── below ──────────────────────────────────────────────────────────────────────────────────────────────────

    private Node actions(ObservableValue<ComposePage> page) {
        var kept = Words.secondary("");
        kept.setId("compose-kept");
        kept.setGraphic(Icon.SAVE.at(Icon.Size.BUTTON, Tone.MUTED));
        ObservableValue<String> state = Bindings.createStringBinding(
                () -> state(model.problem().get(), model.kept().get()), model.problem(), model.kept());
        Shown.following(kept, state, kept::setText);
        Shown.following(kept, model.problem(), problem -> (problem.isPresent() ? Tone.DANGER : Tone.MUTED).on(kept));
        var stand = Words.secondary("");
        stand.setId("compose-stand");
        stand.setMinWidth(0);
        var later = Buttons.plain("Save draft", this::leave);
        later.setAccessibleHelp("The draft is kept on this computer; goes back to where it was begun");
        var review = Buttons.primary("Continue to review", this::review);
        review.setId("compose-review");
        var propose = Buttons.primary("Submit", this::go);
        propose.setId("compose-submit");
        var made = Buttons.primary("Show the proposal", () -> {});
        made.setId("compose-made");
        Runnable show = () -> {
            var read = page.getValue();
            var before = read.ofDao().flatMap(Product.OfDao::made);
            visible(review, !read.composer().isDao());
            visible(propose, read.composer().isDao() && before.isEmpty());
            visible(made, before.isPresent());
            before.ifPresent(same -> {
                made.setText("Show proposal " + same.number());
                made.setOnAction(_ -> around.router().go(new Place.Proposal(same.id())));
            });
            propose.setText(around.acting()
                    .person()
                    .get()
                    .map(person -> "Submit as " + person.name() + "…")
                    .orElse("Submit…"));
            stand(read, stand, read.composer().isDao() ? propose : review);
        };
        var row = Boxes.row(12, kept, Boxes.spacer(), stand, later, review, propose, made);
        Shown.following(row, page, _ -> show.run());
        Shown.following(row, around.acting().person(), _ -> show.run());
        Shown.following(row, model.simulated(), _ -> show.run());
        return row;
    }

    private void leave() {
        around.router()
                .go(model.draft().get().safe().equals(timelock(around)) ? new Place.Proposals() : new Place.Council());
    }

    private static String state(Optional<Problem> problem, Optional<Draft> kept) {
        return problem.map(Problem::happened)
                .or(() -> kept.map(
                        draft -> "Draft " + draft.id() + " kept on this computer, " + Times.time(draft.changed())))
                .orElse("Nothing to keep yet");
    }

    private void stand(ComposePage read, Label stand, Button review) {
        var missing = read.missing();
        review.setDisable(!missing.isEmpty());
        review.setAccessibleHelp(missing);
        var counted = Stream.concat(
                        read.checks().stream(), model.simulated().get().map(Simulation.Outcome::finding).stream())
                .filter(finding -> finding.severity().compareTo(Severity.NOTE) < 0)
                .toList();
        var worst = missing.isEmpty() && !counted.isEmpty() ? Finding.worst(counted) : Severity.PASSED;
        var words = !missing.isEmpty()
                ? missing
                : counted.isEmpty()
                        ? ""
                        : Numbers.count(counted.size())
                                + (counted.size() == 1 ? " finding" : " findings")
                                + (read.composer().isDao() ? " to read first" : " to read at review");
        (words.isEmpty() || !missing.isEmpty() ? Tone.MUTED : worst.tone())
                .on(stand)
                .setText(words);
        stand.setGraphic(missing.isEmpty() && !counted.isEmpty() ? worst.icon().at(Icon.Size.TAG, worst.tone()) : null);
    }
}
