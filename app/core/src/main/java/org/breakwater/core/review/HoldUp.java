package org.breakwater.core.review;

import java.util.Locale;
import java.util.Optional;
import org.breakwater.core.review.check.Check;
import org.breakwater.core.review.check.CheckId;
import org.breakwater.core.review.check.CheckResult;

/// Something that holds a transaction until the person has typed what it is. Whoever types the name of a thing has
/// read it.
///
/// @param evidence what was found; a newer review that finds something else asks again
/// @param phrase what is to be typed: what the matter is, and where the evidence names a single address, that address's
///     last six digits
public record HoldUp(CheckId id, String evidence, String phrase) {

    private static final int DIGITS = 6;

    static Optional<HoldUp> of(Check check) {
        return check.holds() ? Optional.of(held(check)) : Optional.empty();
    }

    private static HoldUp held(Check check) {
        var evidence = check.result().evidence();
        var matter = check.result() instanceof CheckResult.CouldNotRun
                ? check.id().name().toLowerCase(Locale.ROOT) + " not checked"
                : matter(check.id());
        return new HoldUp(
                check.id(),
                evidence,
                digits(evidence).map(digits -> matter + " " + digits).orElse(matter));
    }

    private static Optional<String> digits(String evidence) {
        var named = NamedAddresses.in(evidence);
        return named.size() == 1
                ? Optional.of(named.getFirst().toString()).map(text -> text.substring(text.length() - DIGITS))
                : Optional.empty();
    }

    /// Whether what was typed is the phrase. Case, and how many spaces there are, do not matter.
    public boolean isNamedBy(String typed) {
        return plain(typed).equals(plain(phrase));
    }

    private static String plain(String words) {
        return words.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /// The matter of a check that holds.
    private static String matter(CheckId id) {
        return switch (id) {
            case FW01, FW07 -> "another hash";
            case FW02, FW04, FW22 -> "the Safe's code";
            case FW03 -> "another chain";
            case FW05 -> "odd calldata";
            case FW06 -> "told otherwise";
            case FW08 -> "second machine";
            case FW09, FW10 -> "foreign code";
            case FW11 -> "unread batch";
            case FW12 -> "hidden change";
            case FW13 -> "refund";
            case FW14 -> "lost nonce";
            case FW15 -> "unknown hash";
            case FW16 -> "around the signatures";
            case FW17 -> "owners change";
            case FW18 -> "new owner";
            case FW19, FW21 -> "modules and guards";
            case FW20 -> "guard removed";
            case FW23 -> "no code";
            case FW24 -> "unnamed target";
            case FW25 -> "changed code";
            case FW26 -> "new code";
            case FW27 -> "look-alike";
            case FW28 -> "wrong checksum";
            case FW29 -> "denied account";
            case FW30 -> "power given";
            case FW31 -> "allowance";
            case FW32 -> "large amount";
            case FW33 -> "decimals";
            case FW34, FW35 -> "unread call";
            case FW36 -> "money unasked";
            case FW37 -> "swap without floor";
            case FW38 -> "delay cut";
            case FW39 -> "rival nonce";
            case FW40 -> "not the next nonce";
            case FW41 -> "signed in advance";
            case FW42 -> "signed otherwise before";
            case FW43 -> "foreign signature";
            case FW44 -> "last signature";
            case FW45 -> "bare hash";
            case FW46 -> "stranger's proposal";
            case FW47 -> "nodes disagree";
            case FW48 -> "storage not proven";
            case FW49 -> "simulation";
            case FW50 -> "differs elsewhere";
            case FW51, FW52, FW53, FW54, FW55 -> "proposal";
            case FW56 -> "votes leave";
            case FW57 -> "claim payment";
            case FW58 -> "evidence";
            case FW59 -> "own claim";
            case FW60 -> "parameter bounds";
            case FW61 -> "solvency";
            case FW62 -> "stop or lift";
            case FW63 -> "new payee";
            case FW64, FW65 -> "this program";
            case FW66 -> "policy changed";
            case FW67 -> "device";
            case FW68 -> "clock";
            case FW69 -> "clipboard";
            case FW70 -> "source of prices";
        };
    }
}
