package org.breakwater.desktop.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.breakwater.core.review.check.Check;
import org.breakwater.core.review.check.CheckResult;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.place.Reviews.Outcome;

/// What a review found, as it is listed: what does not apply is left out, what is not available is one note.
///
/// @param name what an address is called
public record ReviewFindings(Function<Address, String> name) {

    /// Before the review of a transaction is there.
    public static final Finding NOT_YET =
            Finding.of(Severity.COULD_NOT_RUN, "Not reviewed yet", "Its checks run beside this list");

    private static final Pattern NAMED = Pattern.compile(" \\(0x[0-9a-fA-F]{40}\\)");
    private static final Pattern ADDRESS = Pattern.compile("\\b0x[0-9a-fA-F]{40}\\b");
    private static final Pattern HASH = Pattern.compile("\\b(0x[0-9a-fA-F]{8})[0-9a-fA-F]{48}([0-9a-fA-F]{8})\\b");

    public List<Finding> of(Optional<Outcome> outcome) {
        return outcome.map(ended -> switch (ended) {
                    case Outcome.Done(var review) -> of(review.checks());
                    case Outcome.Failed(var problem) ->
                        List.of(Finding.of(Severity.HOLD, "It could not be reviewed", problem.toString()));
                })
                .orElse(List.of(NOT_YET));
    }

    public List<Finding> of(List<Check> checks) {
        var listed = new ArrayList<Finding>();
        var missing = new ArrayList<String>();
        for (var check : checks) {
            if (check.result() instanceof CheckResult.NotAvailable) {
                missing.add(check.id().name());
            }
            severity(check).ifPresent(severity -> listed.add(listed(check, severity)));
        }
        if (!missing.isEmpty()) {
            listed.add(Finding.of(
                    Severity.NOTE,
                    missing.size() + (missing.size() == 1 ? " check lacks" : " checks lack") + " what it takes here",
                    String.join(", ", missing) + "; the fields say what"));
        }
        return listed;
    }

    private Finding listed(Check check, Severity severity) {
        var evidence = plain(check.result().evidence());
        var end = evidence.indexOf(". ");
        var title = check.id() + ", " + check.id().title().toLowerCase(Locale.ROOT);
        return severity == Severity.PASSED
                ? Finding.of(severity, check.id().name(), check.id().title() + ". " + evidence)
                : Finding.of(
                        severity,
                        end < 0 ? evidence : evidence.substring(0, end + 1),
                        (end < 0 ? "" : evidence.substring(end + 2) + " ") + title);
    }

    /// Addresses by their names, hashes by their ends: all digits stand in the fields.
    public String plain(String sentences) {
        var named = NAMED.matcher(sentences).replaceAll("");
        var written = ADDRESS.matcher(named)
                .replaceAll(found -> name.apply(Address.parse(found.group().toLowerCase(Locale.ROOT))));
        return HASH.matcher(written).replaceAll("$1…$2");
    }

    private static Optional<Severity> severity(Check check) {
        return switch (check.result()) {
            case CheckResult.Passed _ -> Optional.of(Severity.PASSED);
            case CheckResult.Note _ -> Optional.of(Severity.NOTE);
            case CheckResult.Warning _ -> Optional.of(Severity.WARNING);
            case CheckResult.Hold _ -> Optional.of(Severity.HOLD);
            case CheckResult.Block _ -> Optional.of(Severity.BLOCK);
            case CheckResult.CouldNotRun _ ->
                Optional.of(check.holds() ? Severity.HOLD : Severity.COULD_NOT_RUN);
            case CheckResult.NotApplicable _, CheckResult.NotAvailable _ -> Optional.empty();
        };
    }
}
