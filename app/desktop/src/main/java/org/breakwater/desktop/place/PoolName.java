package org.breakwater.desktop.place;

/// What a pool is called in a row.
public final class PoolName {

    private static final String OURS = "Breakwater ";

    private PoolName() {}

    /// Pools of one protocol share its name; what tells them apart is enough in a row.
    public static String inRow(String name) {
        return name.startsWith(OURS) ? name.substring(OURS.length()) : name;
    }
}
