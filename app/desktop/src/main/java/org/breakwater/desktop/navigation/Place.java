package org.breakwater.desktop.navigation;

import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// Somewhere in the program, as a value: it can be kept, compared, printed ({@link PlaceText}) and gone to
/// ({@link Router}).
public sealed interface Place {

    /// The entry of the rail that is marked.
    Section section();

    record Inbox() implements Place {
        @Override
        public Section section() {
            return Section.INBOX;
        }
    }

    /// All pools.
    record Pools() implements Place {
        @Override
        public Section section() {
            return Section.POOLS;
        }
    }

    /// One pool, by its number in the protocol.
    record Pool(long id, PoolPart part) implements Place {
        @Override
        public Section section() {
            return Section.POOLS;
        }
    }

    /// The parts of a pool's detail.
    enum PoolPart {
        OVERVIEW,
        POLICIES,
        PARAMETERS,
        REDEMPTIONS,
        INCIDENTS,
        HISTORY
    }

    /// The risk registry.
    record Registry() implements Place {
        @Override
        public Section section() {
            return Section.POOLS;
        }
    }

    /// One insured subject.
    record Subject(long id) implements Place {
        @Override
        public Section section() {
            return Section.POOLS;
        }
    }

    record Policies(PolicyList list) implements Place {
        @Override
        public Section section() {
            return Section.POLICIES;
        }
    }

    /// What is listed under policies.
    enum PolicyList {
        POLICIES,
        SERIES,
        ACCOUNT_COVER,
        INTEGRATORS
    }

    /// One integrator, by its address.
    record Integrator(Address address) implements Place {
        @Override
        public Section section() {
            return Section.POLICIES;
        }
    }

    /// One policy, by its token id.
    record Policy(BigInteger id) implements Place {
        @Override
        public Section section() {
            return Section.POLICIES;
        }
    }

    record Claims() implements Place {
        @Override
        public Section section() {
            return Section.CLAIMS;
        }
    }

    /// The dossier of one claim.
    record Claim(long id) implements Place {
        @Override
        public Section section() {
            return Section.CLAIMS;
        }
    }

    /// One incident with its claims.
    record Incident(long id) implements Place {
        @Override
        public Section section() {
            return Section.CLAIMS;
        }
    }

    record Proposals() implements Place {
        @Override
        public Section section() {
            return Section.PROPOSALS;
        }
    }

    /// Writing a transaction of a Safe.
    ///
    /// @param safe that is to make it; empty for the council's
    /// @param draft that is taken up again, by its number on this machine
    record Composition(Optional<Address> safe, Optional<Long> draft) implements Place {

        /// With nothing written, for the council.
        public static Composition anew() {
            return new Composition(Optional.empty(), Optional.empty());
        }

        /// With nothing written, for a Safe.
        public static Composition of(Address safe) {
            return new Composition(Optional.of(safe), Optional.empty());
        }

        @Override
        public Section section() {
            return Section.COUNCIL;
        }
    }

    /// Writing a proposal of the DAO.
    ///
    /// @param draft that is taken up again; empty for a new one
    record NewProposal(Optional<Long> draft) implements Place {

        /// With nothing written.
        public static NewProposal anew() {
            return new NewProposal(Optional.empty());
        }

        @Override
        public Section section() {
            return Section.PROPOSALS;
        }
    }

    /// Writing a change of a parameter, as the council.
    ///
    /// @param key of the parameter in the registry
    /// @param scope for which it is to hold, as the registry has it
    record ParameterProposal(Hash32 key, Hash32 scope) implements Place {
        @Override
        public Section section() {
            return Section.COUNCIL;
        }
    }

    /// One pending change of a parameter, by its number in the registry.
    record ParameterChange(long id) implements Place {
        @Override
        public Section section() {
            return Section.PROPOSALS;
        }
    }

    /// One proposal, by the Governor's id.
    record Proposal(BigInteger id) implements Place {
        @Override
        public Section section() {
            return Section.PROPOSALS;
        }
    }

    record Council() implements Place {
        @Override
        public Section section() {
            return Section.COUNCIL;
        }
    }

    /// One Safe.
    record Safe(Address address) implements Place {
        @Override
        public Section section() {
            return Section.COUNCIL;
        }
    }

    /// A message to be signed in a Safe's name.
    ///
    /// @param hash what is signed
    record SafeMessage(Address safe, Hash32 hash) implements Place {
        @Override
        public Section section() {
            return Section.COUNCIL;
        }
    }

    /// The review of one Safe transaction.
    record SafeTransaction(Address safe, Hash32 hash) implements Place {
        @Override
        public Section section() {
            return Section.COUNCIL;
        }
    }

    record Treasury() implements Place {
        @Override
        public Section section() {
            return Section.TREASURY;
        }
    }

    /// Deciding on a pause, and following it until it is in force.
    record Pause() implements Place {
        @Override
        public Section section() {
            return Section.EMERGENCY;
        }
    }

    record Emergency() implements Place {
        @Override
        public Section section() {
            return Section.EMERGENCY;
        }
    }

    record AddressBook() implements Place {
        @Override
        public Section section() {
            return Section.ADDRESS_BOOK;
        }
    }

    /// Everything known about one address.
    record KnownAddress(Address address) implements Place {
        @Override
        public Section section() {
            return Section.ADDRESS_BOOK;
        }
    }

    record Activity(ActivityPart part) implements Place {
        @Override
        public Section section() {
            return Section.ACTIVITY;
        }
    }

    /// The parts of the activity.
    enum ActivityPart {
        LOG,
        DUE,
        ALERTS
    }

    record Settings(SettingsPart part) implements Place {
        @Override
        public Section section() {
            return Section.SETTINGS;
        }
    }

    /// The parts of the settings.
    enum SettingsPart {
        NETWORK,
        SERVICE,
        SIGNERS,
        POLICY,
        EVIDENCE,
        ASSUMPTIONS,
        ALERTS,
        NOTICES,
        APPEARANCE,
        KEYBOARD,
        ABOUT
    }
}
