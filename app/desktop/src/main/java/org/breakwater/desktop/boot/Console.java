package org.breakwater.desktop.boot;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.util.Subscription;
import org.breakwater.adapters.files.BoundedText;
import org.breakwater.core.acting.SafeActions;
import org.breakwater.core.acting.Watching;
import org.breakwater.core.activity.EventLog;
import org.breakwater.core.alerting.SetWatch;
import org.breakwater.core.alerting.WatchSetting;
import org.breakwater.core.call.CallReader;
import org.breakwater.core.call.ContractInterfaces;
import org.breakwater.core.connection.EndpointSelection;
import org.breakwater.core.council.Council;
import org.breakwater.core.council.ReadCouncil;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.emergency.Drills;
import org.breakwater.core.evidence.FetchEvidence;
import org.breakwater.core.exchange.SharedTransaction;
import org.breakwater.core.follow.FollowProtocol;
import org.breakwater.core.follow.Known;
import org.breakwater.core.localnet.LocalTime;
import org.breakwater.core.names.AddressBook;
import org.breakwater.core.policies.PolicySearch;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.reminder.DesktopNotices;
import org.breakwater.core.reminder.Remind;
import org.breakwater.core.review.Reviewer;
import org.breakwater.core.service.TransactionService;
import org.breakwater.core.stress.ChooseAssumptions;
import org.breakwater.core.stress.own.OwnScenarios;
import org.breakwater.core.text.TextLibrary;
import org.breakwater.core.value.ChainId;
import org.breakwater.core.value.Live;
import org.breakwater.core.value.Loadable;
import org.breakwater.core.watch.AlertStore;
import org.breakwater.core.watch.WatchProtocol;
import org.breakwater.desktop.command.Chord;
import org.breakwater.desktop.command.Command;
import org.breakwater.desktop.command.Command.Group;
import org.breakwater.desktop.command.Commands;
import org.breakwater.desktop.feature.guide.GuidePage;
import org.breakwater.desktop.feature.guide.GuideSheet;
import org.breakwater.desktop.feature.guide.SafetySheet;
import org.breakwater.desktop.feature.guide.TourSheet;
import org.breakwater.desktop.feature.inbox.InboxReminders;
import org.breakwater.desktop.feature.settings.NetworkEditing;
import org.breakwater.desktop.feature.settings.NetworkFacts;
import org.breakwater.desktop.feature.settings.SettingsViewModel;
import org.breakwater.desktop.fx.Attempt;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.fx.Bind;
import org.breakwater.desktop.fx.FxThread;
import org.breakwater.desktop.fx.Subscriptions;
import org.breakwater.desktop.fx.Ticker;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.NetworkKind;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Place.SettingsPart;
import org.breakwater.desktop.navigation.Router;
import org.breakwater.desktop.place.Acting;
import org.breakwater.desktop.place.Alerting;
import org.breakwater.desktop.place.Composing;
import org.breakwater.desktop.place.Detecting;
import org.breakwater.desktop.place.Preferences;
import org.breakwater.desktop.place.Reporting;
import org.breakwater.desktop.place.Reviews;
import org.breakwater.desktop.place.Surroundings;
import org.breakwater.desktop.place.TakingIn;
import org.breakwater.desktop.shell.Finders;
import org.breakwater.desktop.shell.NetworkWatch;
import org.breakwater.desktop.shell.Shell;
import org.breakwater.desktop.theme.Appearance;
import org.breakwater.desktop.theme.Appearance.Scheme;
import org.breakwater.desktop.theme.Theme;

/// The console's scene, the same in a window and in a picture. Made and closed on the toolkit's thread.
public final class Console implements AutoCloseable {

    static final double WIDTH = 1440;
    static final double HEIGHT = 900;
    static final double LEAST_WIDTH = 1100;
    static final double LEAST_HEIGHT = 700;

    /// The network that is looked at.
    ///
    /// @param lateAfter the age from which on its newest block counts as late
    /// @param endpoints one of which is used
    /// @param folder where what is kept of it lies
    /// @param service its transaction service, where one was named
    /// @param editing what can be changed of it in the settings
    /// @param time moves its time, where it is this program's own
    public record Network(
            NetworkKind kind,
            String name,
            Duration lateAfter,
            EndpointSelection endpoints,
            String folder,
            Live<Optional<TransactionService>> service,
            ChainId chain,
            Optional<NetworkEditing> editing,
            Optional<LocalTime> time) {}

