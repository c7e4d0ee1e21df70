package org.breakwater.desktop.boot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.adapters.ethereum.NodeAddress;
import org.breakwater.adapters.files.BoundedText;
import org.breakwater.adapters.files.SetAside;
import org.breakwater.adapters.files.WholeFile;
import org.breakwater.adapters.service.ServiceAddress;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;

/// What a person set of a network in the settings, kept beside its index: further endpoints, the order of all, and the
/// transaction service. Addresses may hold keys: the file is its owner's alone.
final class NetworkFile {

    static final int MOST_ENDPOINTS = 8;

    private static final String FORMAT = "breakwater-network/1";
    private static final String ENDPOINT = "endpoint ";
    private static final String SERVICE = "service ";
    private static final int MOST_BYTES = 16 << 10;
    private static final int MOST_LENGTH = 1_000;

    private final Path file;

    NetworkFile(Path folder) {
        this.file = folder.resolve("network.txt");
    }

    /// @param endpoints addresses, as they were entered
    record Kept(List<String> endpoints, Optional<String> service) {

        static final Kept NOTHING = new Kept(List.of(), Optional.empty());

        Kept {
            endpoints = List.copyOf(endpoints);
        }

        Kept with(String endpoint) {
            var more = new ArrayList<>(endpoints);
            more.add(endpoint);
            return new Kept(more, service);
        }

        Kept without(String endpoint) {
            return new Kept(
                    endpoints.stream().filter(each -> !each.equals(endpoint)).toList(), service);
        }

        /// These, in this order.
        Kept ordered(List<String> all) {
            return new Kept(all, service);
        }

        Kept with(Optional<String> other) {
            return new Kept(endpoints, other);
        }
    }

    /// @param problem why the file could not be read, and where it is now
    record Reading(Kept kept, Optional<Problem> problem) {}

    /// What is kept. A file that is not as {@link #write} writes it is set aside.
    Reading readOrSetAside() {
        try {
            return new Reading(read(), Optional.empty());
        } catch (ProblemException refused) {
            return new Reading(
                    Kept.NOTHING,
                    Optional.of(SetAside.settings(
                            file,
                            refused.problem().happened(),
                            "Endpoints and service are those that were given when it was opened.")));
        }
    }

    /// @throws ProblemException where the file is not as {@link #write} writes it
    Kept read() throws ProblemException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Kept.NOTHING;
        }
        var text = BoundedText.read(file, MOST_BYTES);
        var endpoints = new ArrayList<String>();
        var service = Optional.<String>empty();
        for (var line : text.lines().skip(1).toList()) {
            if (line.startsWith(ENDPOINT)) {
                endpoints.add(line.substring(ENDPOINT.length()));
            } else if (line.startsWith(SERVICE)) {
                service = Optional.of(line.substring(SERVICE.length()));
            }
        }
        var kept = new Kept(endpoints, service);
        if (!isPlain(kept) || !print(kept).equals(text)) {
            throw new ProblemException(Problem.of(
                    "The settings of this network in " + file + " were changed by something else.",
                    "Delete the file, then enter endpoints and service again in Settings."));
        }
        requireAddresses(kept);
        return kept;
    }

    private static void requireAddresses(Kept kept) throws ProblemException {
        for (var endpoint : kept.endpoints()) {
            NodeAddress.parse(endpoint);
        }
        if (kept.service().isPresent()) {
            ServiceAddress.of(kept.service().get(), Optional.empty());
        }
    }

    /// Writes the whole file in place of the old one.
    void write(Kept kept) throws ProblemException {
        if (!isPlain(kept)) {
            throw new ProblemException(Problem.of(
                    "An address holds characters that an address does not have, or there are more than "
                            + MOST_ENDPOINTS + ".",
                    "Enter it again."));
        }
        try {
            WholeFile.replace(file, print(kept).getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new ProblemException(
                    new Problem(
                            "The settings of this network could not be kept in " + file + ": " + failed.getMessage()
                                    + ".",
                            "What was changed lasts until the window is closed.",
                            "Make the folder writable, then try again."),
                    failed);
        }
    }

    private static boolean isPlain(Kept kept) {
        return kept.endpoints().size() <= MOST_ENDPOINTS
                && kept.endpoints().stream().allMatch(NetworkFile::isPlain)
                && kept.service().stream().allMatch(NetworkFile::isPlain);
    }

    private static boolean isPlain(String address) {
        return address.length() <= MOST_LENGTH && address.matches("[!-~]+");
    }

    private static String print(Kept kept) {
        var text = new StringBuilder(FORMAT).append('\n');
        kept.endpoints().forEach(each -> text.append(ENDPOINT).append(each).append('\n'));
        kept.service().ifPresent(each -> text.append(SERVICE).append(each).append('\n'));
        return text.toString();
    }
}
