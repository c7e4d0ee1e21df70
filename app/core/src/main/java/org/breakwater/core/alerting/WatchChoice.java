package org.breakwater.core.alerting;

import java.util.Optional;

/// Which files a person chose for the watch of one network.
///
/// @param rules path of a file of rules; empty for the rules that come with the program
/// @param targets path of a file of targets; empty for none
public record WatchChoice(Optional<String> rules, Optional<String> targets) {

    public static final WatchChoice STANDARD = new WatchChoice(Optional.empty(), Optional.empty());

    WatchChoice judging(Optional<String> other) {
        return new WatchChoice(other, targets);
    }

    WatchChoice telling(Optional<String> other) {
        return new WatchChoice(rules, other);
    }
}
