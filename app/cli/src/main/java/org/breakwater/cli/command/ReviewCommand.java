package org.breakwater.cli.command;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.breakwater.core.json.JsonDocuments;
import org.breakwater.core.names.AddressBook;
import org.breakwater.core.names.AddressBooks;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.ProposalReview;
import org.breakwater.core.review.Review;
import org.breakwater.core.review.ReviewConnection;
import org.breakwater.core.review.ReviewConnections;
import org.breakwater.core.review.Verdict;
import org.breakwater.core.review.call.ReviewedCall;
import org.breakwater.core.review.check.Check;
import org.breakwater.core.review.check.CheckResult;
import org.breakwater.core.review.request.ReviewPolicy;
import org.breakwater.core.review.request.ReviewRequest;
import org.breakwater.core.review.request.TransactionDocument;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `breakwater review`: what a Safe's transaction does, and whether it may be signed.
@Command(
        name = "review",
        mixinStandardHelpOptions = true,
        description = {
            "Reviews one transaction of a Safe from its bytes and from the chain: what it does, the three hashes that"
                    + " are signed, every check of the signing firewall, and what a simulation changes.",
            "Nobody's word is taken: not a service's, not the file's own.",
            "With --proposal it reviews a proposal of the DAO in the same way: what the timelock would do."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:pass: nothing stands against signing it",
            "1:it could not be reviewed",
            "2:hold: a second look is needed",
            "3:block: it must not be signed"
        })
public final class ReviewCommand implements Callable<Integer> {

    private static final int COULD_NOT = 1;

    private final ReviewConnections connections;
    private final JsonDocuments documents;
    private final AddressBooks books;

    @Spec
    private CommandSpec spec;

    @Option(names = "--rpc", paramLabel = "URL", required = true, description = "The node's address.")
    private String rpc;

    @Option(names = "--safe", paramLabel = "ADDRESS", description = "The Safe.")
    private @Nullable String safe;

    @Option(
            names = "--proposal",
            paramLabel = "ID",
            description =
                    "A proposal of the DAO by its id in the Governor, instead of a transaction of a Safe; it wants"
                            + " --deployment.")
    private @Nullable String proposal;

    @Option(
            names = "--tx",
            paramLabel = "FILE",
            description = "The transaction as JSON: the fields of a SafeTx, or what a transaction service says of one.")
    private @Nullable String transaction;

    @Option(names = "--deployment", paramLabel = "FILE", description = "The protocol's deployment file.")
    private @Nullable String deployment;

    @Option(
            names = "--address-book",
            paramLabel = "FILE",
            description = "Your names, as CSV with the columns address, name and chainId.")
    private @Nullable String addressBook;

    @Option(
            names = "--service",
            paramLabel = "URL",
            description = "A transaction service, asked what else waits for the Safe. It is not believed.")
    private @Nullable String service;

    @Option(
            names = "--second-rpc",
            paramLabel = "URL",
            description = "Another node's address, asked whether it says the same of the Safe.")
    private @Nullable String secondRpc;

    @Option(
            names = "--expect-hash",
            paramLabel = "HASH",
            description = "The safeTxHash that a second machine shows, to compare with.")
    private @Nullable String expectHash;

    @Option(
            names = "--rehearse",
            description =
                    "Also carry the queue out in nonce order on a copy of the chain, in an Anvil of this program's"
                            + " own: the transaction, and what the service says that waits for the Safe.")
    private boolean rehearse;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @SuppressWarnings("NullAway.Init") // picocli sets the fields before the command runs
    public ReviewCommand(ReviewConnections connections, JsonDocuments documents, AddressBooks books) {
        this.connections = connections;
        this.documents = documents;
        this.books = books;
    }

    @Override
    public Integer call() throws ProblemException {
        var out = spec.commandLine().getOut();
        try {
            if (proposal != null) {
                var review = proposal(proposal);
                out.println(json ? Json.print(ProposalText.document(review)) : ProposalText.text(review));
                return exitCode(review.verdict());
            }
            var reviewed = review(address());
            out.println(json ? Json.print(document(reviewed)) : text(reviewed));
            return exitCode(reviewed.review().verdict());
        } catch (ProblemException unreviewed) {
            if (!json) {
                throw unreviewed;
            }
            out.println(Json.print(unknown(unreviewed.problem())));
            spec.commandLine().getErr().println("breakwater: " + unreviewed.problem());
            return COULD_NOT;
        } finally {
            out.flush();
        }
    }

    private static int exitCode(Verdict verdict) {
        return switch (verdict) {
            case PASS -> 0;
            case HOLD -> 2;
            case BLOCK -> 3;
        };
    }

    private ProposalReview proposal(String written) throws ProblemException {
        if (safe != null || transaction != null || service != null || expectHash != null) {
            throw new ParameterException(
                    spec.commandLine(), "--proposal stands alone: a proposal is no transaction of a Safe.");
        }
        if (!written.matches("[0-9]{1,78}")) {
            throw new ParameterException(spec.commandLine(), "--proposal: its id is a number of up to 78 digits.");
        }
        try (var connection = connections.open(sources())) {
            var book = addressBook == null ? new AddressBook(Map.of()) : books.read(addressBook, connection.chain());
            return connection.review(connection.proposal(new BigInteger(written), book, ReviewPolicy.STANDARD));
        }
    }

    private ReviewConnections.Sources sources() {
        return new ReviewConnections.Sources(
                rpc, Optional.ofNullable(deployment), Optional.ofNullable(service), Optional.ofNullable(secondRpc));
    }

    private String required(@Nullable String value, String option) {
        if (value == null) {
            throw new ParameterException(spec.commandLine(), "Missing required option: '" + option + "'");
        }
        return value;
    }

