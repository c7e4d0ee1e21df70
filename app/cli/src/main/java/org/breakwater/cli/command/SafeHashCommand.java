package org.breakwater.cli.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import org.breakwater.core.json.JsonDocuments;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SafeHashCase;
import org.breakwater.core.safe.SafeHashCases;
import org.breakwater.core.safe.SafeTxHash;
import org.breakwater.core.safe.WrittenFields;
import org.breakwater.core.value.Quotation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `breakwater safe-hash`: what a Safe's owners sign, from the transaction's fields alone.
@Command(
        name = "safe-hash",
        description = {
            "Computes the three hashes of a Safe transaction from its fields alone, for any version and chain: the"
                    + " domain's and the message's, which a hardware device shows, and the one that is signed.",
            "It opens no connection. Every field must be given; numbers are decimal or begin with 0x."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:computed", "1:something given is not what it should be, and nothing was printed"})
public final class SafeHashCommand implements Callable<Integer> {

    private final JsonDocuments documents;

    @Spec
    private CommandSpec spec;

    /// In place of the standard help options, whose `--version` would be this program's. picocli reads it.
    @SuppressWarnings("UnusedVariable")
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help message and exit.")
    private boolean help;

    @Option(names = "--chain-id", paramLabel = "N", description = "The chain's id; no part of the hashes before 1.3.0.")
    private @Nullable String chainId;

    @Option(names = "--safe", paramLabel = "A", description = "The Safe's address.")
    private @Nullable String safe;

    @Option(names = "--version", paramLabel = "V", description = "The Safe's version, as its VERSION() answers.")
    private @Nullable String version;

    @Option(names = "--to", paramLabel = "A", description = "The target of the call.")
    private @Nullable String to;

    @Option(names = "--value", paramLabel = "N", description = "The value of the call, in wei.")
    private @Nullable String value;

    @Option(names = "--data", paramLabel = "HEX", description = "The calldata; 0x for none.")
    private @Nullable String data;

    @Option(names = "--operation", paramLabel = "0|1", description = "0 for a call, 1 for a delegate call.")
    private @Nullable String operation;

    @Option(names = "--safe-tx-gas", paramLabel = "N", description = "Gas for the call.")
    private @Nullable String safeTxGas;

    @Option(names = "--base-gas", paramLabel = "N", description = "Gas added to a refund; dataGas before 1.0.0.")
    private @Nullable String baseGas;

    @Option(names = "--gas-price", paramLabel = "N", description = "The refund for each gas; 0 for none.")
    private @Nullable String gasPrice;

    @Option(names = "--gas-token", paramLabel = "A", description = "The refund's token; the zero address for none.")
    private @Nullable String gasToken;

    @Option(names = "--refund-receiver", paramLabel = "A", description = "Who is refunded; zero for the sender.")
    private @Nullable String refundReceiver;

    @Option(names = "--nonce", paramLabel = "N", description = "The transaction's nonce.")
    private @Nullable String nonce;

    @Option(
            names = "--cases",
            paramLabel = "FILE",
            description = "A JSON list of objects with these fields in camelCase, instead of the options; prints a list"
                    + " in the same order.")
    private @Nullable String cases;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @SuppressWarnings("NullAway.Init") // picocli sets the fields before the command runs
    public SafeHashCommand(JsonDocuments documents) {
        this.documents = documents;
    }

    @Override
    public Integer call() throws ProblemException {
        var out = spec.commandLine().getOut();
        out.println(cases == null ? one() : many(cases));
        out.flush();
        return 0;
    }

    private String one() throws ProblemException {
        requireAll();
        var hash = SafeHashCase.read(new Options(given())).hash();
        return json ? Json.print(document(hash)) : text(hash);
    }

    private String many(String file) throws ProblemException {
        if (!given().isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--cases brings its own fields; leave " + String.join(", ", options()) + " out.");
        }
        return Json.print(SafeHashCases.read(documents.read(file, SafeHashCases.LIMITS)).stream()
                .map(SafeHashCase::hash)
                .map(SafeHashCommand::document)
                .toList());
    }

    private void requireAll() {
        var given = given();
        var missing = SafeHashCase.FIELDS.stream()
                .filter(field -> !given.containsKey(field))
                .map(SafeHashCommand::option)
                .toList();
        if (!missing.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Missing: " + String.join(", ", missing) + ".");
        }
    }

    private List<String> options() {
        return given().keySet().stream().map(SafeHashCommand::option).toList();
    }

    /// What was given, by the field's name.
    private SequencedMap<String, String> given() {
        var given = new LinkedHashMap<String, String>();
        put(given, "chainId", chainId);
        put(given, "safe", safe);
        put(given, "version", version);
        put(given, "to", to);
        put(given, "value", value);
        put(given, "data", data);
        put(given, "operation", operation);
        put(given, "safeTxGas", safeTxGas);
        put(given, "baseGas", baseGas);
        put(given, "gasPrice", gasPrice);
        put(given, "gasToken", gasToken);
        put(given, "refundReceiver", refundReceiver);
        put(given, "nonce", nonce);
        return given;
    }

    private static void put(Map<String, String> given, String field, @Nullable String text) {
        if (text != null) {
            given.put(field, text);
        }
    }

    /// `safeTxGas` as `--safe-tx-gas`.
    private static String option(String field) {
        return "--" + field.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static Object document(SafeTxHash hash) {
        return Json.object(
                "domainHash", hash.domainHash().toString(),
                "messageHash", hash.messageHash().toString(),
                "safeTxHash", hash.hash().toString());
    }

    private static String text(SafeTxHash hash) {
        return "Domain hash:           %s%nMessage hash:          %s%nSafe transaction hash: %s"
                .formatted(hash.domainHash(), hash.messageHash(), hash.hash());
    }

    /// The fields as options.
    private record Options(Map<String, String> given) implements WrittenFields {

        @Override
        public String text(String field) throws ProblemException {
            return Optional.ofNullable(given.get(field)).orElseThrow(() -> refused(field, "it is missing"));
        }

        @Override
        public ProblemException refused(String field, String why) {
            return new ProblemException(Problem.of(
                    "What is given for " + option(field) + " cannot be used: " + Quotation.plain(why) + ".",
                    "Correct it and try again."));
        }
    }
}
