package org.breakwater.desktop.boot;

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
import picocli.CommandLine.Parameters;

/// What the console is started with.
@Command(
        name = "breakwater-console",
        description = {
            "Opens the console: on the network that endpoints and a deployment file name, else on the",
            "one that was chosen before. Where none was, the window asks."
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
            names = "--local",
            description = "The local network that the console starts itself, where no endpoint is given.")
    private boolean local;

    @Option(
            names = "--watch-only",
            description = {
                "Nobody signs at this console: no signer is opened, and nobody of a local network",
                "is acted as."
            })
    private boolean watchOnly;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "A transaction that was handed on (.safe-transaction.json); its review is opened.")
    private @Nullable String file;

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

    /// What is to be opened once the window is there.
    Optional<Path> file() throws ProblemException {
        return file == null
                ? Optional.empty()
                : Optional.of(NetworkChoice.Named.path(file).toAbsolutePath());
    }

    /// Which network to open; empty where none is named.
    Optional<NetworkChoice> choice() throws ProblemException {
        if (rpc.isEmpty() && deployment == null) {
            requireAlone();
            return local ? Optional.of(new NetworkChoice.Local()) : Optional.empty();
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
        return Optional.of(new NetworkChoice.Named(
                addresses,
                NetworkChoice.Named.path(deployment),
                Optional.ofNullable(service),
                Optional.ofNullable(addressBook),
                Optional.ofNullable(texts)));
    }

    private void requireAlone() throws ProblemException {
        if (service != null || addressBook != null || texts != null) {
            throw refused("A transaction service, an address book and texts belong to a network:"
                    + " give an endpoint and a deployment file as well.");
        }
    }

    private static ProblemException refused(String sentence) {
        return new ProblemException(Problem.of(sentence, "--help shows what can be given."));
    }
}
