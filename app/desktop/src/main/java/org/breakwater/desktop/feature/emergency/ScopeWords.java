package org.breakwater.desktop.feature.emergency;

import org.breakwater.core.protocol.PauseScope;

/// What each stop does, as the contracts do it.
final class ScopeWords {

    private ScopeWords() {}

    static String name(PauseScope scope) {
        return switch (scope) {
            case BUY -> "New cover";
            case DEPOSIT -> "Deposits";
            case WITHDRAW -> "Redemptions";
            case DETECT -> "Detection";
            case SUBMIT -> "Claim filing";
            case PAYOUT -> "Payouts";
            case TREASURY_OUT -> "Treasury outflow";
            case PARAM_LOOSEN -> "Loosening";
        };
    }

    static String stops(PauseScope scope) {
        return switch (scope) {
            case BUY -> "Nobody can buy cover";
            case DEPOSIT -> "No new capital enters";
            case WITHDRAW -> "No request of the queue is filled";
            case DETECT -> "No new incident opens";
            case SUBMIT -> "No new claim is filed";
            case PAYOUT -> "Payable claims and series wait";
            case TREASURY_OUT -> "No allocation, no spending, no backstop";
            case PARAM_LOOSEN -> "No parameter is loosened";
        };
    }

    static String goesOn(PauseScope scope) {
        return switch (scope) {
            case BUY -> "Running policies stay in force";
            case DEPOSIT -> "Redemptions go on";
            case WITHDRAW -> "The order of the queue is kept; what was filled is collected";
            case DETECT -> "Open incidents go on";
            case SUBMIT -> "The time for claims grows by the pause";
            case PAYOUT -> "Decisions go on; the time to be paid grows by the pause";
            case TREASURY_OUT -> "Notice and recalls from venues go on";
            case PARAM_LOOSEN -> "Tightening goes on";
        };
    }
}
