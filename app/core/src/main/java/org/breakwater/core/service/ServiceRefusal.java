package org.breakwater.core.service;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// Why a transaction service did not do what it was asked, in its own words, shortened and without characters that a
/// screen would act on.
///
/// @param code its own number for the reason, where it gives one
/// @param reasons none where it gives none
public record ServiceRefusal(OptionalInt code, List<Reason> reasons) {

    /// A path's address without its checksum.
    public static final int CHECKSUM = 1;

    /// A gas estimation that failed.
    public static final int ESTIMATION = 30;

    /// A Safe that could not be read from the chain.
    public static final int UNREADABLE_SAFE = 50;

    public ServiceRefusal {
        reasons = List.copyOf(reasons);
    }

    /// @param field that it is about; empty where it is about the whole
    public record Reason(String field, String words) {

        @Override
        public String toString() {
            return field.isEmpty() ? words : field + ": " + words;
        }
    }

    /// Whether it names a field as the reason.
    public boolean isAbout(String field) {
        return reasons.stream().anyMatch(reason -> reason.field().equals(field));
    }

    /// All reasons in one line.
    @Override
    public String toString() {
        return reasons.isEmpty()
                ? "no reason given"
                : reasons.stream().map(Reason::toString).collect(Collectors.joining("; "));
    }
}
