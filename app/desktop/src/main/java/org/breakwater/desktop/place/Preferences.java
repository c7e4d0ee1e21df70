package org.breakwater.desktop.place;

/// What a person wants this program to do, on every network.
///
/// @param watchOnly whether nobody signs at it
/// @param notices whether the desktop tells of what waits
/// @param safetyRead the version of the signer's page that was read on this machine; 0 for none
public record Preferences(boolean watchOnly, boolean notices, int safetyRead) {

    public static final Preferences DEFAULT = new Preferences(false, false, 0);

    public Preferences watching(boolean watches) {
        return new Preferences(watches, notices, safetyRead);
    }

    public Preferences noticing(boolean tells) {
        return new Preferences(watchOnly, tells, safetyRead);
    }

    /// Once the signer's page was read.
    public Preferences having(int read) {
        return new Preferences(watchOnly, notices, read);
    }
}
