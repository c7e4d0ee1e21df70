package org.breakwater.desktop.wording;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.breakwater.core.review.ProposalReview;
import org.breakwater.core.review.Review;
import org.breakwater.core.review.ReviewFacts;
import org.breakwater.core.review.check.Check;
import org.breakwater.core.review.check.CheckResult;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.place.Reviews.Outcome;

/// What a review found, as it is listed: what does not apply is left out, what is not available is one note.
///
/// @param name what an address is called
public record ReviewFindings(Function<Address, String> name) {

    /// Before the review of a transaction is there.
    public static final Finding NOT_YET =
            Finding.of(Severity.COULD_NOT_RUN, "Not reviewed yet", "Its checks run beside this list");

    private static final int ETHER = 18;
    private static final Pattern AMOUNT =
            Pattern.compile("\\b(\\d{1,78}) units of ((?:[^().]{1,60} \\()?)(0x[0-9a-fA-F]{40})");
    private static final Pattern WEI = Pattern.compile("\\b(\\d{1,78}) wei\\b");
    private static final Pattern TIME =
            Pattern.compile("\\b\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?Z");
    private static final Pattern NAMED = Pattern.compile(" \\(0x[0-9a-fA-F]{40}\\)");
    private static final Pattern ADDRESS = Pattern.compile("\\b0x[0-9a-fA-F]{40}\\b");
    private static final Pattern HASH = Pattern.compile("\\b(0x[0-9a-fA-F]{8})[0-9a-fA-F]{48}([0-9a-fA-F]{8})\\b");

    public List<Finding> of(Optional<Outcome> outcome) {
        return outcome.map(ended -> switch (ended) {
                    case Outcome.Done(var review) -> of(review);
                    case Outcome.Failed(var problem) ->
                        List.of(Finding.of(Severity.HOLD, "It could not be reviewed", problem.toString()));
                })
                .orElse(List.of(NOT_YET));
    }

    public List<Finding> of(Review review) {
        var listed = new ArrayList<Finding>();
        var missing = new ArrayList<String>();
        for (var check : review.checks()) {
            if (check.result() instanceof CheckResult.NotAvailable) {
                missing.add(check.id().subject());
            }
            severity(check).ifPresent(severity -> listed.add(listed(check, severity, review.facts())));
        }
        if (!missing.isEmpty()) {
            listed.add(Finding.of(
                    Severity.NOTE,
                    missing.size() + (missing.size() == 1 ? " check lacks" : " checks lack") + " what it takes here",
                    capitalised(String.join(", ", missing)) + "; the fields say what"));
        }
        return listed;
    }

    /// What the review of a proposal found: what only proposals have first.
    public List<Finding> of(ProposalReview review) {
        var listed = new ArrayList<Finding>();
        for (var check : review.own()) {
            severity(check.result(), check.holds())
                    .ifPresent(severity -> listed.add(Finding.of(
                            severity, check.id().title(), plain(check.result().evidence(), review.facts()))));
        }
        for (var check : review.checks()) {
            severity(check).ifPresent(severity -> listed.add(listed(check, severity, review.facts())));
        }
        return listed;
    }

    private Finding listed(Check check, Severity severity, ReviewFacts facts) {
        var evidence = plain(check.result().evidence(), facts);
        var end = evidence.indexOf(". ");
        var title = check.id() + ", " + check.id().title().toLowerCase(Locale.ROOT);
        return severity == Severity.PASSED
                ? Finding.of(
                        severity, capitalised(check.id().subject()), check.id().title() + ". " + evidence)
                : Finding.of(
                        severity,
                        end < 0 ? evidence : evidence.substring(0, end + 1),
                        (end < 0 ? "" : evidence.substring(end + 2) + " ") + title);
    }

    /// Evidence as a person reads it: amounts in whole tokens, addresses by their names, times as they are written
    /// here,
    /// hashes by their ends. All digits stand in the fields.
    public String plain(String sentences, ReviewFacts facts) {
        var amounts = AMOUNT.matcher(sentences).replaceAll(found -> Matcher.quoteReplacement(amount(found, facts)));
        var money = WEI.matcher(amounts)
                .replaceAll(found -> Numbers.units(new BigInteger(found.group(1)), ETHER) + Numbers.NO_BREAK + "ETH");
        var named = NAMED.matcher(money).replaceAll("");
        var written = ADDRESS.matcher(named)
                .replaceAll(found -> Matcher.quoteReplacement(
                        name.apply(Address.parse(found.group().toLowerCase(Locale.ROOT)))));
        var timed = TIME.matcher(written).replaceAll(found -> Times.dateAndTime(Instant.parse(found.group())));
        return HASH.matcher(timed).replaceAll("$1…$2");
    }

    private static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String amount(MatchResult found, ReviewFacts facts) {
        var token = Address.parse(found.group(3).toLowerCase(Locale.ROOT));
        return Optional.ofNullable(facts.decimals().get(token))
                .map(decimals -> Numbers.units(new BigInteger(found.group(1)), decimals) + " of " + found.group(2)
                        + found.group(3))
                .orElseGet(found::group);
    }

    private static Optional<Severity> severity(Check check) {
        return severity(check.result(), check.holds());
    }

    private static Optional<Severity> severity(CheckResult result, boolean holds) {
        return switch (result) {
            case CheckResult.Passed _ -> Optional.of(Severity.PASSED);
            case CheckResult.Note _ -> Optional.of(Severity.NOTE);
            case CheckResult.Warning _ -> Optional.of(Severity.WARNING);
            case CheckResult.Hold _ -> Optional.of(Severity.HOLD);
            case CheckResult.Block _ -> Optional.of(Severity.BLOCK);
            case CheckResult.CouldNotRun _ -> Optional.of(holds ? Severity.HOLD : Severity.COULD_NOT_RUN);
            case CheckResult.NotApplicable _, CheckResult.NotAvailable _ -> Optional.empty();
        };
    }
}
