package org.breakwater.desktop.feature.review;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.review.Verdict;
import org.breakwater.core.review.check.CheckId;
import org.breakwater.core.review.check.CheckResult;
import org.breakwater.core.review.check.StateChange;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Selector;
import org.breakwater.core.value.Word;
import org.breakwater.desktop.feature.review.ReviewPage.Line;
import org.breakwater.desktop.feature.review.ReviewPage.Reviewed;
import org.breakwater.desktop.feature.review.ReviewViewModel.Depth;
import org.breakwater.desktop.kit.Banner;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Card;
import org.breakwater.desktop.kit.CheckList;
import org.breakwater.desktop.kit.FactGrid;
import org.breakwater.desktop.kit.HashCard;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.QuotedWords;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.place.Surroundings;

/// The parts of a review's page.
final class ReviewParts {

    private static final double NAMES = 150;
    private static final int MOST_WORDS = 400;

    private final Surroundings around;
    private final Reviewed reviewed;

    ReviewParts(Surroundings around, Reviewed reviewed) {
        this.around = around;
        this.reviewed = reviewed;
    }

    /// What it does, as deep as it is looked into.
    Node main(Depth depth) {
        var main = new VBox(12);
        banner(main);
        said(main);
        switch (depth) {
            case SENTENCE -> main.getChildren().addAll(calls(), changes());
            case FIELDS -> {
                main.getChildren().add(fields());
                reviewed.lines().forEach(line -> main.getChildren().add(arguments(line)));
                main.getChildren().addAll(changes(), unavailable());
            }
            case BYTES -> reviewed.lines().forEach(line -> main.getChildren().add(bytes(line)));
        }
        return Boxes.padded(main, 14, 20, 20, 20);
    }

    private void banner(VBox main) {
        if (reviewed.review().verdict() == Verdict.BLOCK) {
            main.getChildren()
                    .add(new Banner(
                            Severity.BLOCK,
                            Icon.STOP,
                            "Do not sign this, here or in any other program.",
                            worst(CheckResult.Block.class)));
        } else if (reviewed.review().verdict() == Verdict.HOLD) {
            main.getChildren()
                    .add(new Banner(
                            Severity.HOLD,
                            Icon.LOCK,
                            "Look twice before anybody signs this.",
                            worst(CheckResult.Hold.class)));
        }
    }

    private String worst(Class<? extends CheckResult> kind) {
        return reviewed.review().checks().stream()
                .map(check -> check.result())
                .filter(kind::isInstance)
                .map(CheckResult::evidence)
                .findFirst()
                .orElse("A check that everything rests on could not run.");
    }

    private void said(VBox main) {
        var words = reviewed.queued().served().words();
        if (!words.isBlank()) {
            main.getChildren()
                    .add(new QuotedWords(words, Words.secondary("Their words. Nothing below follows from them.")));
        }
    }

    private Node calls() {
        var rows = new VBox();
        reviewed.lines().forEach(line -> rows.getChildren().add(call(line)));
        return Card.flush("What it does, from the bytes", rows, Words.secondary(count()));
    }

    private String count() {
        var calls = reviewed.lines().stream()
                .filter(line -> !line.call().isEnvelope())
                .count();
        var size = reviewed.queued().transaction().data().length();
        return calls + (calls == 1 ? " call, " : " calls, ") + Numbers.count(size) + " bytes";
    }

    private Node call(Line line) {
        var place = Words.mono(line.call().place());
        place.setMinWidth(44);
        var sentence = Words.wrapped(Words.body(line.sentence()));
        var way = Words.secondary(line.call().way() + ", read "
                + switch (line.call().basis()) {
                    case DEPLOYED -> "by the code at its target";
                    case SAFE -> "as the Safe's own";
                    case BY_SELECTOR -> "by its selector alone";
                    case NO_DATA -> "without calldata";
                    case NONE -> "by nothing that is known here";
                });
        var words = new VBox(2, sentence, way);
        return Boxes.padded(Boxes.row(8, place, Boxes.growing(words)), 8, 14, 8, 14 + 16.0 * line.depth());
    }

    private Node changes() {
        var told = reviewed.review().changes().stream()
                .filter(change -> change.kind() != StateChange.Kind.STORAGE)
                .toList();
        var words = reviewed.review().changes().size() - told.size();
        var under = words == 0
                ? ""
                : Numbers.count(words) + (words == 1 ? " word" : " words") + " of other contracts' storage change too";
        if (told.isEmpty()) {
            return Card.of(
                    "Before and after",
                    Words.wrapped(Words.muted(
                            words == 0
                                    ? "The simulation changes nothing, or could not run; the checks say which."
                                    : "No money moves and the Safe stays as it is. " + under + ".")),
                    block());
        }
        var rows = new VBox();
        told.forEach(change -> rows.getChildren()
                .add(Boxes.padded(new VBox(Words.wrapped(Words.body(change.sentence()))), 6, 14, 6, 14)));
        if (words > 0) {
            rows.getChildren().add(Boxes.padded(new VBox(Words.secondary(under + ".")), 6, 14, 8, 14));
        }
        return Card.flush("Before and after", rows, block());
    }

    /// What checks lack, one sentence each.
    private Node unavailable() {
        var rows = new VBox(4);
        for (var check : reviewed.review().checks()) {
            if (check.result() instanceof CheckResult.NotAvailable(var missing)) {
                rows.getChildren().add(Words.wrapped(Words.secondary(check.id() + ": " + missing)));
            }
        }
        return Card.of("What checks lack here", rows);
    }

