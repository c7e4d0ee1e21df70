package org.breakwater.desktop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableRow;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.adapters.localnet.ReadWorld;
import org.breakwater.core.acting.Watching;
import org.breakwater.core.call.CallReader;
import org.breakwater.core.council.Council;
import org.breakwater.core.follow.Known;
import org.breakwater.core.index.IndexStore;
import org.breakwater.core.index.LogQuery;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.ServedTransaction;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.feature.guide.SafetySheet;
import org.breakwater.desktop.feature.settings.SettingsViewModel;
import org.breakwater.desktop.fx.Accessibility;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.fx.Contrast;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.fx.FxThread;
import org.breakwater.desktop.fx.Picture;
import org.breakwater.desktop.fx.SceneWalk;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.place.Preferences;
import org.breakwater.desktop.place.Reviews;
import org.breakwater.desktop.theme.Appearance;
import org.breakwater.desktop.theme.Appearance.Scheme;
import org.breakwater.desktop.wording.CallSentences;

/// The whole console on the world of the local network, on a stage without a screen.
public final class OpenConsole implements AutoCloseable {

    private static final int PASSES = 3;
    private static final int MOST_LOOKS = 40;
    public static final Path PICTURES = Path.of(System.getProperty("breakwater.pictures", "target/pictures"));

    /// Does at once what is beside the toolkit's thread else, for models on a plain thread.
    public static final Background AT_ONCE = new Background(Runnable::run, Runnable::run);

    private final LocalNetwork network;
    private final Connection connection;
    private final Wiring wiring;
    private final CountedWork work = new CountedWork();
    private final Background background = new Background(work, FxThread.executor());
    private final Console console;
    private final Stage stage;

    private OpenConsole(LocalNetwork network, Connection connection, Wiring wiring) {
        this(network, connection, wiring, wiring.clock());
    }

    private OpenConsole(LocalNetwork network, Connection connection, Wiring wiring, Clock clock) {
        this.network = network;
        this.connection = connection;
        this.wiring = wiring;
        this.console = FxTest.onFx(() -> new Console(
                wiring.network(),
                wiring.protocol(),
                new SettingsViewModel(
                        Appearance.DEFAULT.with(Scheme.LIGHT),
                        _ -> {},
                        Preferences.DEFAULT.having(SafetySheet.VERSION),
                        _ -> {}),
                background,
                clock));
        this.stage = FxTest.onFx(() -> {
            var opened = new Stage();
            opened.setX(0);
            opened.setY(0);
            opened.setScene(console.scene());
            opened.show();
            return opened;
        });
    }

    /// What a service says that waits for the Safes.
    public List<ServedTransaction> waiting() {
        try {
            return wiring.protocol().council().queue().waiting();
        } catch (ProblemException unread) {
            throw new AssertionError(unread);
        }
    }

    /// A network of which a console finds the index where it will look for it.
    static LocalNetwork startRead() throws ProblemException {
        var network = LocalNetwork.start();
        ReadWorld.from(network);
        ReadWorld.into(network.folder().resolve(Wiring.INDEX));
        return network;
    }

    /// Opens it and waits until the world is known.
    public static OpenConsole onTheWorld() throws ProblemException {
        return onTheWorld(_ -> {});
    }

    /// As above, once something has been done to the network.
    public static OpenConsole onTheWorld(Consumer<LocalNetwork> before) throws ProblemException {
        var network = startRead();
        before.accept(network);
        var open = on(network, LocalConnection.to(network));
        FxTest.await(open::isFresh);
        return open;
    }

    /// Opens it on the world a little after its newest block, where its time stands still, and waits until the world is
    /// known.
    static OpenConsole onTheWorldAtItsNewestBlock() throws ProblemException {
        var network = startRead();
        var connection = LocalConnection.to(network);
        var now = network.node().head().time().plusSeconds(8);
        var open = new OpenConsole(network, connection, new Wiring(connection), Clock.fixed(now, ZoneOffset.UTC));
        FxTest.await(open::isFresh);
        return open;
    }

    /// Opens it on a network that goes on when it is closed, as on another machine, and waits until the world is known.
    static OpenConsole onTheSame(LocalNetwork network, Path folder) {
        var open = on(network, folder);
        FxTest.await(open::isFresh);
        return open;
    }

