package org.breakwater.core.evidence;

import java.util.Locale;
import java.util.regex.Pattern;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Quotation;

/// A place that the person allows to be asked for evidence: nothing else is ever asked.
///
/// @param origin scheme, host and port, in the one spelling that they have here: encrypted, or on this machine
public record EvidencePlace(Kind kind, String origin) {

    /// What a place is asked for.
    public enum Kind {
        /// For whatever has an IPFS address, under `/ipfs/`.
        GATEWAY,
        /// For what was filed with an address there.
        HOST
    }

    static final Pattern ORIGIN = Pattern.compile("(?:https://[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?"
            + "|http://(?:127\\.0\\.0\\.1|localhost))(?::[1-9][0-9]{0,4})?");
    private static final String DEFAULT_PORT = ":443";

    /// @param typed as in `https://ipfs.io`
    /// @throws ProblemException for what is not a host alone, and for one that would be asked in the open
    public static EvidencePlace of(Kind kind, String typed) throws ProblemException {
        var text = typed.strip().toLowerCase(Locale.ROOT);
        var origin = canonical(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        if (origin.startsWith("http://") && !ORIGIN.matcher(origin).matches()) {
            throw new ProblemException(new Problem(
                    Quotation.of(typed) + " would be asked without encryption.",
                    "Others could read what is asked for.",
                    "Enter an address that begins with https://."));
        }
        if (!ORIGIN.matcher(origin).matches()) {
            throw new ProblemException(Problem.of(
                    Quotation.of(typed) + " is no address of a host.", "An address reads like https://ipfs.io."));
        }
        return new EvidencePlace(kind, origin);
    }

    /// Without the port that everybody means.
    static String canonical(String origin) {
        return origin.startsWith("https://") && origin.endsWith(DEFAULT_PORT)
                ? origin.substring(0, origin.length() - DEFAULT_PORT.length())
                : origin;
    }

    @Override
    public String toString() {
        return origin;
    }
}