    private Node block() {
        return Words.secondary("Computed on state of block "
                + Numbers.count(reviewed.review().block().number()));
    }

    private Node fields() {
        var transaction = reviewed.queued().transaction();
        var grid = FactGrid.of(NAMES)
                .add("to", around.chip(transaction.to()))
                .add("value", transaction.value() + " wei")
                .add(
                        "operation",
                        transaction.operation().code() + ", "
                                + transaction
                                        .operation()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', ' '))
                .add("data", Numbers.count(transaction.data().length()) + " bytes")
                .add("safeTxGas", transaction.safeTxGas().toString())
                .add("baseGas", transaction.baseGas().toString())
                .add("gasPrice", transaction.gasPrice().toString())
                .add("gasToken", transaction.gasToken().toString())
                .add("refundReceiver", transaction.refundReceiver().toString())
                .add("nonce", transaction.nonce().toString());
        return Card.of("The fields that are signed", grid);
    }

    private Node arguments(Line line) {
        var grid = FactGrid.of(NAMES).add("to", around.chip(line.call().target()));
        line.call().understood().ifPresent(read -> {
            grid.add("function", line.call().signature());
            read.call()
                    .arguments()
                    .forEach(argument -> grid.add(
                            argument.name().isEmpty() ? argument.type().canonical() : argument.name(),
                            value(argument.value())));
        });
        return Card.of("Call " + line.call().place(), grid);
    }

    private Node value(AbiValue value) {
        return switch (value) {
            case AbiValue.Account(var address) -> around.chip(address);
            case AbiValue.Whole(var number) -> Words.body(number.toString());
            case AbiValue.Flag(var flag) -> Words.body(flag ? "yes" : "no");
            case AbiValue.Binary(var bytes) -> Words.wrapped(Words.mono(shortened(bytes)));
            case AbiValue.Text(var text) -> Words.wrapped(Words.body("“" + text + "”"));
            case AbiValue.Items(var items) ->
                new VBox(2, items.stream().map(this::value).toArray(Node[]::new));
            case AbiValue.Tuple(var parts) ->
                new VBox(2, parts.stream().map(this::value).toArray(Node[]::new));
        };
    }

    private static String shortened(Bytes bytes) {
        var hex = bytes.toHex();
        return hex.length() <= 140 ? hex : hex.substring(0, 140) + "… (" + bytes.length() + " bytes)";
    }

    private Node bytes(Line line) {
        var rows = new VBox(2);
        var data = line.call().data();
        if (data.isEmpty()) {
            rows.getChildren().add(Words.muted("No calldata."));
        }
        var at = 0;
        while (at < data.length() && rows.getChildren().size() < MOST_WORDS) {
            var end = Math.min(data.length(), at == 0 ? Selector.LENGTH : at + Word.LENGTH);
            rows.getChildren().add(word(line, at, data.slice(at, end)));
            at = end;
        }
        if (at < data.length()) {
            rows.getChildren().add(Words.muted(Numbers.count(data.length() - at) + " more bytes are not shown here."));
        }
        return Card.of(
                "Call " + line.call().place() + ", " + Numbers.count(data.length()) + " bytes",
                rows,
                Words.secondary("offset, raw, meaning"));
    }

    private static Node word(Line line, int at, Bytes bytes) {
        var offset = Words.mono("%03d".formatted(at));
        offset.setMinWidth(36);
        var raw = Words.mono(bytes.toHex().substring(2));
        raw.setMinWidth(472);
        return Boxes.row(8, offset, raw, Words.secondary(meaning(line, at)));
    }

    private static String meaning(Line line, int at) {
        if (at == 0) {
            return line.call().signature().isEmpty()
                    ? ""
                    : "selector of " + line.call().signature();
        }
        return line.call()
                .understood()
                .flatMap(read -> read.call().arguments().stream()
                        .filter(argument -> argument.span().from() <= at
                                && at < argument.span().to())
                        .map(argument -> argument.type().canonical() + " " + argument.name())
                        .findFirst())
                .orElse("");
    }

    /// The checks, and the hashes that a device must show.
    Node side() {
        var checks = reviewed.review().checks();
        var ran = checks.stream()
                .filter(check -> !(check.result() instanceof CheckResult.NotApplicable)
                        && !(check.result() instanceof CheckResult.NotAvailable)
                        && !(check.result() instanceof CheckResult.CouldNotRun))
                .count();
        var list = new CheckList(Outcomes.listed(checks));
        var blocked = Outcomes.isBlocked(reviewed);
        var side = new VBox(
                12,
                Boxes.row(8, Words.section("Checks"), Boxes.spacer(), Words.secondary(ran + " ran here")),
                list,
                Words.section(blocked ? "If you see this hash on a device, refuse" : "Hashes your device must show"),
                hashes());
        return Boxes.padded(side, 14, 18, 20, 18);
    }

    private Node hashes() {
        var hash = reviewed.review().hash();
        var agreed = Outcomes.of(CheckId.FW01, reviewed.review().checks())
                .filter(CheckResult.Passed.class::isInstance)
                .isPresent();
        return new HashCard(List.of(
                new HashCard.Entry("Domain hash", hash.domainHash(), "two routes agree", true),
                new HashCard.Entry("Message hash", hash.messageHash(), "two routes agree", true),
                new HashCard.Entry(
                        "safeTxHash",
                        hash.hash(),
                        agreed ? "two routes and the chain agree" : "not everybody agrees",
                        agreed)));
    }
}
