package org.breakwater.core.verification;

/// What a check is about, in the order in which a verification goes through them.
public enum Area {
    /// Whether the deployment file gives power as this program's source does.
    FILE("the deployment file"),
    CODE("code"),
    OWNERSHIP("ownership"),
    ROLES("roles"),
    FUNCTIONS("restricted functions"),
    TIMELOCK("the timelock"),
    GOVERNOR("the Governor"),
    DIRECTORY("the Directory"),
    PARAMETERS("parameters");

    private final String words;

    Area(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
