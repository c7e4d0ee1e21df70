package org.breakwater.cli.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.breakwater.core.localnet.LocalNetworks;
import org.breakwater.core.localnet.NetworkDescription;
import org.breakwater.core.localnet.NetworkDescription.Account;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `breakwater localnet`: a local network until Ctrl+C.
@Command(
        name = "localnet",
        mixinStandardHelpOptions = true,
        description = {
            "Starts an Ethereum network on this machine with the protocol on it, says where it is, and keeps it until"
                    + " Ctrl+C.",
            "It listens on loopback alone. Its accounts come from a published phrase and are worth nothing elsewhere."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:stopped on request", "1:could not be started, or ended by itself"})
public final class LocalnetCommand implements Callable<Integer> {

    private static final int LAST_PORT = 65_535;

    /// Of one part, how many are named one by one.
    private static final int MOST_NAMED = 7;

    private final LocalNetworks networks;

    @Spec
    private CommandSpec spec;

    @Option(names = "--port", paramLabel = "N", description = "Port on loopback; a free one where not given.")
    private @Nullable Integer port;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Number from which everything drawn comes, from 0; ${DEFAULT-VALUE} where not given.")
    private long seed;

    @Option(names = "--json", description = "Print one JSON document once the network is ready.")
    private boolean json;

    @SuppressWarnings("NullAway.Init") // picocli sets the fields before the command runs
    public LocalnetCommand(LocalNetworks networks) {
        this.networks = networks;
    }

    @Override
    public Integer call() throws ProblemException {
        try (var network = networks.start(port(), seed(), this::tell)) {
            var stop = new Thread(() -> stop(network), "stop");
            Runtime.getRuntime().addShutdownHook(stop);
            var out = spec.commandLine().getOut();
            out.println(json ? Json.print(Json.of(network.description())) : text(network.description()));
            out.flush();
            var lastWords = network.ended().join();
            return ended(stop, lastWords);
        }
    }

    private void tell(String sentence) {
        spec.commandLine().getErr().println(sentence);
        spec.commandLine().getErr().flush();
    }

    private OptionalInt port() {
        if (port == null) {
            return OptionalInt.empty();
        }
        if (port < 1 || port > LAST_PORT) {
            throw new ParameterException(spec.commandLine(), "A port lies between 1 and 65535, not at " + port + ".");
        }
        return OptionalInt.of(port);
    }

    private long seed() {
        if (seed < 0) {
            throw new ParameterException(spec.commandLine(), "A seed is not below zero: " + seed + ".");
        }
        return seed;
    }

    /// On Ctrl+C: the network first, then this program, which was asked to stop and did.
    private static void stop(AutoCloseable network) {
        try {
            network.close();
        } catch (Exception alreadyEnded) {
            Runtime.getRuntime().halt(1);
        }
        Runtime.getRuntime().halt(0);
    }

    /// The network ended without this program asking it to, unless the program is being stopped at this moment.
    private static int ended(Thread stop, String lastWords) throws ProblemException {
        try {
            Runtime.getRuntime().removeShutdownHook(stop);
        } catch (IllegalStateException stopping) {
            waitFor(stop);
        }
        throw new ProblemException(Problem.of(
                "The local network ended by itself." + (lastWords.isBlank() ? "" : " It said: " + lastWords.strip()),
                "Start it again."));
    }

    private static void waitFor(Thread stop) {
        try {
            stop.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String text(NetworkDescription network) {
        var text = new StringBuilder();
        text.append("Local network, chain ")
                .append(network.chain())
                .append(", ready at ")
                .append(network.rpc());
        text.append("\nDeployment file: ").append(network.deployment());
        for (var safe : network.safes()) {
            text.append("\nSafe of the %s, %d of %d: %s"
                    .formatted(
                            safe.name(),
                            safe.state().threshold(),
                            safe.state().owners().size(),
                            safe.state().address()));
        }
        text.append("\nTexts: ").append(network.texts());
        text.append("\nWaiting Safe transactions: ").append(network.safeQueue());
        text.append("\nTransaction service: ").append(network.serviceUrl());
        byPart(network).values().forEach(part -> appendPart(text, part));
        return text.append("\nEveryone's key comes from the phrase: ")
                .append(network.phrase())
                .append("\nCtrl+C stops it.")
                .toString();
    }

    private static Map<String, List<Account>> byPart(NetworkDescription network) {
        return network.accounts().stream()
                .collect(Collectors.groupingBy(Account::part, LinkedHashMap::new, Collectors.toList()));
    }

    /// Each of a few, or how many there are of many.
    private static void appendPart(StringBuilder text, List<Account> part) {
        if (part.size() > MOST_NAMED) {
            text.append("\n%-18s %d of them  %s to %s"
                    .formatted(
                            part.getFirst().part(),
                            part.size(),
                            part.getFirst().path(),
                            part.getLast().path()));
            return;
        }
        for (var account : part) {
            text.append("\n%-18s %s  %s".formatted(account.name(), account.address(), account.path()));
        }
    }
}
