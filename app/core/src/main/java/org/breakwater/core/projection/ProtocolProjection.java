package org.breakwater.core.projection;

import java.util.List;
import java.util.Optional;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.fact.AccountCoverFact;
import org.breakwater.core.fact.AdapterFact;
import org.breakwater.core.fact.AuthorityFact;
import org.breakwater.core.fact.BreachFact;
import org.breakwater.core.fact.CaseFact;
import org.breakwater.core.fact.ClaimFact;
import org.breakwater.core.fact.ConfigurationFact;
import org.breakwater.core.fact.DirectoryFact;
import org.breakwater.core.fact.EscrowFact;
import org.breakwater.core.fact.FeedFact;
import org.breakwater.core.fact.FollowedContracts;
import org.breakwater.core.fact.GateFact;
import org.breakwater.core.fact.GovernorFact;
import org.breakwater.core.fact.GuardianFact;
import org.breakwater.core.fact.IncidentFact;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.fact.ModuleFact;
import org.breakwater.core.fact.ParameterFact;
import org.breakwater.core.fact.PolicyFact;
import org.breakwater.core.fact.PoolFact;
import org.breakwater.core.fact.PremiumFact;
import org.breakwater.core.fact.RiskFact;
import org.breakwater.core.fact.SeriesFact;
import org.breakwater.core.fact.TimelockFact;
import org.breakwater.core.fact.TokenFact;
import org.breakwater.core.fact.TreasuryFact;
import org.breakwater.core.fact.VotesFact;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.BlockRef;

/// The protocol's state, folded from its facts. One thread writes; what {@link #state()} gives may be shared.
public final class ProtocolProjection {

    /// How many blocks can be taken back.
    public static final long UNDO_BLOCKS = 256;

    private final Journal journal = new Journal(UNDO_BLOCKS);
    private final ProtocolRecords records = ProtocolRecords.in(journal);
    private final DirectoryFold directory = new DirectoryFold(records.directory(), records.pools());
    private final PoolFold pools = new PoolFold(records.pools());
    private final PolicyFold policies = new PolicyFold(records.policies());
    private final AccountCoverFold accounts = new AccountCoverFold(records.accounts());
    private final SeriesFold series = new SeriesFold(records.series(), records.guardian(), records.parameters());
    private final EscrowFold escrow = new EscrowFold(records.escrow(), records.pools());
    private final IncidentFold incidents = new IncidentFold(records.incidents(), records.guardian(), escrow);
    private final ClaimFold claims = new ClaimFold(records.claims(), records.incidents(), records.guardian(), escrow);
    private final CaseFold cases = new CaseFold(records.cases());
    private final ParameterFold parameters = new ParameterFold(records.parameters());
    private final RiskFold risk = new RiskFold(records.risk());
    private final GuardianFold guardian = new GuardianFold(records.guardian(), records.pools());
    private final TreasuryFold treasury = new TreasuryFold(records.treasury());
    private final AdapterFold adapters = new AdapterFold(records.adapters(), escrow);
    private final GovernanceFold governance = new GovernanceFold(records.governance());
    private final AuthorityFold authority = new AuthorityFold(records.authority());

    private FollowedContracts followed;

    public ProtocolProjection(Deployment deployment) {
        followed = FollowedContracts.of(deployment);
    }

    /// The last block that was applied.
    public Optional<BlockRef> lastBlock() {
        return journal.last();
    }

    /// Applies what happened in one block: all of it or nothing.
    ///
    /// @param block above the last one that was applied; blocks in which nothing happened may be left out
    /// @param facts in the order of the block
    /// @throws ProblemException when a fact cannot follow from what is known: something before it is missing
    /// @throws IllegalArgumentException for a block that is not above the last
    public void apply(BlockRef block, List<LoggedFact> facts) throws ProblemException {
        journal.last().filter(last -> last.number() >= block.number()).ifPresent(last -> {
            throw new IllegalArgumentException("block " + block.number() + " is not above block " + last.number());
        });
        journal.open(block);
        for (var fact : facts) {
            try {
                apply(fact);
            } catch (HistoryGap | ArithmeticException gap) {
                journal.takeBackLast();
                throw new ProblemException(gap(fact, gap), gap);
            }
        }
        journal.forget();
    }

    private static Problem gap(LoggedFact fact, RuntimeException gap) {
        return new Problem(
                "What " + fact.contract() + " said in block " + fact.block().number()
                        + " does not follow from what is known: " + gap.getMessage() + ".",
                "Events are missing, so no figure that follows from them can be trusted.",
                "Read the protocol's events again from its first block, from another node if it happens again.");
    }

    private void apply(LoggedFact logged) {
        follow(logged);
        switch (logged.fact()) {
            case DirectoryFact fact -> directory.apply(fact);
            case ModuleFact fact -> directory.apply(fact, logged);
            case GateFact fact -> directory.apply(fact);
            case TokenFact fact -> directory.apply(fact, logged, followed);
            case PoolFact fact -> pools.apply(fact, logged);
            case PolicyFact fact -> policies.apply(fact, logged);
            case PremiumFact fact -> policies.apply(fact);
            case AccountCoverFact fact -> accounts.apply(fact, logged);
            case SeriesFact fact -> series.apply(fact, logged);
            case IncidentFact fact -> incidents.apply(fact, logged);
            case ClaimFact fact -> claims.apply(fact, logged);
            case EscrowFact fact -> escrow.apply(fact, logged);
            case CaseFact fact -> cases.apply(fact, logged);
            case ParameterFact fact -> parameters.apply(fact, logged);
            case RiskFact fact -> risk.apply(fact, logged);
            case GuardianFact fact -> guardian.apply(fact);
            case TreasuryFact fact -> treasury.apply(fact, logged);
            case FeedFact fact -> treasury.apply(fact, logged);
            case AdapterFact fact -> adapters.apply(fact, logged);
            case ConfigurationFact fact -> adapters.apply(fact, logged);
            case BreachFact fact -> adapters.apply(fact, logged);
            case VotesFact fact -> governance.apply(fact, logged);
            case GovernorFact fact -> governance.apply(fact, logged);
            case TimelockFact fact -> governance.apply(fact, logged);
            case AuthorityFact fact -> authority.apply(fact, logged);
        }
    }

    private void follow(LoggedFact logged) {
        var before = followed;
        followed = before.with(logged);
        if (!followed.equals(before)) {
            journal.note(() -> followed = before);
        }
    }

    /// Whether the way back to a height is still known.
    public boolean canRollBackTo(long height) {
        return height >= journal.floor();
    }

    /// Takes back every block above a height.
    ///
    /// @throws IllegalArgumentException when the way back is forgotten: {@link #UNDO_BLOCKS} are kept
    public void rollBackTo(long height) {
        if (!canRollBackTo(height)) {
            throw new IllegalArgumentException(
                    "block " + height + " is below block " + journal.floor() + ", the lowest that can be gone back to");
        }
        while (journal.last().filter(block -> block.number() > height).isPresent()) {
            journal.takeBackLast();
        }
    }

    /// What the protocol comes to at a time, as far as logs tell. For the thread that writes, until it writes again.
    ///
    /// @param time seconds since 1970, not before the last block's
    public ProtocolView viewAt(long time) {
        return new ProtocolState(records, lastBlock()).at(time);
    }

    /// What is known now, for good.
    public ProtocolState state() {
        return new ProtocolState(records.frozen(), lastBlock());
    }
}
