package org.breakwater.core.stress.chance;

/// A choice among numbered things by weight, in constant time (Walker's aliases, as Vose builds them).
public final class WeightedChoice {

    private final double[] stays;
    private final int[] alias;

    /// @param weights none below 0, one above it
    public WeightedChoice(double[] weights) {
        var sum = 0.0;
        for (var weight : weights) {
            sum += weight;
        }
        var count = weights.length;
        stays = new double[count];
        alias = new int[count];
        var scaled = new double[count];
        var queue = new int[count];
        var small = 0;
        var large = count;
        for (int i = 0; i < count; i++) {
            scaled[i] = weights[i] * count / sum;
            stays[i] = 1;
            alias[i] = i;
            if (scaled[i] < 1) {
                queue[small++] = i;
            } else {
                queue[--large] = i;
            }
        }
        while (small > 0 && large < count) {
            var less = queue[--small];
            var more = queue[large];
            stays[less] = scaled[less];
            alias[less] = more;
            scaled[more] -= 1 - scaled[less];
            if (scaled[more] < 1) {
                large++;
                queue[small++] = more;
            }
        }
    }

    public int next(RandomStream stream) {
        var place = stream.below(stays.length);
        return stream.uniform() < stays[place] ? place : alias[place];
    }
}
