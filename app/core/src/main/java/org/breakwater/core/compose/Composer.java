package org.breakwater.core.compose;

import java.util.Optional;
import org.breakwater.core.council.Council.WatchedSafe;
import org.breakwater.core.governor.Dao;
import org.breakwater.core.value.Address;

/// Who makes the calls that are written.
public sealed interface Composer {

    /// The account that makes them.
    Address address();

    /// In a sentence: "the Council Safe", "the DAO".
    String words();

    /// As one of a choice: "Council", "DAO".
    String name();

    /// A Safe, in one transaction.
    record OfSafe(WatchedSafe safe) implements Composer {
        @Override
        public Address address() {
            return safe.address();
        }

        @Override
        public String words() {
            return "the " + safe.name() + " Safe";
        }

        @Override
        public String name() {
            return safe.name();
        }
    }

    /// The DAO, by a proposal: its Timelock makes the calls once the vote and the delay are over.
    record OfDao(Dao dao) implements Composer {
        @Override
        public Address address() {
            return dao.timelock();
        }

        @Override
        public String words() {
            return "the DAO";
        }

        @Override
        public String name() {
            return "DAO";
        }
    }

    default Optional<WatchedSafe> asSafe() {
        return this instanceof OfSafe(var safe) ? Optional.of(safe) : Optional.empty();
    }

    default boolean isDao() {
        return this instanceof OfDao;
    }
}
