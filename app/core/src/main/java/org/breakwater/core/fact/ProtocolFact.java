package org.breakwater.core.fact;

/// Something that happened, as one event of one contract says it. Names and order are the event's own. Units are those
/// of the contracts: amounts in the smallest unit of their token, `…Bps` in basis points, times in seconds since 1970,
/// durations in seconds, `…8` prices where 1e8 is one unit of the quote currency.
public sealed interface ProtocolFact
        permits AccountCoverFact,
                AdapterFact,
                AuthorityFact,
                BreachFact,
                CaseFact,
                ClaimFact,
                ConfigurationFact,
                DirectoryFact,
                EscrowFact,
                FeedFact,
                GateFact,
                GovernorFact,
                GuardianFact,
                IncidentFact,
                ModuleFact,
                ParameterFact,
                PolicyFact,
                PoolFact,
                PremiumFact,
                RiskFact,
                SeriesFact,
                TimelockFact,
                TokenFact,
                TreasuryFact,
                VotesFact {}
