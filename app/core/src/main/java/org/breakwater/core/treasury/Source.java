package org.breakwater.core.treasury;

import org.breakwater.core.value.Address;

/// Where money lies that can become liquid.
public sealed interface Source {

    Party party();

    /// In the treasury itself.
    record AtHand() implements Source {
        @Override
        public Party party() {
            return Party.TREASURY;
        }
    }

    /// In a venue of the treasury.
    record AtVenue(Address venue) implements Source {
        @Override
        public Party party() {
            return Party.TREASURY;
        }
    }

    /// In the pools, as far as their windows let it out.
    record InPools() implements Source {
        @Override
        public Party party() {
            return Party.POOLS;
        }
    }
}
