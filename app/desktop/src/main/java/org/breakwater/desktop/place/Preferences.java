package org.breakwater.desktop.place;

/// What a person wants this program to do, on every network.
///
/// @param watchOnly whether nobody signs at it
/// @param notices whether the desktop tells of what waits
public record Preferences(boolean watchOnly, boolean notices) {

    public static final Preferences DEFAULT = new Preferences(false, false);

    public Preferences watching(boolean watches) {
        return new Preferences(watches, notices);
    }

    public Preferences noticing(boolean tells) {
        return new Preferences(watchOnly, tells);
    }
}
