package org.breakwater.desktop.feature.proposals;

import java.math.BigInteger;
import org.breakwater.core.call.OpenSettings.Origin;
import org.breakwater.desktop.navigation.Place;

/// Which entry of the list is meant.
sealed interface Selection {

    /// A proposal to the DAO, by the Governor's id.
    record OfDao(BigInteger id) implements Selection {
        @Override
        public Place place() {
            return new Place.Proposal(id);
        }

        @Override
        public Origin origin() {
            return new Origin.OfProposal(id);
        }
    }

    /// A change of the parameter registry, by its number.
    record OfRegistry(long id) implements Selection {
        @Override
        public Place place() {
            return new Place.ParameterChange(id);
        }

        @Override
        public Origin origin() {
            return new Origin.OfChange(id);
        }
    }

    Place place();

    Origin origin();

    static Selection of(Origin origin) {
        return switch (origin) {
            case Origin.OfProposal(var id) -> new OfDao(id);
            case Origin.OfChange(var id) -> new OfRegistry(id);
        };
    }
}
