package org.breakwater.adapters.localnet.world;

/// What the terms and exclusions of each kind say.
final class Wordings {

    private Wordings() {}

    /// The terms of a kind's pool.
    static String terms(Kind kind, int version) {
        return covered(kind)
                + "\n\nDeductible, waiting period and limits are the parameters in force when the policy is bought."
                + (version == 1
                        ? ""
                        : "\n\nVersion " + version
                                + " says more clearly that a loss counts from its first transaction.");
    }

    private static String covered(Kind kind) {
        return switch (kind) {
            case SMART_CONTRACT ->
                "Covered is a loss of funds through a fault of the subject's contracts that someone exploits.";
            case BRIDGE -> "Covered is a loss because what the bridge holds no longer backs what it has issued.";
            case CUSTODY ->
                "Covered is a loss because the custodian loses keys or stops withdrawals for longer than the waiting"
                        + " period.";
            case ORACLE_LIQUIDITY ->
                "Covered is a loss because the subject's market fell or was misquoted beyond the threshold.";
            case STABLECOIN_DEPEG ->
                "Covered is the fall of the stablecoin below its trigger that has not recovered within 24 hours.";
            case PARAMETRIC ->
                "Covered is the event that the station or the flight record reports; no loss has to be shown.";
        };
    }

    static String exclusions(Kind kind) {
        return "Not covered: losses before the waiting period ends, losses through the holder's own keys, and "
                + switch (kind) {
                    case SMART_CONTRACT -> "announced deprecations of the contracts.";
                    case BRIDGE -> "delays of finality on either chain.";
                    case CUSTODY -> "seizure by an authority.";
                    case ORACLE_LIQUIDITY -> "impermanent loss within the market's ordinary moves.";
                    case STABLECOIN_DEPEG -> "prices of a single venue.";
                    case PARAMETRIC -> "events without a report within one day of the period's end.";
                };
    }

    /// Bit per exclusion, as the wording numbers them: two that all have, then one a kind.
    @SuppressWarnings("EnumOrdinal")
    static int exclusionsBitmap(Kind kind) {
        return 0b11 | 1 << (kind.number() + 2);
    }
}
