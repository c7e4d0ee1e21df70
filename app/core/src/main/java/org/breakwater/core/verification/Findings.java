package org.breakwater.core.verification;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.breakwater.core.value.BlockRef;

/// What the checks compared so far, and what of it differs.
final class Findings {

    private final Map<Area, Integer> checks = new EnumMap<>(Area.class);
    private final List<Difference> differences = new ArrayList<>();

    Findings() {
        for (var area : Area.values()) {
            checks.put(area, 0);
        }
    }

    /// Compares by what a person reads, so that no difference is between two equal words.
    void expect(Area area, String subject, Object expected, Object found) {
        checks.merge(area, 1, Integer::sum);
        if (!expected.toString().equals(found.toString())) {
            differences.add(new Difference(area, subject, expected.toString(), found.toString()));
        }
    }

    /// A contract with other code than it should have could answer anything, so it is not asked.
    void notAsked(Area area, String subject) {
        expect(area, subject, "what the right code answers", "unknown, because its code is not the right one");
    }

    Verification asOf(BlockRef block) {
        return new Verification(block, checks, differences);
    }
}