    /// The protocol that is looked at.
    ///
    /// @param follow keeps it up with the chain
    /// @param events what happened, event by event
    /// @param book names of addresses
    /// @param texts what people wrote, by the hashes that the chain has of it
    /// @param policies finds policies among all
    /// @param council reads the Safes
    /// @param interfaces of the contracts that calls go to
    /// @param reviewer reviews transactions of Safes
    /// @param actions what can be done with them from this machine
    /// @param composing what it takes to write transactions
    /// @param evidence has evidence given by the places that the person allows
    /// @param watching whether anybody signs
    /// @param remind finds what to tell of
    /// @param notices of the desktop
    /// @param scenarios that somebody thought of on this machine
    /// @param reporting makes the report of a month
    /// @param watch judges what becomes known
    /// @param alerts what it told
    /// @param setting by which rules it judges and whom it tells
    /// @param detecting looks whether something that is covered was lost
    /// @param assumptions of the stress engine
    public record Protocol(
            FollowProtocol follow,
            Deployment deployment,
            EventLog events,
            AddressBook book,
            TextLibrary texts,
            PolicySearch policies,
            ReadCouncil council,
            ContractInterfaces interfaces,
            Reviewer reviewer,
            SafeActions actions,
            Composing composing,
            Drills drills,
            FetchEvidence evidence,
            Watching watching,
            Remind remind,
            DesktopNotices notices,
            OwnScenarios scenarios,
            Reporting reporting,
            WatchProtocol watch,
            AlertStore alerts,
            SetWatch setting,
            Detecting detecting,
            ChooseAssumptions assumptions) {}

    private final Router router;
    private final Commands commands = new Commands();
    private final Subscriptions held = new Subscriptions();
    private final SettingsViewModel settings;
    private final Surroundings surroundings;
    private final ChosenFile files;
    private final Shell shell;
    private final Scene scene;

    public Console(Network network, Protocol protocol, SettingsViewModel settings, Background background, Clock clock) {
        this(network, protocol, settings, background, clock, new Place.Pools());
    }

    /// @param start the place to begin with
    Console(
            Network network,
            Protocol protocol,
            SettingsViewModel settings,
            Background background,
            Clock clock,
            Place start) {
        this.settings = settings;
        this.router = new Router(start);
        var watch = new NetworkWatch(network.kind(), network.name(), network.lateAfter(), background);
        var service = new ServiceWatch(network.chain(), background, clock);
        var ticker = new Ticker(clock);
        var times = settings.appearance().map(set -> new Times(clock.getZone(), set.times()));
        files = new ChosenFile(background, this::show);
        var known = Bind.toProperty(protocol.follow().known(), FxThread.executor(), held);
        var council = new CouncilWatch(protocol.council(), background);
        var keyring = Bind.toProperty(protocol.actions().keyring().state(), FxThread.executor(), held);
        var watching = Bind.toProperty(protocol.watching().state(), FxThread.executor(), held);
        var acting = new Acting(protocol.actions(), keyring, watching, council::refresh, this::readFirst);
        var reviews = new Reviews(
                protocol.reviewer(), protocol.book(), protocol.actions().policy(), background);
        var counts = new WaitingCounts(background);
        var alerting = new Alerting(
                Bind.toProperty(protocol.watch().status(), FxThread.executor(), held),
                protocol.alerts(),
                Alerting.Acknowledge.by(protocol.watch()),
                background);
        surroundings = new Surroundings(
                known,
                Bind.toProperty(protocol.follow().progress(), FxThread.executor(), held),
                protocol.deployment(),
                protocol.events(),
                protocol.book(),
                router,
                commands,
                background,
                files,
                ticker.now(),
                times,
                protocol.texts(),
                protocol.policies(),
                council.council(),
                new CallReader(protocol.interfaces()),
                protocol.reviewer(),
                acting,
                files,
                protocol.composing(),
                reviews,
                protocol.drills(),
                protocol.evidence(),
                protocol.scenarios(),
                protocol.reporting(),
                alerting,
                protocol.detecting(),
                protocol.assumptions());
        var facts = new Shell.Facts(
                watch.status(),
                service.state(),
                WaitingCounts.with(counts.counts(), alerting.unseen()),
                background.pending().names(),
                ticker.now(),
                times,
                who(network, acting, () -> lock(acting, background)));
        var watched = Bind.toProperty(protocol.setting().setting(), FxThread.executor(), held);
        var screens =
                new Screens(surroundings, settings, facts(network, protocol, watch, service, watched, ticker, times));
        network.time().ifPresent(time -> moveTime(time, surroundings, protocol.follow()));
        shell = new Shell(router, commands, finders(surroundings), screens, facts);
        addThemeCommands();
        addPausing();
        addLocking(acting, background);
        addHelp();
        scene = new Scene(shell.root(), WIDTH, HEIGHT);
        files.over(scene);
        shell.listen(scene);
        held.add(Theme.follow(
                scene, settings.appearance(), Platform.getPreferences().colorSchemeProperty()));
        // Whoever begins to watch leaves no key unlocked.
        held.add(settings.preferences().subscribe(preferred -> {
            protocol.watching().set(preferred.watchOnly());
            if (preferred.watchOnly()) {
                lock(acting, background);
            }
        }));
        held.add(acting.follow());
        held.add(council.follow(known));
        held.add(reviews.follow(council.council()));
        held.add(counts.follow(known, council.council()));
        held.add(InboxReminders.follow(
                surroundings,
                protocol.remind(),
                protocol.notices(),
                settings.preferences().map(Preferences::notices)));
        held.add(new AlertNotices(background, protocol.remind(), protocol.notices())
                .follow(alerting.status(), settings.preferences().map(Preferences::notices)));
        held.add(ticker::close);
        held.add(watch::close);
        held.add(service::close);
        held.add(shell::close);
        ticker.started();
        watch.watch(network.endpoints());
        held.add(Bind.toProperty(network.endpoints().endpoints(), FxThread.executor(), held)
                .subscribe(_ -> watch.changed()));
        held.add(Bind.toProperty(network.endpoints().use(), FxThread.executor(), held)
                .subscribe(_ -> watch.changed()));
        held.add(Bind.toProperty(network.service(), FxThread.executor(), held).subscribe(named -> {
            service.ask(named);
            council.refresh();
        }));
    }

