package org.breakwater.core.projection;

/// Everything that is known, by what it is about.
record ProtocolRecords(
        DirectoryRecords directory,
        PoolRecords pools,
        PolicyRecords policies,
        AccountCoverRecords accounts,
        SeriesRecords series,
        IncidentRecords incidents,
        ClaimRecords claims,
        EscrowRecords escrow,
        CaseRecords cases,
        ParameterRecords parameters,
        RiskRecords risk,
        GuardianRecords guardian,
        TreasuryRecords treasury,
        AdapterRecords adapters,
        GovernanceRecords governance,
        AuthorityRecords authority) {

    static ProtocolRecords in(Journal journal) {
        return new ProtocolRecords(
                DirectoryRecords.in(journal),
                PoolRecords.in(journal),
                PolicyRecords.in(journal),
                AccountCoverRecords.in(journal),
                SeriesRecords.in(journal),
                IncidentRecords.in(journal),
                ClaimRecords.in(journal),
                EscrowRecords.in(journal),
                CaseRecords.in(journal),
                ParameterRecords.in(journal),
                RiskRecords.in(journal),
                GuardianRecords.in(journal),
                TreasuryRecords.in(journal),
                AdapterRecords.in(journal),
                GovernanceRecords.in(journal),
                AuthorityRecords.in(journal));
    }

    /// As it is now, for good.
    ProtocolRecords frozen() {
        return new ProtocolRecords(
                directory.frozen(),
                pools.frozen(),
                policies.frozen(),
                accounts.frozen(),
                series.frozen(),
                incidents.frozen(),
                claims.frozen(),
                escrow.frozen(),
                cases.frozen(),
                parameters.frozen(),
                risk.frozen(),
                guardian.frozen(),
                treasury.frozen(),
                adapters.frozen(),
                governance.frozen(),
                authority.frozen());
    }
}