    /// As {@link #onTheWorld()}, at a console that only watches from its start.
    static OpenConsole watchingTheWorld() throws ProblemException {
        var network = startRead();
        var connection = LocalConnection.to(network);
        var open = new OpenConsole(network, connection, new Wiring(connection, Watching.fromTheStart()));
        FxTest.await(open::isFresh);
        return open;
    }

    /// Opens it on a network that goes on when it is closed, and waits for nothing.
    static OpenConsole on(LocalNetwork network, Path folder) {
        try {
            return on(network, LocalConnection.to(network, folder));
        } catch (ProblemException refused) {
            throw new AssertionError(refused);
        }
    }

    /// Opens it on a connection to a network that goes on when it is closed, and waits for nothing.
    static OpenConsole on(LocalNetwork network, Connection connection) throws ProblemException {
        return new OpenConsole(network, connection, new Wiring(connection));
    }

    /// As {@link #on}, with a store of one's own.
    static OpenConsole on(LocalNetwork network, Connection connection, IndexStore store) throws ProblemException {
        return new OpenConsole(network, connection, new Wiring(connection, store));
    }

    /// Whether what is known is as new as the chain.
    boolean isFresh() {
        return wiring.protocol().follow().known().get() instanceof Loadable.Ready<Known>;
    }

    /// Whether the node tells of new blocks by itself.
    boolean isToldOfHeads() {
        return wiring.isToldOfHeads();
    }

    /// Whether nothing is under way, be it shown or not.
    boolean isAtRest() {
        return isIdle() && work.rests();
    }

    /// Whether nothing is under way.
    boolean isIdle() {
        return background.pending().names().getValue().isEmpty();
    }

    public Known known() {
        if (wiring.protocol().follow().known().get() instanceof Loadable.Ready<Known>(var known, var _)) {
            return known;
        }
        throw new AssertionError("nothing is known");
    }

    public LocalNetwork network() {
        return network;
    }

    public Wiring wiring() {
        return wiring;
    }

    Connection connection() {
        return connection;
    }

    /// How many events are stored.
    long events() throws ProblemException {
        return wiring.protocol().events().count(LogQuery.ALL);
    }

    public Console console() {
        return console;
    }

    public Scene scene() {
        return stage.getScene();
    }

    public void go(Place place) {
        FxTest.doOnFx(() -> console.router().go(place));
    }

    /// Goes to a place in the light scheme, and waits for words of it.
    public void goTo(Place place, String words) {
        wear(Scheme.LIGHT);
        go(place);
        awaitWords(words);
    }

    /// The contracts themselves, at the block that is known.
    public AskedChain chain() {
        return new AskedChain(network, known().block().number());
    }

    /// The Safes at the block that is known.
    public Council council() throws ProblemException {
        return wiring.protocol().council().read(known().block());
    }

    /// The reviews of all that waits, made at once.
    public Reviews reviews() {
        try {
            var protocol = wiring.protocol();
            var reviews = new Reviews(
                    protocol.reviewer(), protocol.book(), protocol.actions().policy(), AT_ONCE);
            reviews.follow(new ReadOnlyObjectWrapper<>(new Loadable.Ready<>(council(), known().block())));
            return reviews;
        } catch (ProblemException unread) {
            throw new AssertionError(unread);
        }
    }

    /// What calls of the network's contracts are in words, with names from the address book.
    public CallSentences sentences() {
        var protocol = wiring.protocol();
        return new CallSentences(
                address -> protocol.book().name(address).orElseGet(address::toString),
                new CallReader(protocol.interfaces()),
                protocol.deployment());
    }

    public void wear(Scheme scheme) {
        FxTest.doOnFx(() -> console.settings().change(old -> old.with(scheme)));
    }