    private static NetworkFacts facts(
            Network network,
            Protocol protocol,
            NetworkWatch watch,
            ServiceWatch service,
            ObservableValue<WatchSetting> watched,
            Ticker ticker,
            ObservableValue<Times> times) {
        return new NetworkFacts(
                network.name(),
                protocol.deployment(),
                network.lateAfter(),
                network.folder(),
                watch.asked(),
                service.state(),
                network.editing(),
                protocol.notices(),
                protocol.setting(),
                watched,
                ticker.now(),
                times);
    }

    private void moveTime(LocalTime time, Surroundings around, FollowProtocol follow) {
        new TimeCommands(
                        time,
                        around.known(),
                        around.deployment().address("AccessManager"),
                        around.now(),
                        around.background(),
                        this::show,
                        follow::lookNow)
                .all()
                .forEach(commands::add);
    }

    /// Offers to start the network again.
    void offerReset(Runnable reset) {
        commands.add(Command.always(
                        "local.reset",
                        Group.LOCAL,
                        Icon.REFRESH,
                        "Start the local network again",
                        () -> shell.confirm(
                                "Start the local network again",
                                "Everything that was done on it is lost: it begins again with the two years that it"
                                        + " comes with.",
                                reset))
                .alsoFoundBy("reset", "begin anew"));
    }

    /// Offers to go to the choice of another network.
    void offerAnother(Runnable another) {
        commands.add(Command.always("window.open-network", Group.WINDOW, Icon.GLOBE, "Open another network…", another)
                .alsoFoundBy("file", "connect", "deployment", "read only", "local network"));
    }

    private void addHelp() {
        commands.add(Command.always("help.guide", Group.HELP, Icon.QUESTION, "User guide", this::showGuide)
                .on(Chord.bare(KeyCode.F1))
                .alsoFoundBy("help", "manual", "documentation", "glossary", "troubleshooting"));
        commands.add(Command.always("help.safety", Group.HELP, Icon.SHIELD, "Before you sign", this::showSafety)
                .alsoFoundBy("safety", "hashes", "device", "signer"));
        commands.add(Command.always("help.tour", Group.HELP, Icon.PLAY, "Tour in four cards", this::showTour)
                .alsoFoundBy("first run", "welcome", "introduction"));
    }

    /// At the page of the place that one is at.
    private void showGuide() {
        if (!shell.overlays().isOpen()) {
            var sheet = new GuideSheet(GuidePage.of(router.current().get()), shell.overlays()::closeTop);
            shell.overlays().open(sheet, Pos.CENTER, sheet.reading());
        }
    }

    private void showSafety() {
        var sheet = SafetySheet.toRead(shell.overlays()::closeTop);
        shell.overlays().open(sheet, Pos.CENTER, sheet.reading());
    }

    /// Shows what a newcomer is told.
    void showTour() {
        var sheet = new TourSheet(shell.overlays()::closeTop);
        shell.overlays().open(sheet, Pos.CENTER, sheet.next());
    }

    /// Whoever has not read the signer's page on this machine does so before they sign.
    private void readFirst(Runnable go) {
        if (settings.preferences().get().safetyRead() == SafetySheet.VERSION) {
            go.run();
            return;
        }
        var sheet = SafetySheet.beforeSigning(
                () -> {
                    shell.overlays().closeTop();
                    settings.prefer(old -> old.having(SafetySheet.VERSION));
                    go.run();
                },
                shell.overlays()::closeTop);
        shell.overlays().open(sheet, Pos.CENTER, sheet.reading());
    }

