package org.breakwater.desktop.l10n;

import org.breakwater.core.protocol.ClaimState;
import org.breakwater.core.protocol.IncidentState;
import org.breakwater.core.protocol.PauseScope;
import org.breakwater.core.protocol.PegState;
import org.breakwater.core.protocol.PolicyState;
import org.breakwater.core.protocol.PremiumMode;
import org.breakwater.core.protocol.RiskKind;
import org.breakwater.core.protocol.RiskLevel;
import org.breakwater.core.protocol.SafeDirection;
import org.breakwater.core.protocol.SubjectStatus;
import org.breakwater.core.protocol.UpgradeControl;

/// The protocol's own terms in plain words.
public final class Terms {

    private Terms() {}

    public static String of(RiskKind kind) {
        return switch (kind) {
            case SMART_CONTRACT -> "Smart contract";
            case BRIDGE -> "Bridge";
            case CUSTODY -> "Custody";
            case ORACLE_LIQUIDITY -> "Oracle and liquidity";
            case STABLECOIN_DEPEG -> "Stablecoin depeg";
            case PARAMETRIC -> "Parametric";
        };
    }

    public static String of(RiskLevel level) {
        return switch (level) {
            case UNRATED -> "Unrated";
            case LOW -> "Low";
            case GUARDED -> "Guarded";
            case ELEVATED -> "Elevated";
            case HIGH -> "High";
            case CRITICAL -> "Critical";
        };
    }

    public static String of(SubjectStatus status) {
        return switch (status) {
            case NONE -> "None";
            case CANDIDATE -> "Candidate";
            case LISTED -> "Listed";
            case SUSPENDED -> "Suspended";
            case RUN_OFF -> "Run-off";
            case DELISTED -> "Delisted";
        };
    }

    public static String of(PauseScope scope) {
        return switch (scope) {
            case BUY -> "Sales";
            case DEPOSIT -> "Deposits";
            case WITHDRAW -> "Redemptions";
            case DETECT -> "Detection";
            case SUBMIT -> "Claims";
            case PAYOUT -> "Payouts";
            case TREASURY_OUT -> "Treasury outflows";
            case PARAM_LOOSEN -> "Loosening";
        };
    }

    public static String of(PegState peg) {
        return switch (peg) {
            case NORMAL -> "Normal";
            case WATCH -> "Watch";
            case DEPEGGED -> "Depegged";
        };
    }

    public static String of(IncidentState state) {
        return switch (state) {
            case NONE -> "None";
            case DETECTED -> "Detected";
            case CONFIRMED -> "Confirmed";
            case ESCALATED -> "Voting open";
            case COUNCIL_REVIEW -> "Council decides";
            case SETTLING -> "Settling";
            case CLOSED -> "Closed";
            case REJECTED -> "Rejected";
            case LAPSED -> "Lapsed";
        };
    }

    public static String of(ClaimState state) {
        return switch (state) {
            case NONE -> "None";
            case SUBMITTED -> "Submitted";
            case AUTO_APPROVED -> "Approved by arithmetic";
            case ESCALATED -> "Sent to the DAO";
            case IN_VOTE -> "Voting open";
            case COUNCIL_REVIEW -> "Council decides";
            case APPROVED -> "Approved";
            case DENIED -> "Denied";
            case PAYABLE -> "Payable";
            case PAID -> "Paid";
            case EXPIRED -> "Expired";
            case WITHDRAWN -> "Withdrawn";
        };
    }

    public static String of(PolicyState state) {
        return switch (state) {
            case WAITING -> "Waiting";
            case ACTIVE -> "Active";
            case GRACE -> "Claims only";
            case OVERDUE -> "To be closed";
            case EXPIRED -> "Expired";
            case CANCELLED -> "Cancelled";
            case EXHAUSTED -> "Paid out";
        };
    }

    public static String of(PremiumMode mode) {
        return switch (mode) {
            case FIXED -> "Fixed";
            case RULE_BASED -> "By rule";
            case USAGE_ADJUSTED -> "By usage";
        };
    }

    public static String of(UpgradeControl control) {
        return switch (control) {
            case IMMUTABLE -> "nobody can";
            case TIMELOCKED_DAO -> "DAO with a delay";
            case TIMELOCKED_MULTISIG -> "multisig with a delay";
            case MULTISIG -> "multisig at once";
            case EOA -> "one key";
        };
    }

    /// Which way of a parameter is safer.
    public static String of(SafeDirection safe) {
        return switch (safe) {
            case NEITHER -> "neither";
            case LOWER -> "lower";
            case HIGHER -> "higher";
        };
    }
}
