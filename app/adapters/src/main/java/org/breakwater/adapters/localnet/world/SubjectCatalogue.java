package org.breakwater.adapters.localnet.world;

import java.util.ArrayList;
import java.util.List;

/// The subjects that someone wants insured, in the order in which they apply, with the level that suits each.
final class SubjectCatalogue {

    /// What is known of a subject before anyone attests it.
    ///
    /// @param batch of the listing proposal, from 1; 0 for one that stays a candidate
    record Entry(Kind kind, String name, String what, Level level, int batch) {}

    private SubjectCatalogue() {}

    static List<Entry> entries() {
        var entries = new ArrayList<Entry>();
        entries.addAll(smartContracts());
        entries.addAll(bridges());
        entries.addAll(custodians());
        entries.addAll(oraclesAndLiquidity());
        entries.addAll(stablecoins());
        entries.addAll(parametric());
        return entries;
    }

    private static Entry entry(Kind kind, String name, Level level, int batch, String what) {
        return new Entry(kind, name, what, level, batch);
    }

    private static List<Entry> smartContracts() {
        var kind = Kind.SMART_CONTRACT;
        return List.of(
                entry(kind, "Harbor Lend", Level.LOW, 1, "Over-collateralised lending with isolated markets."),
                entry(kind, "Northwind Swap", Level.LOW, 1, "Constant-product exchange, immutable since its launch."),
                entry(
                        kind,
                        "Anchorage Vaults",
                        Level.GUARDED,
                        1,
                        "Yield vaults that follow strategies under a timelock."),
                entry(
                        kind,
                        "Tessera Perpetuals",
                        Level.ELEVATED,
                        1,
                        "Perpetual futures with a shared liquidity vault."),
                entry(kind, "Larkspur Stable Swap", Level.LOW, 2, "Exchange of like assets on a flat curve."),
                entry(kind, "Mistral Yield", Level.GUARDED, 2, "Splits yield-bearing tokens into principal and yield."),
                entry(kind, "Halyard Options", Level.ELEVATED, 2, "Covered options, settled in kind."),
                entry(
                        kind,
                        "Foxglove Staking",
                        Level.GUARDED,
                        3,
                        "Liquid staking with a permissioned set of operators."),
                entry(kind, "Quarry Restaking", Level.GUARDED, 3, "Stake that secures several services at once."),
                entry(kind, "Meridian Auctions", Level.LOW, 4, "Batch auctions with uniform prices."),
                entry(kind, "Saltmarsh Farms", Level.GUARDED, 4, "Automated compounding of liquidity rewards."),
                entry(kind, "Cinder Leverage", Level.ELEVATED, 3, "Leveraged positions built from flash loans."),
                entry(kind, "Driftwood Launchpad", Level.HIGH, 0, "Token sales with vesting contracts."));
    }

    private static List<Entry> bridges() {
        var kind = Kind.BRIDGE;
        return List.of(
                entry(kind, "Causeway", Level.ELEVATED, 1, "Lock-and-mint bridge attested by thirteen validators."),
                entry(kind, "Longspan", Level.HIGH, 1, "Liquidity bridge with bonded relayers."),
                entry(kind, "Ferryman", Level.HIGH, 1, "Message bridge secured by an oracle and a relayer."),
                entry(kind, "Isthmus Portal", Level.GUARDED, 1, "Canonical bridge of an optimistic roll-up."),
                entry(
                        kind,
                        "Keystone Gateway",
                        Level.ELEVATED,
                        2,
                        "Bridge with threshold signatures of nine operators."),
                entry(kind, "Viaduct", Level.HIGH, 2, "Intent bridge with solver bonds."),
                entry(
                        kind,
                        "Sluice Messaging",
                        Level.ELEVATED,
                        2,
                        "Light-client bridge between two proof-of-stake chains."),
                entry(kind, "Tidewater Bridge", Level.HIGH, 3, "Bridge of an exchange to its own chain."),
                entry(kind, "Archway Canonical", Level.ELEVATED, 3, "Canonical bridge of a validity roll-up."),
                entry(kind, "Rope Ladder", Level.HIGH, 2, "Bridge of wrapped tokens held by a multisig."));
    }

    private static List<Entry> custodians() {
        var kind = Kind.CUSTODY;
        return List.of(
                entry(kind, "Granite Custody", Level.GUARDED, 1, "Qualified custodian with segregated cold storage."),
                entry(kind, "Strongroom Trust", Level.ELEVATED, 1, "Trust company holding keys in two jurisdictions."),
                entry(
                        kind,
                        "Bastion Exchange",
                        Level.HIGH,
                        1,
                        "Spot exchange that publishes proof of reserves monthly."),
                entry(
                        kind,
                        "Ledgerline Brokerage",
                        Level.ELEVATED,
                        2,
                        "Broker with omnibus accounts at two custodians."),
                entry(kind, "Vaultline Keys", Level.ELEVATED, 2, "Key management by multi-party computation."),
                entry(kind, "Northgate Exchange", Level.HIGH, 2, "Derivatives exchange with an insurance fund."),
                entry(kind, "Coldwater Trust", Level.ELEVATED, 3, "Custodian for funds, audited every year."),
                entry(kind, "Pier Nine Wallets", Level.HIGH, 3, "Hosted wallets with social recovery."));
    }

