package org.breakwater.core.alert;

import java.util.function.Function;
import java.util.function.LongFunction;
import org.breakwater.core.value.Address;

/// What things are called in the sentences of alerts.
///
/// @param addresses of contracts, tokens, venues and integrators
/// @param subjects by their numbers, as inside a sentence
public record AlertNames(Function<Address, String> addresses, LongFunction<String> subjects) {

    /// Shortened addresses, and subjects by their numbers.
    public static final AlertNames NUMBERS = new AlertNames(AlertNames::shortened, AlertNames::numbered);

    /// What an account is called.
    public String address(Address address) {
        return addresses.apply(address);
    }

    /// What a subject is called, as inside a sentence.
    public String subject(long subjectId) {
        return subjects.apply(subjectId);
    }

    private static String shortened(Address address) {
        var digits = address.toString();
        return digits.substring(0, 6) + "…" + digits.substring(digits.length() - 4);
    }

    private static String numbered(long subjectId) {
        return "subject " + subjectId;
    }
}
