package org.breakwater.desktop.kit;

import java.util.Optional;
import org.breakwater.core.value.Address;

/// An address with what the person's own book says about it.
///
/// @param name its name in the book
/// @param looksLike an address of the book with the same ends, which this one is not
public record AddressLabel(Address address, Optional<String> name, Optional<LookAlike> looksLike) {

    /// An address of the book that another one could be taken for.
    public record LookAlike(Address address, String name) {}

    public static AddressLabel named(Address address, String name) {
        return new AddressLabel(address, Optional.of(name), Optional.empty());
    }

    public static AddressLabel unknown(Address address) {
        return new AddressLabel(address, Optional.empty(), Optional.empty());
    }

    public static AddressLabel lookAlike(Address address, Address other, String name) {
        return new AddressLabel(address, Optional.empty(), Optional.of(new LookAlike(other, name)));
    }

    /// `0x9E2e…5352`.
    public String shortened() {
        var text = address.toString();
        return text.substring(0, 6) + "…" + text.substring(text.length() - 4);
    }

    /// What is read out: the name or all digits, and the warning.
    String spoken() {
        var who = name.map(known -> known + ", " + address).orElseGet(address::toString);
        return looksLike
                .map(other -> "Hold: looks like " + other.name() + " but is " + who)
                .orElse(who);
    }
}
