package org.breakwater.core.treasury;

import java.math.BigInteger;
import org.breakwater.core.value.Address;

/// Money that falls due.
///
/// @param at earliest time at which it can be asked for, seconds since 1970; never before the time looked at
/// @param amount assets, at most
public record Outflow(long at, BigInteger amount, Reason reason) {

    /// Why money leaves.
    public sealed interface Reason {

        Party party();

        /// Filled requests that nobody collected yet.
        record Uncollected(long poolId) implements Reason {
            @Override
            public Party party() {
                return Party.POOLS;
            }
        }

        /// A request of the redemption queue.
        record Redemption(long poolId, BigInteger requestId) implements Reason {
            @Override
            public Party party() {
                return Party.POOLS;
            }
        }

        /// What was granted to a claim and not paid yet.
        record ClaimGranted(long claimId, long incidentId) implements Reason {
            @Override
            public Party party() {
                return Party.POOLS;
            }
        }

        /// The part of an incident's reserve that was not granted to anybody yet.
        record IncidentReserve(long incidentId, long poolId) implements Reason {
            @Override
            public Party party() {
                return Party.POOLS;
            }
        }

        /// Units of a settled series that nobody redeemed yet.
        record SeriesUnits(BigInteger seriesId, long poolId) implements Reason {
            @Override
            public Party party() {
                return Party.POOLS;
            }
        }

        /// A payment that was decided and waits for its time.
        ///
        /// @param byCouncil else by the DAO
        record Spending(Address to, boolean byCouncil) implements Reason {
            @Override
            public Party party() {
                return Party.TREASURY;
            }
        }

        /// Money for an incident's reserve that was decided and waits for its time.
        ///
        /// @param byCouncil else by the DAO
        record Backstop(long poolId, long incidentId, boolean byCouncil) implements Reason {
            @Override
            public Party party() {
                return Party.TREASURY;
            }
        }
    }
}
