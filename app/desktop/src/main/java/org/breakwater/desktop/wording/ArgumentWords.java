package org.breakwater.desktop.wording;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Quotation;
import org.breakwater.desktop.l10n.Numbers;

/// Values of calldata as they are written.
///
/// @param name what an address is called
public record ArgumentWords(Function<Address, String> name) {

    /// A number of more bits is a hash, whose digits are not counted in groups.
    private static final int A_HASH = 128;

    public String of(AbiValue value) {
        return switch (value) {
            case AbiValue.Whole(var whole) -> whole.bitLength() > A_HASH ? whole.toString() : Numbers.count(whole);
            case AbiValue.Flag(var flag) -> Boolean.toString(flag);
            case AbiValue.Account(var account) -> name.apply(account) + ", " + account;
            case AbiValue.Binary(var bytes) -> bytes.toHex();
            case AbiValue.Text(var text) -> Quotation.of(text);
            case AbiValue.Items(var items) -> joined(items);
            case AbiValue.Tuple(var components) -> joined(components);
        };
    }

    private String joined(List<AbiValue> values) {
        return values.stream().map(this::of).collect(Collectors.joining("; ", "[", "]"));
    }
}
