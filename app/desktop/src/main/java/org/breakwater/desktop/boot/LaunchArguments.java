package org.breakwater.desktop.boot;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.adapters.ethereum.NodeAddress;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// What the console is started with.
@Command(
        name = "breakwater-console",
        description = {
            "Opens the console: without options on a local network that it starts itself,",
            "with endpoints and a deployment file on that network."
        },
        footer = {
            "%nAn account with the transaction service may have a key: it is taken from the",
            "environment variable BREAKWATER_SERVICE_KEY."
        })
final class LaunchArguments {

    @Option(
            names = "--rpc",
            paramLabel = "URL",
            description = {
                "A node's address; several may be given, the preferred one first. The first that is",
                "well is read and sent to, the others are compared with it."
            })
    private List<String> rpc = new ArrayList<>();

    @Option(names = "--deployment", paramLabel = "FILE", description = "The deployment file of the protocol.")
    private @Nullable String deployment;

    @Option(names = "--service", paramLabel = "URL", description = "A Safe transaction service.")
    private @Nullable String service;

    @Option(names = "--address-book", paramLabel = "FILE", description = "An address book, as Safe exports it (CSV).")
    private @Nullable String addressBook;

    @Option(
            names = "--texts",
            paramLabel = "FILE",
            description = "What people wrote, as a JSON list of hash, address and content.")
    private @Nullable String texts;

    @Option(
            names = "--watch-only",
            description = {
                "Nobody signs at this console: no signer is opened, and nobody of a local network",
                "is acted as."
            })
    private boolean watchOnly;

    @Option(names = "--help", usageHelp = true, description = "Shows this help and ends.")
    private boolean help;

    private LaunchArguments() {}

    /// @throws ProblemException for arguments that are unknown, incomplete or no addresses
    static LaunchArguments parse(String... arguments) throws ProblemException {
        var parsed = new LaunchArguments();
        try {
            new CommandLine(parsed).parseArgs(arguments);
        } catch (ParameterException wrong) {
            throw refused(wrong.getMessage() + ".");
        }
        return parsed;
    }

    static String usage() {
        return new CommandLine(new LaunchArguments()).getUsageMessage();
    }

    boolean asksForHelp() {
        return help;
    }

    boolean watchesOnly() {
        return watchOnly;
    }

    /// Which network to open.
    NetworkChoice choice() throws ProblemException {
        if (rpc.isEmpty() && deployment == null) {
            requireAlone();
            return new NetworkChoice.Local();
        }
        if (rpc.isEmpty() || deployment == null) {
            throw refused("A network needs an endpoint and a deployment file: --rpc URL --deployment FILE.");
        }
        if (rpc.size() > NetworkFile.MOST_ENDPOINTS) {
            throw refused("More than " + NetworkFile.MOST_ENDPOINTS + " endpoints are given.");
        }
        var addresses = new ArrayList<NodeAddress>();
        for (var text : rpc) {
            addresses.add(NodeAddress.parse(text));
        }
        return new NetworkChoice.Named(
                addresses,
                path(deployment),
                Optional.ofNullable(service),
                Optional.ofNullable(addressBook),
                Optional.ofNullable(texts));
    }

    private void requireAlone() throws ProblemException {
        if (service != null || addressBook != null || texts != null) {
            throw refused("The local network has a transaction service, names and texts of its own:"
                    + " give an endpoint and a deployment file as well.");
        }
    }

    private static Path path(String text) throws ProblemException {
        try {
            return Path.of(text);
        } catch (InvalidPathException malformed) {
            throw new ProblemException(Problem.of("“" + text + "” is no path of a file.", "Check it."), malformed);
        }
    }

    private static ProblemException refused(String sentence) {
        return new ProblemException(Problem.of(sentence, "--help shows what can be given."));
    }
}
