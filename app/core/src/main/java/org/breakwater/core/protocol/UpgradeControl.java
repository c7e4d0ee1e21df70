package org.breakwater.core.protocol;

/// Who can change the code of a subject. (`UpgradeControl`)
public enum UpgradeControl {
    IMMUTABLE,
    TIMELOCKED_DAO,
    TIMELOCKED_MULTISIG,
    MULTISIG,
    EOA
}
