package org.breakwater.desktop.boot;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    private static final int MOST_ENDPOINTS = 8;

    @Option(
            names = "--rpc",
            paramLabel = "URL",
            description = "A node's address; several may be given. The first is read, the others are compared with it.")
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

    /// Which network to open.
    NetworkChoice choice() throws ProblemException {
        if (rpc.isEmpty() && deployment == null) {
            requireAlone();
            return new NetworkChoice.Local();
        }
        if (rpc.isEmpty() || deployment == null) {
            throw refused("A network needs an endpoint and a deployment file: --rpc URL --deployment FILE.");
        }
        if (rpc.size() > MOST_ENDPOINTS) {
            throw refused("More than " + MOST_ENDPOINTS + " endpoints are given.");
        }
        var addresses = new ArrayList<URI>();
        for (var text : rpc) {
            addresses.add(address(text));
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

    /// What is refused is not repeated: it may hold a key.
    private static URI address(String text) throws ProblemException {
        try {
            var address = new URI(text);
            if (("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && address.getHost() != null
                    && address.getUserInfo() == null) {
                return address;
            }
        } catch (URISyntaxException malformed) {
            throw new ProblemException(notAnAddress(), malformed);
        }
        throw new ProblemException(notAnAddress());
    }

    private static Problem notAnAddress() {
        return Problem.of(
                "What stands after --rpc is no address of a node.",
                "Give one like http://127.0.0.1:8545 or https://node.example.org.");
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
