package org.breakwater.core.review.check;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.breakwater.core.value.Address;

/// The amounts and addresses in the words of a proposal.
///
/// @param amounts as they are written, with their unit
/// @param addresses those that are written whole
record Prose(List<Amount> amounts, Set<Address> addresses) {

    /// The longest text that is searched, in characters.
    static final int MOST = 200_000;

    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-fA-F]{40}(?![0-9a-fA-F])");

    /// A number that means something: with a unit behind it, or a large one.
    private static final Pattern AMOUNT =
            Pattern.compile("(?<![\\w.,#/-])(\\d{1,3}(?:[,\\u202f\\u00a0 ]\\d{3})+|\\d+)(\\.\\d+)?[ \\u00a0]?(%|per"
                    + " cent|percent|bps|USDC|USD|ETH|COVER|tokens?|votes?|hours?|days?|h\\b|d\\b)?(?![\\w])");

    private static final BigDecimal LARGE = BigDecimal.valueOf(10_000);

    /// @param unit empty for a bare number
    record Amount(String written, BigDecimal number, String unit) {

        /// Whether a number of calldata can be what is written.
        boolean isSaidOf(BigInteger value) {
            return scales().stream().anyMatch(scale -> number.multiply(scale).compareTo(new BigDecimal(value)) == 0);
        }

        /// What one of the unit is in the units of calldata.
        private List<BigDecimal> scales() {
            return switch (unit) {
                case "%", "per cent", "percent" ->
                    List.of(BigDecimal.valueOf(100), BigDecimal.ONE.movePointRight(16), BigDecimal.ONE);
                case "bps" -> List.of(BigDecimal.ONE);
                case "hour", "hours", "h" -> List.of(BigDecimal.valueOf(3_600));
                case "day", "days", "d" -> List.of(BigDecimal.valueOf(86_400));
                default ->
                    List.of(
                            BigDecimal.ONE,
                            BigDecimal.ONE.movePointRight(6),
                            BigDecimal.ONE.movePointRight(8),
                            BigDecimal.ONE.movePointRight(18));
            };
        }
    }

    static Prose of(String text) {
        var searched = text.length() <= MOST ? text : text.substring(0, MOST);
        var addresses = new LinkedHashSet<Address>();
        var found = ADDRESS.matcher(searched);
        while (found.find()) {
            var written = found.group();
            addresses.add(Address.parse(written.toLowerCase(Locale.ROOT)));
        }
        var amounts = new ArrayList<Amount>();
        var numbers = AMOUNT.matcher(ADDRESS.matcher(searched).replaceAll(" "));
        while (numbers.find()) {
            var unit = numbers.group(3) == null ? "" : numbers.group(3);
            var digits = numbers.group(1).replaceAll("[^0-9]", "") + (numbers.group(2) == null ? "" : numbers.group(2));
            if (digits.length() > 60) {
                continue;
            }
            var number = new BigDecimal(digits);
            if (!unit.isEmpty() || number.compareTo(LARGE) >= 0) {
                amounts.add(new Amount(numbers.group().strip(), number, unit));
            }
        }
        return new Prose(amounts.stream().distinct().toList(), addresses);
    }
}
