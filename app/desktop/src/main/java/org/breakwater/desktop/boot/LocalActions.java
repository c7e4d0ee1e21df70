package org.breakwater.desktop.boot;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;
import org.breakwater.adapters.ethereum.ArtifactErrors;
import org.breakwater.adapters.ethereum.ChainExecution;
import org.breakwater.adapters.ethereum.ChainSafeContract;
import org.breakwater.adapters.json.JsonText;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.adapters.localnet.LocalSigners;
import org.breakwater.adapters.service.SafeServiceClient;
import org.breakwater.adapters.signer.EcdsaRecovery;
import org.breakwater.adapters.storage.SqliteSharedTransactions;
import org.breakwater.adapters.storage.SqliteSigningJournal;
import org.breakwater.core.acting.GiveSignature;
import org.breakwater.core.acting.SafeActions;
import org.breakwater.core.acting.ShareTransaction;
import org.breakwater.core.exchange.SharedTransactionReader;
import org.breakwater.core.exchange.SharedTransactions;
import org.breakwater.core.execution.ApproveHash;
import org.breakwater.core.execution.ExecuteTransaction;
import org.breakwater.core.execution.SendCall;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.signing.ContractWitness;
import org.breakwater.core.signing.SignTransaction;

/// What can be done with Safe transactions on a local network, by everybody on it.
final class LocalActions implements AutoCloseable {

    /// Wei for a unit of gas that nobody pays more than without having said so.
    private static final BigInteger MOST_FEE = BigInteger.valueOf(500_000_000_000L);

    private final SqliteSigningJournal journal;
    private final SqliteSharedTransactions kept;
    private final SafeServiceClient service;
    private final SafeActions actions;

    private LocalActions(
            SqliteSigningJournal journal,
            SqliteSharedTransactions kept,
            SafeServiceClient service,
            SafeActions actions) {
        this.journal = journal;
        this.kept = kept;
        this.service = service;
        this.actions = actions;
    }

    static LocalActions open(LocalNetwork network) throws ProblemException {
        var folder = network.folder();
        var journal = SqliteSigningJournal.open(folder.resolve("signing.sqlite"), network.clock());
        var kept = SqliteSharedTransactions.open(
                folder.resolve("transactions.sqlite"), new EcdsaRecovery(), network.clock());
        var service = SafeServiceClient.open(network.description().serviceUrl(), Optional.empty());
        return new LocalActions(journal, kept, service, actions(network, journal, service, kept));
    }

    private static SafeActions actions(
            LocalNetwork network,
            SqliteSigningJournal journal,
            SafeServiceClient service,
            SharedTransactions kept)
            throws ProblemException {
        var recovery = new EcdsaRecovery();
        var chain = new ChainExecution(network.node(), new ArtifactErrors());
        var witness = new ContractWitness(
                network.node().chain(), new ChainSafeContract(network.node(), network.executor()));
        var share = new ShareTransaction(kept, Optional.of(service), journal);
        var calls = new SendCall(chain, MOST_FEE);
        return new SafeActions(
                new LocalSigners(network.description().accounts()),
                new GiveSignature(new SignTransaction(witness, journal, journal, recovery), share, witness, recovery),
                share,
                new ExecuteTransaction(chain, calls, journal, recovery),
                new ApproveHash(chain, calls, journal, journal),
                calls,
                kept,
                new SharedTransactionReader(JsonText::parse, witness, recovery),
                recovery,
                LocalActions::pause);
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    SafeActions all() {
        return actions;
    }

    @Override
    public void close() {
        service.close();
        kept.close();
        journal.close();
    }
}