    /// What the palette looks through: pools and subjects, policies.
    private static Finders finders(Surroundings surroundings) {
        var sources = new ArrayList<>(new CapitalFinders(surroundings).sources());
        sources.add(new Finders.Source(' ', "Policies", new PolicyFinder(surroundings)));
        return new Finders(sources);
    }

    private Shell.Who who(Network network, Acting acting, Runnable lock) {
        return new Shell.Who(
                network.time().isPresent(),
                acting.people(),
                acting.person(),
                acting.keyring(),
                acting.watching(),
                acting::actAs,
                lock,
                () -> router.go(new Place.Settings(SettingsPart.SIGNERS)));
    }

    /// From anywhere, with one chord: whoever must stop something looks for nothing.
    private void addPausing() {
        commands.add(
                Command.always("do.pause", Group.DO, Icon.PAUSE, "Pause something…", () -> router.go(new Place.Pause()))
                        .alsoFoundBy("emergency", "stop", "guardian")
                        .on(Chord.controlShift(KeyCode.P)));
    }

    private void addLocking(Acting acting, Background background) {
        commands.add(
                Command.always("do.lock-signers", Group.DO, Icon.LOCK, "Lock signers", () -> lock(acting, background))
                        .alsoFoundBy("keystore", "passphrase")
                        .unless(acting.keyring().map(ring -> ring.hasUnlocked() ? "" : "no key is unlocked")));
    }

    private static void lock(Acting acting, Background background) {
        background.quietly(
                () -> {
                    acting.actions().keyring().lock();
                    return true;
                },
                _ -> {});
    }

    private void addThemeCommands() {
        theme(Scheme.LIGHT, Icon.SUN, "Light theme");
        theme(Scheme.DARK, Icon.MOON, "Dark theme");
        theme(Scheme.SYSTEM, Icon.SETTINGS, "Theme of the system");
    }

    private void theme(Scheme scheme, Icon icon, String title) {
        var id = "window.theme-" + scheme.name().toLowerCase(Locale.ROOT);
        commands.add(Command.always(id, Group.WINDOW, icon, title, () -> settings.change(old -> old.with(scheme)))
                .alsoFoundBy("appearance", "colours", "mode")
                .unless(settings.appearance()
                        .map(Appearance::scheme)
                        .map(chosen -> chosen == scheme ? "it is chosen" : "")));
    }

    public Scene scene() {
        return scene;
    }

    /// What the places show.
    ObservableValue<Loadable<Known>> known() {
        return surroundings.known();
    }

    /// The place to begin with at the next start. A pause that was not finished is not begun again by itself.
    Place lastPlace() {
        var place = router.current().get();
        return place instanceof Place.Pause ? place.section().place() : place;
    }

    /// Takes in a transaction from a file and opens its review, once the Safes are read.
    void takeIn(Path file) {
        var name = file.getFileName().toString();
        surroundings
                .background()
                .run(
                        "Reading " + name,
                        () -> Attempt.of(() -> surroundings
                                .acting()
                                .actions()
                                .reader()
                                .read(name, BoundedText.read(file, TakingIn.MOST))),
                        read -> read.then(this::takeIn, this::show));
    }

    private void takeIn(SharedTransaction read) {
        var council = surroundings.council();
        if (council.getValue().read().isPresent()) {
            keep(read, council.getValue().read());
            return;
        }
        var waiting = new Subscription[] {Subscription.EMPTY};
        waiting[0] = council.subscribe((_, newer) -> newer.read().ifPresent(safes -> {
            waiting[0].unsubscribe();
            keep(read, Optional.of(safes));
        }));
    }

    private void keep(SharedTransaction read, Optional<Council> safes) {
        surroundings
                .background()
                .run(
                        "Taking in a transaction",
                        () -> Attempt.of(() -> TakingIn.keep(surroundings.acting(), read, safes)),
                        kept -> kept.then(this::review, this::show));
    }

    private void review(SharedTransaction kept) {
        surroundings.acting().changed();
        router.go(TakingIn.review(kept));
    }

    public Router router() {
        return router;
    }

    public Commands commands() {
        return commands;
    }

    /// Where exported files go.
    ChosenFile files() {
        return files;
    }

    SettingsViewModel settings() {
        return settings;
    }

    /// Shows a problem that belongs to no place.
    public void show(Problem problem) {
        shell.show(problem);
    }

    /// Gives the focus to what is shown.
    void focus() {
        shell.focus();
    }

    @Override
    public void close() {
        held.close();
    }
}
