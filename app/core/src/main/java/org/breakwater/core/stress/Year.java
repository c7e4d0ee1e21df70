package org.breakwater.core.stress;

import java.util.Arrays;

/// What happens in one simulated year. One belongs to one thread and is filled again and again.
final class Year {

    private int count;
    private int[] risks = new int[64];
    private int[] severities = new int[64];
    private double[] times = new double[64];

    void clear() {
        count = 0;
    }

    int count() {
        return count;
    }

    int risk(int event) {
        return risks[event];
    }

    /// Basis points.
    int severity(int event) {
        return severities[event];
    }

    /// Part of the year that has gone by.
    double time(int event) {
        return times[event];
    }

    void add(int risk, int severity, double time) {
        if (count == risks.length) {
            risks = Arrays.copyOf(risks, 2 * count);
            severities = Arrays.copyOf(severities, 2 * count);
            times = Arrays.copyOf(times, 2 * count);
        }
        risks[count] = risk;
        severities[count] = severity;
        times[count] = time;
        count++;
    }

    /// What hits the same again is told once, by what came first.
    void keepEarlier(int event, int severity, double time) {
        if (time < times[event]) {
            times[event] = time;
            severities[event] = severity;
        }
    }

    /// Events in the order of time; those of one moment in that of their risks.
    void sort() {
        for (int i = 1; i < count; i++) {
            var risk = risks[i];
            var severity = severities[i];
            var time = times[i];
            var place = i;
            while (place > 0 && isAfter(place - 1, time, risk)) {
                risks[place] = risks[place - 1];
                severities[place] = severities[place - 1];
                times[place] = times[place - 1];
                place--;
            }
            risks[place] = risk;
            severities[place] = severity;
            times[place] = time;
        }
    }

    private boolean isAfter(int event, double time, int risk) {
        return times[event] > time || times[event] == time && risks[event] > risk;
    }
}
