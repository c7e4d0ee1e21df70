package org.breakwater.desktop.feature.activity;

import org.breakwater.core.activity.Area;
import org.breakwater.core.activity.Due;

/// Areas of the protocol, and how what is due stands, in words.
final class ActivityWords {

    private ActivityWords() {}

    static String of(Area area) {
        return switch (area) {
            case POOLS -> "Pools";
            case POLICIES -> "Policies";
            case CLAIMS -> "Claims";
            case GOVERNANCE -> "Governance";
            case EMERGENCY -> "Emergency";
            case TREASURY -> "Treasury";
        };
    }

    static String of(Due.Standing standing) {
        return switch (standing) {
            case CLOSING -> "Closing within a day";
            case NOW -> "Can be done now";
            case SOON -> "Soon";
        };
    }
}
