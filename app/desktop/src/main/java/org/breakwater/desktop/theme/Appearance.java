package org.breakwater.desktop.theme;

import java.util.List;

/// How a person wants the window to look.
///
/// @param scheme light, dark, or as the system says
/// @param textPercent the size of all text, one of {@link #TEXT_SIZES}
/// @param times whether local time stands beside UTC
/// @param motion whether anything fades
public record Appearance(Scheme scheme, int textPercent, Times times, Motion motion) {

    /// Light or dark.
    public enum Scheme {
        LIGHT,
        DARK,
        SYSTEM
    }

    /// What stands beside UTC.
    public enum Times {
        UTC_AND_LOCAL,
        UTC_ONLY
    }

    /// Whether anything fades.
    public enum Motion {
        SYSTEM,
        REDUCED
    }

    public static final List<Integer> TEXT_SIZES = List.of(90, 100, 125, 150, 200);

    public static final Appearance DEFAULT = new Appearance(Scheme.SYSTEM, 100, Times.UTC_AND_LOCAL, Motion.SYSTEM);

    public Appearance {
        if (!TEXT_SIZES.contains(textPercent)) {
            throw new IllegalArgumentException("text is 90, 100, 125, 150 or 200 %, not " + textPercent);
        }
    }

    public Appearance with(Scheme newScheme) {
        return new Appearance(newScheme, textPercent, times, motion);
    }

    public Appearance withText(int newPercent) {
        return new Appearance(scheme, newPercent, times, motion);
    }

    public Appearance with(Times newTimes) {
        return new Appearance(scheme, textPercent, newTimes, motion);
    }

    public Appearance with(Motion newMotion) {
        return new Appearance(scheme, textPercent, times, newMotion);
    }
}
