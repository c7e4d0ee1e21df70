package org.breakwater.desktop.boot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.breakwater.core.problem.Problem;
import org.breakwater.desktop.feature.welcome.Wanted;

/// Keeps which network was chosen at the first page, for the next start. Addresses may hold keys: the file is its
/// owner's alone.
final class StartFile {

    /// @param wanted what was chosen; empty before that
    /// @param problem why the file could not be read
    record Reading(Optional<Wanted> wanted, Optional<Problem> problem) {}

    private static final String OPEN = "open";
    private static final String LOCAL = "local";
    private static final String DEPLOYED = "deployment";
    private static final String ENDPOINT = "endpoint.";

    private final PropertiesFile file;

    StartFile(Path file) {
        this.file = new PropertiesFile(
                file, found -> wanted(found).isPresent(), "Which network was open before is not known.");
    }

    Reading read() {
        var read = file.read();
        return new Reading(wanted(read.found()), read.problem());
    }

    private static Optional<Wanted> wanted(Properties found) {
        return switch (found.getProperty(OPEN, "")) {
            case LOCAL -> Optional.of(new Wanted.Local());
            case DEPLOYED -> deployed(found);
            default -> Optional.empty();
        };
    }

    private static Optional<Wanted> deployed(Properties found) {
        var endpoints = endpoints(found);
        var deployment = entry(found, "file");
        return endpoints.isEmpty() || deployment.isEmpty()
                ? Optional.empty()
                : Optional.of(new Wanted.Deployed(
                        endpoints,
                        deployment.get(),
                        entry(found, "service"),
                        entry(found, "address-book"),
                        // what does not say that somebody signs has nobody sign
                        !"false".equals(found.getProperty("watch-only"))));
    }

    private static List<String> endpoints(Properties found) {
        var endpoints = new ArrayList<String>();
        for (int i = 1; i <= NetworkFile.MOST_ENDPOINTS; i++) {
            entry(found, ENDPOINT + i).ifPresent(endpoints::add);
        }
        return endpoints;
    }

    private static Optional<String> entry(Properties found, String name) {
        return Optional.of(found.getProperty(name, "")).filter(text -> !text.isBlank());
    }

    /// @return why that was not possible
    Optional<Problem> write(Wanted wanted) {
        var entries = new LinkedHashMap<String, String>();
        switch (wanted) {
            case Wanted.Local _ -> entries.put(OPEN, LOCAL);
            case Wanted.Deployed deployed -> {
                entries.put(OPEN, DEPLOYED);
                for (int i = 0; i < deployed.endpoints().size(); i++) {
                    entries.put(ENDPOINT + (i + 1), deployed.endpoints().get(i));
                }
                entries.put("file", absolute(deployed.deployment()));
                deployed.service().ifPresent(service -> entries.put("service", service));
                deployed.addressBook().ifPresent(book -> entries.put("address-book", absolute(book)));
                entries.put("watch-only", Boolean.toString(deployed.watchesOnly()));
            }
        }
        return file.write(entries);
    }

    /// The next start may be from another folder.
    private static String absolute(String path) {
        return Path.of(path).toAbsolutePath().toString();
    }
}
