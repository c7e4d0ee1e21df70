package org.breakwater.core.watch;

import java.util.List;
import java.util.Optional;
import org.breakwater.core.alert.Alert.Severity;
import org.breakwater.core.alert.Alert.Subject;
import org.breakwater.core.watch.AlertChange.Evidence;

/// Something that a rule found to be so.
///
/// @param identity tells it from other findings of the rule about the same subject; empty where there is only one
/// @param words what it is about, in a sentence
/// @param severity where the rule leaves it to what is found
/// @param raises false where it only keeps an alert from being cleared
record Finding(
        Subject about,
        String identity,
        String words,
        String detail,
        List<Evidence> evidence,
        Optional<Severity> severity,
        boolean raises) {}
