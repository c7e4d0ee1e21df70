package org.breakwater.cli.command;

import java.io.Console;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.breakwater.core.execution.Pause;
import org.breakwater.core.execution.PayingAccount;
import org.breakwater.core.keeping.Keeper;
import org.breakwater.core.keeping.KeeperRules;
import org.breakwater.core.keeping.Keepers;
import org.breakwater.core.keeping.Keepers.OpenKeeper;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `breakwater keep`: finds what anybody may do and is due, and does it where it is told to.
@Command(
        name = "keep",
        mixinStandardHelpOptions = true,
        description = {
            "Finds every call that anybody may make and that is due, tries each on the newest block, and orders them:",
            "losses and payments first. With --execute it makes them, one after the other, from a key that has no"
                    + " role.",
            "Without it nothing is sent. Several keepers at once do no harm."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:looked, and done what could be done",
            "1:could not be done",
            "2:stopped by a limit or for lack of funds"
        })
public final class KeepCommand implements Callable<Integer> {

    private static final int STOPPED = 2;
    private static final int MOST_PASSPHRASE = 4_096;
    private static final BigDecimal ETHER = BigDecimal.TEN.pow(18);

    /// Tries calls where nobody is named who would send them.
    private static final Address NOBODY = Address.parse("0x000000000000000000000000000000000000dEaD");

    private final Keepers keepers;
    private final Pause pause;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rpc",
            paramLabel = "URL",
            required = true,
            arity = "1..*",
            description = "Addresses of nodes, in order of preference.")
    private List<String> rpcs;

    @Option(names = "--deployment", paramLabel = "FILE", required = true, description = "The deployment file.")
    private String deployment;

    @Option(
            names = "--db",
            paramLabel = "FILE",
            description = "The file that holds the index, as sync makes it; read anew each time without it.")
    private @Nullable String store;

    @Option(
            names = "--reports",
            paramLabel = "FOLDER",
            description = "Reports that signers attested, one in each file *.hex.")
    private @Nullable String reports;

    @Option(names = "--key", paramLabel = "FILE", description = "An encrypted key of its own, without any role.")
    private @Nullable String key;

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "A file with the key's passphrase; asked for without it.")
    private @Nullable String passphraseFile;

    @Option(names = "--execute", description = "Send what would be carried out.")
    private boolean execute;

    @Option(names = "--once", description = "Look once and end; else again and again until it is stopped.")
    private boolean once;

    @Option(
            names = "--every",
            paramLabel = "SECONDS",
            defaultValue = "12",
            description = "Seconds between two looks (default: ${DEFAULT-VALUE}).")
    private long every;

    @Option(
            names = "--spend",
            paramLabel = "ETHER",
            defaultValue = "0.5",
            description = "Most that is spent on fees in a day of UTC (default: ${DEFAULT-VALUE}).")
    private BigDecimal spend;

    @Option(
            names = "--most-fee",
            paramLabel = "GWEI",
            defaultValue = "200",
            description = "Most that is offered for a unit of gas (default: ${DEFAULT-VALUE}).")
    private BigDecimal mostFee;

    @Option(names = "--json", description = "Print one JSON document for each look.")
    private boolean json;

    /// @param pause between two looks
    @SuppressWarnings("NullAway.Init") // picocli sets the fields before the command runs
    public KeepCommand(Keepers keepers, Pause pause) {
        this.keepers = keepers;
        this.pause = pause;
    }

    @Override
    public Integer call() throws ProblemException {
        if (execute && key == null) {
            throw new ParameterException(spec.commandLine(), "--execute needs --key FILE.");
        }
        if (every < 1 || every > 3_600) {
            throw new ParameterException(spec.commandLine(), "--every is from 1 to 3600 seconds.");
        }
        var rules = rules();
        var places = new Keepers.Places(rpcs, deployment, Optional.ofNullable(store), Optional.ofNullable(reports));
        try (var open = keepers.open(places)) {
            open.passedOver().forEach(this::warn);
            if (key == null) {
                return looks(open, NOBODY, Optional.empty());
            }
            var account = account(key);
            Optional<Keeper> keeper = execute ? Optional.of(open.keeper(account, rules)) : Optional.empty();
            return looks(open, account.address(), keeper);
        }
    }

    private KeeperRules rules() {
        if (spend.signum() <= 0 || mostFee.signum() <= 0) {
            throw new ParameterException(spec.commandLine(), "--spend and --most-fee are above zero.");
        }
        return KeeperRules.USUAL.spending(wei(spend, ETHER)).offering(wei(mostFee, BigDecimal.TEN.pow(9)));
    }

    private static BigInteger wei(BigDecimal amount, BigDecimal unit) {
        return amount.multiply(unit).toBigInteger().max(BigInteger.ONE);
    }

    private void warn(Problem problem) {
        spec.commandLine().getErr().println("breakwater: " + problem);
    }

    /// A look that fails is told, and the next one comes all the same.
    private int looks(OpenKeeper open, Address sender, Optional<Keeper> keeper) throws ProblemException {
        while (true) {
            var stopped = false;
            try {
                stopped = look(open, sender, keeper);
            } catch (ProblemException failed) {
                if (once) {
                    throw failed;
                }
                warn(failed.problem());
            }
            if (once) {
                return stopped ? STOPPED : 0;
            }
            pause.pause(Duration.ofSeconds(every));
            if (Thread.currentThread().isInterrupted()) {
                return 0;
            }
        }
    }

    private boolean look(OpenKeeper open, Address sender, Optional<Keeper> keeper) throws ProblemException {
        var found = open.look(sender);
        var text = new KeepText(found);
        keeper.ifPresent(hand -> hand.run(found.actions(), text::told));
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.print(text.document()));
        } else if (!found.actions().isEmpty() || once) {
            out.println(text.lines(keeper.isEmpty()));
        }
        out.flush();
        return text.isStopped();
    }

    // ── the key ────────────────────────────────────────────────────────────────────────────────────────────────

    private PayingAccount account(String file) throws ProblemException {
        var passphrase = passphrase(file);
        try {
            return keepers.key(file, passphrase);
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    private char[] passphrase(String file) throws ProblemException {
        if (passphraseFile != null) {
            return passphraseOf(passphraseFile);
        }
        var typed = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> console.readPassword("Passphrase of %s: ", file));
        if (typed.isPresent()) {
            return typed.get();
        }
        throw new ProblemException(
                Problem.of("Nobody can be asked for the passphrase here.", "Name a file with --passphrase-file."));
    }

    /// The file's first line, without its end.
    private static char[] passphraseOf(String file) throws ProblemException {
        try (var reader = Files.newBufferedReader(Path.of(file))) {
            var read = new char[MOST_PASSPHRASE];
            var length = 0;
            for (int next = reader.read(); next >= 0 && next != '\n' && next != '\r'; next = reader.read()) {
                if (length == MOST_PASSPHRASE) {
                    throw new ProblemException(
                            Problem.of("The passphrase in " + file + " is too long.", "Check the file."));
                }
                read[length++] = (char) next;
            }
            var passphrase = Arrays.copyOf(read, length);
            Arrays.fill(read, '\0');
            return passphrase;
        } catch (IOException | InvalidPathException unreadable) {
            throw new ProblemException(
                    Problem.of("The passphrase could not be read from " + file + ".", "Check the path."), unreadable);
        }
    }
}