    public void resize(double width, double height) {
        FxTest.doOnFx(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
        FxTest.await(() -> scene().getWidth() == width);
        FxTest.doOnFx(this::layOut);
    }

    /// The words that are drawn, in the order of the scene.
    public List<String> words() {
        return FxTest.onFx(() -> visible().stream()
                .filter(Text.class::isInstance)
                .map(node -> ((Text) node).getText())
                .filter(text -> !text.isBlank())
                .toList());
    }

    /// The first visible control with these words.
    public Optional<Labeled> control(String words) {
        return FxTest.onFx(() -> visible().stream()
                .filter(node -> node instanceof Labeled labeled && words.equals(labeled.getText()))
                .map(Labeled.class::cast)
                .findFirst());
    }

    /// Waits until what the place reads is there, and the rows that its tables show.
    public void awaitContent() {
        FxTest.await(() -> isRead() && hasRows());
    }

    private boolean isRead() {
        return scene().getRoot().lookupAll(".state-pane").stream()
                .filter(SceneWalk::isShown)
                .allMatch(pane -> pane instanceof Pane filled
                        && !filled.getChildren().isEmpty()
                        && pane.lookup(".skeleton") == null);
    }

    /// A row that is not read yet has no item.
    private boolean hasRows() {
        return scene().getRoot().lookupAll(".table-row-cell").stream()
                .filter(SceneWalk::isShown)
                .noneMatch(row -> row instanceof TableRow<?> cell && !cell.isEmpty() && cell.getItem() == null);
    }

    /// Waits until words are drawn.
    public void awaitWords(String words) {
        FxTest.await(new DrawnWords(words), () -> "“" + words + "” among " + words());
    }

    private final class DrawnWords implements Supplier<Boolean> {

        private final String words;

        DrawnWords(String words) {
            this.words = words;
        }

        @Override
        public Boolean get() {
            return SceneWalk.visible(scene()).stream()
                    .anyMatch(
                            node -> node instanceof Text text && text.getText().contains(words));
        }
    }

    /// What can be seen once all that was just put there is laid out: a control has no words before its first layout.
    private List<Node> visible() {
        layOut();
        return SceneWalk.visible(scene());
    }

    /// The words of the first label or field that a selector finds; empty where there is none.
    public String text(String selector) {
        return FxTest.onFx(() -> {
            return switch (scene().lookup(selector)) {
                case Labeled labeled -> labeled.getText();
                case TextInputControl input -> input.getText();
                case null, default -> "";
            };
        });
    }

    /// Presses the first visible button with these words, once it is there.
    public void fire(String words) {
        // looked for and pressed in one go: a page may be drawn anew in between
        FxTest.await(() -> {
            var found = control(words);
            found.ifPresent(button -> ((ButtonBase) button).fire());
            return found.isPresent();
        });
    }

    /// Presses a key where nothing has the focus.
    public void press(KeyCode code) {
        FxTest.doOnFx(() -> scene().getRoot()
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
    }

    public Node lookup(String selector) {
        return FxTest.onFx(() -> scene().lookup(selector));
    }

    /// Leaves a picture of the window in the folder of pictures, once what it shows is read.
    public void picture(String name) throws Exception {
        awaitContent();
        picture().write(PICTURES.resolve(name + ".png"));
    }

    /// The picture of the window once two in a row are the same: everything that moves has come to its end.
    Picture settledPicture() {
        awaitContent();
        FxTest.await(this::isAtRest);
        var last = picture();
        for (int look = 0; look < MOST_LOOKS; look++) {
            var picture = picture();
            if (picture.isLike(last) && FxTest.onFx(this::isAtRest)) {
                return picture;
            }
            last = picture;
        }
        throw new AssertionError("the window does not come to rest");
    }

    /// What is shown can be read, and whatever takes the focus has a name. A control has neither colours nor a name
    /// before its first layout.
    void requireLegibleAndNamed() {
        var wrong = FxTest.onFx(() -> {
            layOut();
            return Stream.concat(Contrast.tooLow(scene()).stream(), Accessibility.nameless(scene()).stream())
                    .toList();
        });
        assertThat(wrong).as(() -> "at " + console.router().current().get()).isEmpty();
    }

    private Picture picture() {
        return FxTest.onFx(() -> {
            layOut();
            return Picture.of(scene());
        });
    }

    /// One pass lays out what is new, the next what that changed: the heads of a table follow its columns.
    private void layOut() {
        for (int pass = 0; pass < PASSES; pass++) {
            scene().getRoot().applyCss();
            scene().getRoot().layout();
        }
    }

    @Override
    public void close() {
        closeWindow();
        connection.close();
    }

    /// Closes the window and leaves the network.
    void closeWindow() {
        FxTest.doOnFx(() -> {
            stage.close();
            console.close();
        });
        wiring.close();
    }
}
