package org.breakwater.desktop.kit;

import java.util.Locale;

/// How bad the outcome of a check is. In the order in which outcomes are listed: worst first.
public enum Severity {
    /// Cannot be signed; nothing overrides it.
    BLOCK("Block", Icon.STOP, Tone.DANGER),
    /// To be settled before signing.
    HOLD("Hold", Icon.LOCK, Tone.HOLD),
    /// Did not run: counts as a hold if the check can block, else as a warning. Never as a pass.
    COULD_NOT_RUN("Could not run", Icon.QUESTION, Tone.MUTED),
    /// To be ticked as read.
    WARNING("Warning", Icon.ALERT, Tone.WARNING),
    /// Worth knowing.
    NOTE("Note", Icon.INFO, Tone.ACCENT),
    /// Ran here and holds.
    PASSED("Passed", Icon.PASSED, Tone.SUCCESS);

    private final String word;
    private final Icon icon;
    private final Tone tone;

    Severity(String word, Icon icon, Tone tone) {
        this.word = word;
        this.icon = icon;
        this.tone = tone;
    }

    public String word() {
        return word;
    }

    public Icon icon() {
        return icon;
    }

    public Tone tone() {
        return tone;
    }

    String styleClass() {
        return "severity-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
