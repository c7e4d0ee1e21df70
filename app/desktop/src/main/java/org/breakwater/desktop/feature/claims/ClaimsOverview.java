package org.breakwater.desktop.feature.claims;

import java.time.Instant;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.breakwater.core.follow.Known;
import org.breakwater.core.text.TextLibrary;

/// All claims and incidents as they are known after one block.
///
/// @param claims newest first
/// @param incidents newest first
/// @param counts claims in each state of the pipeline, every state named
/// @param months from the first claim to the block's month, oldest first, every month named
record ClaimsOverview(List<ClaimRow> claims, List<IncidentRow> incidents, Map<Stage, Long> counts, List<Month> months) {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

    /// Claims that were submitted in a month, by how they ended.
    ///
    /// @param other denied, expired and withdrawn ones
    record Month(String name, long paid, long other, long open) {

        long total() {
            return paid + other + open;
        }
    }

    static ClaimsOverview of(Known known, TextLibrary texts) {
        var insurance = new Insurance(known, texts);
        var claims = insurance.claims().stream()
                .map(claim -> ClaimRow.of(insurance, claim))
                .sorted(Comparator.comparingLong(ClaimRow::claimId).reversed())
                .toList();
        var incidents = insurance.incidents().values().stream()
                .map(incident -> IncidentRow.of(insurance, incident))
                .sorted(Comparator.comparingLong(IncidentRow::incidentId).reversed())
                .toList();
        return new ClaimsOverview(
                claims, incidents, counts(claims), months(claims, known.block().time()));
    }

    private static Map<Stage, Long> counts(List<ClaimRow> claims) {
        var counts = new EnumMap<Stage, Long>(Stage.class);
        for (var stage : Stage.values()) {
            counts.put(
                    stage, claims.stream().filter(row -> row.stage() == stage).count());
        }
        return counts;
    }

    private static List<Month> months(List<ClaimRow> claims, Instant now) {
        var byMonth = claims.stream()
                .collect(Collectors.groupingBy(row -> month(row.submitted()), TreeMap::new, Collectors.toList()));
        if (byMonth.isEmpty()) {
            return List.of();
        }
        return byMonth.firstKey()
                .atDay(1)
                .datesUntil(month(now).plusMonths(1).atDay(1), Period.ofMonths(1))
                .map(YearMonth::from)
                .map(month -> month(month, byMonth.getOrDefault(month, List.of())))
                .toList();
    }

    private static Month month(YearMonth month, List<ClaimRow> claims) {
        var paid = claims.stream().filter(row -> row.stage() == Stage.PAID).count();
        var open = claims.stream().filter(row -> !row.isOver()).count();
        return new Month(NAME.format(month), paid, claims.size() - paid - open, open);
    }

    private static YearMonth month(Instant instant) {
        return YearMonth.from(instant.atOffset(ZoneOffset.UTC));
    }

    long open() {
        return claims.stream().filter(row -> !row.isOver()).count();
    }
}
