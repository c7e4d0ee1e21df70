package org.breakwater.cli.command;

import org.breakwater.core.abi.AbiValue;

/// Decoded values as JSON has them: numbers as texts, because many readers of JSON would round them.
final class AbiText {

    private AbiText() {}

    static Object of(AbiValue value) {
        return switch (value) {
            case AbiValue.Whole(var number) -> number.toString();
            case AbiValue.Flag(var flag) -> flag;
            case AbiValue.Account(var address) -> address.toString();
            case AbiValue.Binary(var bytes) -> bytes.toHex();
            case AbiValue.Text(var text) -> text;
            case AbiValue.Items(var items) -> items.stream().map(AbiText::of).toList();
            case AbiValue.Tuple(var components) ->
                components.stream().map(AbiText::of).toList();
        };
    }
}
