package org.breakwater.desktop.boot;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Properties;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.PlaceText;

/// Keeps where the window was, how large, and at which place of which deployment.
final class WindowFile {

    private static final String WIDTH = "width";
    private static final String DEPLOYMENT = "deployment";
    private static final double LARGEST = 16_384;

    /// In pixels of the screen.
    record Bounds(double x, double y, double width, double height, boolean isMaximized) {

        Bounds maximized(boolean is) {
            return new Bounds(x, y, width, height, is);
        }
    }

    /// A place, and the deployment that it belongs to, by the address of its access manager.
    record Visited(Address deployment, Place place) {}

    /// @param bounds empty where there is none that a window could have
    /// @param problem why the file could not be read
    record Reading(Optional<Bounds> bounds, Optional<Visited> visited, Optional<Problem> problem) {

        /// The place to begin with on a deployment.
        Place startOn(Address deployment) {
            return visited.filter(last -> last.deployment().equals(deployment))
                    .map(Visited::place)
                    .orElseGet(Place.Pools::new);
        }
    }

    private final PropertiesFile file;

    WindowFile(Path file) {
        this.file =
                new PropertiesFile(file, found -> found.containsKey(WIDTH), "The window opens where it does at first.");
    }

    Reading read() {
        var read = file.read();
        return new Reading(bounds(read.found()), visited(read.found()), read.problem());
    }

    private static Optional<Bounds> bounds(Properties found) {
        return number(found, WIDTH)
                .flatMap(width -> number(found, "height")
                        .flatMap(height -> number(found, "x")
                                .flatMap(x -> number(found, "y")
                                        .map(y -> new Bounds(
                                                x, y, width, height, "true".equals(found.getProperty("maximized")))))))
                .filter(kept -> kept.width() >= Console.LEAST_WIDTH && kept.height() >= Console.LEAST_HEIGHT);
    }

    private static Optional<Double> number(Properties found, String name) {
        var text = found.getProperty(name, "");
        return text.matches("-?[0-9]{1,6}")
                ? Optional.of(Double.valueOf(text)).filter(number -> Math.abs(number) <= LARGEST)
                : Optional.empty();
    }

    private static Optional<Visited> visited(Properties found) {
        var text = found.getProperty(DEPLOYMENT, "");
        return text.matches("0x[0-9a-fA-F]{40}")
                ? PlaceText.parse(found.getProperty("place", ""))
                        .flatMap(place -> address(text).map(deployment -> new Visited(deployment, place)))
                : Optional.empty();
    }

    private static Optional<Address> address(String text) {
        try {
            return Optional.of(Address.parse(text));
        } catch (IllegalArgumentException mistyped) {
            return Optional.empty();
        }
    }

    /// @return why that was not possible
    Optional<Problem> write(Bounds bounds, Optional<Visited> visited) {
        var entries = new LinkedHashMap<String, String>();
        entries.put(WIDTH, whole(bounds.width()));
        entries.put("height", whole(bounds.height()));
        entries.put("x", whole(bounds.x()));
        entries.put("y", whole(bounds.y()));
        entries.put("maximized", Boolean.toString(bounds.isMaximized()));
        visited.ifPresent(last -> {
            entries.put(DEPLOYMENT, last.deployment().toString());
            entries.put("place", PlaceText.print(last.place()));
        });
        return file.write(entries);
    }

    private static String whole(double pixels) {
        return Long.toString(Math.round(pixels));
    }
}