    private static List<Entry> oraclesAndLiquidity() {
        var kind = Kind.ORACLE_LIQUIDITY;
        return List.of(
                entry(
                        kind,
                        "Beacon Oracle Markets",
                        Level.GUARDED,
                        1,
                        "Lending markets that settle on one oracle network."),
                entry(kind, "Plumb Line Feeds", Level.ELEVATED, 1, "Median price feeds of twenty-one reporters."),
                entry(kind, "Shoal Liquidity", Level.HIGH, 1, "Positions in thin pools of long-tail assets."),
                entry(kind, "Weir Exchange", Level.GUARDED, 2, "Concentrated liquidity with dynamic fees."),
                entry(kind, "Estuary Positions", Level.ELEVATED, 2, "Managed ranges for liquidity positions."),
                entry(
                        kind,
                        "Sextant Price Network",
                        Level.GUARDED,
                        2,
                        "Pull oracle with signed prices of market makers."),
                entry(kind, "Current Markets", Level.ELEVATED, 3, "Isolated markets with price caps."),
                entry(kind, "Spindrift Pools", Level.HIGH, 3, "Weighted pools with external rates."),
                entry(kind, "Riptide Leverage", Level.HIGH, 2, "Leveraged liquidity with automated deleveraging."),
                entry(
                        kind,
                        "Barnacle Range Orders",
                        Level.ELEVATED,
                        0,
                        "Limit orders built on concentrated liquidity."));
    }

    private static List<Entry> stablecoins() {
        var kind = Kind.STABLECOIN_DEPEG;
        return List.of(
                entry(kind, "Crown Dollar", Level.LOW, 1, "Dollar token backed by short treasury bills."),
                entry(kind, "Harbor Dollar", Level.GUARDED, 1, "Dollar token minted against crypto collateral."),
                entry(kind, "Basin Dollar", Level.ELEVATED, 1, "Dollar token hedged with perpetual futures."),
                entry(kind, "Meridian Euro", Level.GUARDED, 2, "Euro token of a licensed e-money institution."),
                entry(kind, "Lumen Dollar", Level.HIGH, 2, "Dollar token with a partly algorithmic backing."),
                entry(kind, "Quay Dollar", Level.ELEVATED, 3, "Dollar token backed by tokenised credit."),
                entry(kind, "Delta Dollar", Level.HIGH, 3, "Dollar token backed by liquid staking tokens."));
    }

    private static List<Entry> parametric() {
        var kind = Kind.PARAMETRIC;
        return List.of(
                entry(
                        kind,
                        "Flight delay London–Lisbon",
                        Level.ELEVATED,
                        1,
                        "Arrival two hours late or more, cancelled or diverted."),
                entry(kind, "Rainfall Kisumu", Level.ELEVATED, 1, "Less than 60 mm in the season's station month."),
                entry(kind, "Frost Mendoza", Level.ELEVATED, 1, "Night minimum below −2 °C at the station in bloom."),
                entry(
                        kind,
                        "Flight delay Frankfurt–Oslo",
                        Level.ELEVATED,
                        2,
                        "Arrival two hours late or more, cancelled or diverted."),
                entry(kind, "Wind Baltic East", Level.GUARDED, 2, "Mean wind under 5 m/s over a calendar month."),
                entry(kind, "Hail Colorado Springs", Level.HIGH, 2, "Hail stones of 3 cm or more at the station."),
                entry(kind, "Shipping Rotterdam–Singapore", Level.ELEVATED, 2, "Arrival five days late or more."),
                entry(
                        kind,
                        "Flight delay Madrid–Rome",
                        Level.ELEVATED,
                        1,
                        "Arrival two hours late or more, cancelled or diverted."),
                entry(kind, "Drought Castile", Level.ELEVATED, 3, "Soil moisture index below its tenth percentile."),
                entry(kind, "Heat Seville", Level.GUARDED, 3, "Five days in a row above 43 °C."),
                entry(kind, "Rhine gauge Kaub", Level.ELEVATED, 4, "Gauge below 78 cm for ten days."),
                entry(kind, "Earthquake Izmir", Level.HIGH, 5, "Magnitude 6.0 or more within 60 km."));
    }
}
