package org.breakwater.desktop.feature.review;

import java.util.Optional;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.kit.Tone;

/// One line of what is another afterwards.
///
/// @param lead words before the address; may be empty
/// @param who whose it is, where it is somebody's
/// @param what words after the address; may be empty
/// @param before with its unit
/// @param after with its unit
/// @param remark what a person would ask next; may be empty
/// @param tone of what is new; DANGER where the Safe itself is changed by nothing that says so
record ChangeRow(
        Kind kind,
        String lead,
        Optional<Address> who,
        String what,
        String before,
        String after,
        String remark,
        Tone tone) {

    /// In the order in which they are shown.
    enum Kind {
        BALANCES("Balances"),
        ALLOWANCES("Who may take tokens"),
        SAFE("The Safe itself"),
        PARAMETERS("Parameters"),
        ROLES("Roles"),
        PROTOCOL("The protocol");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    static ChangeRow of(Kind kind, String what, String before, String after, String remark) {
        return new ChangeRow(kind, what, Optional.empty(), "", before, after, remark, Tone.DEFAULT);
    }

    static ChangeRow of(Kind kind, Address who, String what, String before, String after, String remark) {
        return new ChangeRow(kind, "", Optional.of(who), what, before, after, remark, Tone.DEFAULT);
    }

    ChangeRow in(Tone other) {
        return new ChangeRow(kind, lead, who, what, before, after, remark, other);
    }
}
