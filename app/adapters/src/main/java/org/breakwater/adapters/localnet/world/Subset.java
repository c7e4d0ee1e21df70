package org.breakwater.adapters.localnet.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Finds some of many whose weights add up to a sum exactly.
final class Subset {

    private Subset() {}

    /// @param grain of which every weight used and the sum are multiples
    /// @return empty where there are none
    static <T> List<T> of(Map<T, Long> weights, long sum, long grain) {
        if (sum % grain != 0) {
            return List.of();
        }
        var items = weights.entrySet().stream()
                .filter(entry -> entry.getValue() % grain == 0)
                .toList();
        // reachedBy[s]: the last item of the first way found to s; -1 where there is none, -2 for the empty sum.
        var reachedBy = new int[Math.toIntExact(sum / grain) + 1];
        Arrays.fill(reachedBy, -1);
        reachedBy[0] = -2;
        for (int i = 0; i < items.size(); i++) {
            var weight = Math.toIntExact(items.get(i).getValue() / grain);
            for (int s = reachedBy.length - 1; s >= weight; s--) {
                if (reachedBy[s] == -1 && reachedBy[s - weight] != -1) {
                    reachedBy[s] = i;
                }
            }
        }
        var found = new ArrayList<T>();
        for (int s = reachedBy.length - 1; s > 0; ) {
            if (reachedBy[s] < 0) {
                return List.of();
            }
            var item = items.get(reachedBy[s]);
            found.add(item.getKey());
            s -= Math.toIntExact(item.getValue() / grain);
        }
        return found;
    }
}
