package org.breakwater.desktop.boot;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javafx.application.Application;
import javafx.application.Platform;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.core.problem.ProblemException;

/// Opens the console; on a machine without a display, takes a tour through it and leaves pictures.
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        if (hasDisplay(System.getProperty("os.name", ""), System.getenv())) {
            Application.launch(Window.class, arguments);
        } else {
            System.exit(tour(System.out, System.err));
        }
    }

    /// Windows and macOS always have one; elsewhere X11 or Wayland says so.
    static boolean hasDisplay(String system, Map<String, String> environment) {
        var name = system.toLowerCase(Locale.ROOT);
        return name.startsWith("windows")
                || name.startsWith("mac")
                || !environment.getOrDefault("DISPLAY", "").isEmpty()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
    }

    private static int tour(PrintStream out, PrintStream errors) throws InterruptedException {
        out.println("This machine has no display: the console takes a tour without one.");
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        var started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        try (var network = LocalNetwork.start();
                var wiring = new Wiring(network)) {
            var folder = Files.createTempDirectory("breakwater-tour-");
            new Tour(wiring, folder).run();
            out.println("Its pictures are in " + folder);
            return 0;
        } catch (ProblemException problem) {
            errors.println(problem.problem());
            return 1;
        } catch (IOException broken) {
            errors.println("The tour ended early: " + broken.getMessage() + ".");
            return 1;
        }
    }
}
