package org.breakwater.core.stress;

import java.math.BigInteger;
import java.util.List;

/// What the protocol has and has promised: the money that years are gone through with. Units of the settlement
/// assets, which can be added to each other; exact.
///
/// @param pools in the order of their numbers
public record Book(List<Pool> pools, Treasury treasury) {

    public Book {
        pools = List.copyOf(pools);
    }

    /// A pool with the parameters in force for it.
    ///
    /// @param asset settlement asset by number, from 0
    /// @param gross assets, with what is reserved
    /// @param reserved for incidents that are known already, not paid yet
    /// @param minCapital least capital for the cover in force
    /// @param incidentCapBps `INCIDENT_CAP`
    /// @param floorBps `POOL_FLOOR`
    /// @param deductibleBps `DEDUCTIBLE`
    /// @param settling part of a year for which an incident stays open: the challenge window and the claim window
    public record Pool(
            long poolId,
            String name,
            int asset,
            BigInteger gross,
            BigInteger reserved,
            BigInteger minCapital,
            int incidentCapBps,
            int floorBps,
            int deductibleBps,
            double settling,
            List<Cover> covers) {

        public Pool {
            covers = List.copyOf(covers);
        }

        /// What losses can be paid from.
        public BigInteger available() {
            return gross.subtract(reserved);
        }
    }

    /// Cover that a pool has sold on one risk.
    ///
    /// @param risk by its place in the model
    /// @param ratioBps capital that it needs, of its amount
    public record Cover(int risk, int ratioBps, List<Term> terms) {

        public Cover {
            terms = List.copyOf(terms);
        }

        public BigInteger amount() {
            return terms.stream().map(Term::amount).reduce(BigInteger.ZERO, BigInteger::add);
        }
    }

    /// Cover that ends together.
    ///
    /// @param end part of the year after which nothing is covered any more; infinite where it goes on
    public record Term(double end, BigInteger amount) {}

    /// The treasury.
    ///
    /// @param backstop most that it adds to an incident's reserve that does not reach; 0 for nothing
    public record Treasury(List<Holding> holdings, BigInteger backstop) {

        public Treasury {
            holdings = List.copyOf(holdings);
        }

        public BigInteger total() {
            return holdings.stream()
                    .map(holding ->
                            holding.venues().stream().map(Placement::value).reduce(holding.liquid(), BigInteger::add))
                    .reduce(BigInteger.ZERO, BigInteger::add);
        }
    }

    /// What the treasury has in one settlement asset, in the order of their numbers.
    ///
    /// @param peg risk that the asset loses its peg, by its place in the model
    public record Holding(int peg, BigInteger liquid, List<Placement> venues) {

        public Holding {
            venues = List.copyOf(venues);
        }
    }

    /// What is in a venue.
    ///
    /// @param risk that it loses it, by its place in the model
    public record Placement(int risk, BigInteger value) {}

    /// What losses can be paid from: the pools' assets less what is reserved, and the treasury's.
    public BigInteger available() {
        return pools.stream().map(Pool::available).reduce(treasury.total(), BigInteger::add);
    }
}
