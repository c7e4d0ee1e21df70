package org.breakwater.desktop.boot;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import org.breakwater.core.acting.Watching;
import org.breakwater.core.problem.ProblemException;

/// Opens the console; on a machine without a display, takes a tour through it and leaves pictures.
public final class Main {

    private static final int COULD_NOT = 1;

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.exit(run(arguments, System.out, System.err));
    }

    /// @return 0 where a network was open, or help was asked for
    static int run(String[] arguments, PrintStream out, PrintStream errors) throws InterruptedException {
        var hasDisplay = hasDisplay(System.getProperty("os.name", ""), System.getenv());
        var toolkit = hasDisplay ? Optional.of(ToolkitStart.begun()) : Optional.<ToolkitStart>empty();
        try {
            var parsed = LaunchArguments.parse(arguments);
            if (parsed.asksForHelp()) {
                out.print(LaunchArguments.usage());
                return 0;
            }
            var choice = parsed.choice();
            if (toolkit.isPresent()) {
                return open(choice, parsed, toolkit.get());
            }
            return tour(choice.orElseGet(NetworkChoice.Local::new), parsed.watchesOnly(), out);
        } catch (ProblemException refused) {
            errors.println("breakwater: " + refused.problem());
            return COULD_NOT;
        } catch (IOException broken) {
            errors.println("breakwater: The tour ended early: " + broken.getMessage() + ".");
            return COULD_NOT;
        }
    }

    /// Opens a window, or has the one that is open on the same network come to the front.
    private static int open(Optional<NetworkChoice> choice, LaunchArguments parsed, ToolkitStart toolkit)
            throws ProblemException {
        var launch = Launch.begin(choice, parsed.watchesOnly(), parsed.file(), UserFolders.ofSystem());
        if (launch.isEmpty()) {
            return 0;
        }
        toolkit.await();
        Window.show(launch.get());
        return Window.exitCode();
    }

    /// Windows and macOS always have one; elsewhere X11 or Wayland says so.
    static boolean hasDisplay(String system, Map<String, String> environment) {
        var name = system.toLowerCase(Locale.ROOT);
        return name.startsWith("windows")
                || name.startsWith("mac")
                || !environment.getOrDefault("DISPLAY", "").isEmpty()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
    }

    private static int tour(NetworkChoice choice, boolean watchesOnly, PrintStream out)
            throws InterruptedException, ProblemException, IOException {
        out.println("This machine has no display: the console takes a tour without one.");
        try (var opened = OpenedNetwork.on(
                choice.open(UserFolders.ofSystem().data()), watchesOnly ? Watching.fromTheStart() : Watching.off())) {
            startToolkit();
            var folder = Files.createTempDirectory("breakwater-tour-");
            new Tour(opened.wiring(), folder).run();
            out.println("Its pictures are in " + folder);
            return 0;
        }
    }

    private static void startToolkit() throws InterruptedException {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        var started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
    }
}