    private Address address() {
        try {
            return Address.parse(required(safe, "--safe=ADDRESS"));
        } catch (IllegalArgumentException noAddress) {
            throw new ParameterException(spec.commandLine(), "--safe: " + noAddress.getMessage() + ".", noAddress);
        }
    }

    private Optional<Hash32> expected() {
        try {
            return Optional.ofNullable(expectHash).map(Hash32::fromHex);
        } catch (IllegalArgumentException noHash) {
            throw new ParameterException(
                    spec.commandLine(), "--expect-hash: it is no hash of 32 bytes, with 0x.", noHash);
        }
    }

    /// @param rehearsal where one was asked for
    private record Reviewed(Review review, Optional<RehearsalText> rehearsal) {}

    private Reviewed review(Address of) throws ProblemException {
        var document = TransactionDocument.read(
                documents.read(required(transaction, "--tx=FILE"), TransactionDocument.LIMITS));
        try (var connection = connections.open(sources())) {
            var book = addressBook == null ? new AddressBook(Map.of()) : books.read(addressBook, connection.chain());
            var review = connection.review(
                    new ReviewRequest(of, document.transaction(), document.told(), book, ReviewPolicy.STANDARD)
                            .elsewhere(expected()));
            return new Reviewed(
                    review,
                    rehearse
                            ? Optional.of(new RehearsalText(
                                    review.hash().hash(), rehearsed(connection, of, document.transaction())))
                            : Optional.empty());
        }
    }

    /// A queue that cannot be rehearsed takes nothing from the review.
    private static RehearsalText.Ending rehearsed(ReviewConnection connection, Address safe, SafeTransaction reviewed) {
        try {
            // of those that fight for a nonce the reviewed one is tried
            var queue = Stream.concat(Stream.of(reviewed), connection.waiting(safe).stream())
                    .distinct()
                    .toList();
            return new RehearsalText.Rehearsed(connection.rehearse(safe, queue));
        } catch (ProblemException failed) {
            return new RehearsalText.Failed(failed.problem());
        }
    }

    private static Object document(Reviewed reviewed) {
        var document = document(reviewed.review());
        reviewed.rehearsal().ifPresent(rehearsal -> document.put("rehearsal", rehearsal.document()));
        return document;
    }

    private static Map<String, @Nullable Object> document(Review review) {
        return Json.object(
                "verdict", word(review.verdict()),
                "sentence", review.sentence(),
                "block", Json.of(review.block()),
                "hashes",
                        Json.object(
                                "domainHash", review.hash().domainHash().toString(),
                                "messageHash", review.hash().messageHash().toString(),
                                "safeTxHash", review.hash().hash().toString()),
                "calls", review.call().all().map(ReviewCommand::document).toList(),
                "checks", review.checks().stream().map(ReviewCommand::document).toList(),
                "stateChanges", new ChangeText(review.facts()).documents());
    }

    private static Object unknown(Problem problem) {
        return Json.object(
                "verdict", "unknown",
                "sentence", problem.toString(),
                "hashes", null,
                "calls", List.of(),
                "checks", List.of(),
                "stateChanges", List.of());
    }

    static Object document(ReviewedCall call) {
        return Json.object(
                "place", call.place(),
                "by", call.performer().toString(),
                "operation", call.operation().code(),
                "to", call.target().toString(),
                "value", call.value().toString(),
                "data", call.data().toHex(),
                "function", call.signature().isEmpty() ? null : call.signature(),
                "basis", word(call.basis()),
                "arguments",
                        call.understood()
                                .map(read -> read.call().arguments().stream()
                                        .map(argument -> Json.object(
                                                "name", argument.name(),
                                                "type", argument.type().canonical(),
                                                "value", AbiText.of(argument.value()),
                                                "from", argument.span().from(),
                                                "to", argument.span().to()))
                                        .toList())
                                .orElse(List.of()));
    }

    static Object document(Check check) {
        return Json.object(
                "id", check.id().name(),
                "title", check.id().title(),
                "outcome", outcome(check.result()),
                "evidence", check.result().evidence());
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String outcome(CheckResult result) {
        return switch (result) {
            case CheckResult.Passed _ -> "passed";
            case CheckResult.Note _ -> "note";
            case CheckResult.Warning _ -> "warning";
            case CheckResult.Hold _ -> "hold";
            case CheckResult.Block _ -> "block";
            case CheckResult.CouldNotRun _ -> "could-not-run";
            case CheckResult.NotApplicable _ -> "not-applicable";
            case CheckResult.NotAvailable _ -> "not-available";
        };
    }

    private static String text(Reviewed reviewed) {
        var review = reviewed.review();
        var lines = new ArrayList<String>();
        lines.add(review.verdict() + ": " + review.sentence());
        lines.add(
                "Block %d, %s".formatted(review.block().number(), review.block().hash()));
        lines.add("Domain hash:           " + review.hash().domainHash());
        lines.add("Message hash:          " + review.hash().messageHash());
        lines.add("Safe transaction hash: " + review.hash().hash());
        lines.add("");
        review.checks().stream()
                .filter(check -> !(check.result() instanceof CheckResult.NotApplicable))
                .forEach(check -> lines.add("%s  %-13s  %s: %s"
                        .formatted(
                                check.id(),
                                outcome(check.result()),
                                check.id().title(),
                                check.result().evidence())));
        lines.add("");
        lines.addAll(new ChangeText(review.facts()).lines());
        reviewed.rehearsal().ifPresent(rehearsal -> {
            lines.add("");
            lines.addAll(rehearsal.lines());
        });
        return String.join(System.lineSeparator(), lines);
    }
}
