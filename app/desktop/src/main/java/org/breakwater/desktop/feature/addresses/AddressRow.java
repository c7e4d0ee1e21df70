package org.breakwater.desktop.feature.addresses;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.breakwater.core.value.Address;

/// An address and what is known of it.
///
/// @param name in the book; empty where it is known by its part alone
/// @param part what it is to the protocol
/// @param roles it has in the AccessManager now
/// @param looksLike the address of the book that it could be taken for
record AddressRow(Address address, Optional<String> name, Part part, List<String> roles, Optional<String> looksLike) {

    /// What an address is to the protocol.
    enum Part {
        CONTRACT("Contract"),
        POOL("Pool"),
        VENUE("Venue"),
        PRICE_FEED("Price feed"),
        SAFE("Safe"),
        ACCOUNT("Account");

        private final String words;

        Part(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    AddressRow {
        roles = List.copyOf(roles);
    }

    String called() {
        return name.orElse("no name");
    }

    String roleWords() {
        return roles.isEmpty() ? "none" : String.join(", ", roles);
    }

    boolean matches(String sought) {
        var text = (called() + " " + address + " " + part.words() + " " + roleWords()).toLowerCase(Locale.ROOT);
        return text.contains(sought.strip().toLowerCase(Locale.ROOT));
    }
}
