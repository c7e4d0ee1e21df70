package org.breakwater.desktop.feature.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.value.Bytes;
import org.breakwater.desktop.feature.review.ReviewPage.Line;
import org.breakwater.desktop.feature.review.ReviewPage.Reviewed;
import org.breakwater.desktop.kit.Card;
import org.breakwater.desktop.kit.FactGrid;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.place.Surroundings;

/// The fields that are signed, and each call's arguments.
record FieldCards(Surroundings around, Reviewed reviewed) {

    private static final double NAMES = 150;
    private static final int MOST_HEX = 140;

    List<Node> all() {
        var all = new ArrayList<Node>();
        all.add(signed());
        reviewed.lines().forEach(line -> all.add(arguments(line)));
        return all;
    }

    private Node signed() {
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
        return hex.length() <= MOST_HEX ? hex : hex.substring(0, MOST_HEX) + "… (" + bytes.length() + " bytes)";
    }
}
