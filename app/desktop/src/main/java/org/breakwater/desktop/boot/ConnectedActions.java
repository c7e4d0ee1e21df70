package org.breakwater.desktop.boot;

import java.math.BigInteger;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;
import org.breakwater.adapters.ethereum.ArtifactErrors;
import org.breakwater.adapters.ethereum.ChainExecution;
import org.breakwater.adapters.ethereum.EthereumNode;
import org.breakwater.adapters.ethereum.NodeReceipts;
import org.breakwater.adapters.ethereum.NodeReviewChain;
import org.breakwater.adapters.ethereum.NodeViews;
import org.breakwater.adapters.json.JsonText;
import org.breakwater.adapters.keyring.FileKeyring;
import org.breakwater.adapters.localnet.LocalSigners;
import org.breakwater.adapters.policy.PolicyFile;
import org.breakwater.adapters.signer.EcdsaRecovery;
import org.breakwater.adapters.storage.BegunAnew;
import org.breakwater.adapters.storage.SqliteDrafts;
import org.breakwater.adapters.storage.SqliteDrills;
import org.breakwater.adapters.storage.SqliteScenarios;
import org.breakwater.adapters.storage.SqliteSharedTransactions;
import org.breakwater.adapters.storage.SqliteSigningJournal;
import org.breakwater.adapters.storage.SqliteTold;
import org.breakwater.core.acting.AccountActs;
import org.breakwater.core.acting.ClosedKeyring;
import org.breakwater.core.acting.DaoActions;
import org.breakwater.core.acting.GiveBallot;
import org.breakwater.core.acting.GiveSignature;
import org.breakwater.core.acting.JoinedPeople;
import org.breakwater.core.acting.Keyring;
import org.breakwater.core.acting.People;
import org.breakwater.core.acting.SafeActions;
import org.breakwater.core.acting.SafeMessages;
import org.breakwater.core.acting.ShareTransaction;
import org.breakwater.core.acting.Watching;
import org.breakwater.core.exchange.SharedTransactionReader;
import org.breakwater.core.exchange.SharedTransactions;
import org.breakwater.core.execution.ApproveHash;
import org.breakwater.core.execution.ExecuteTransaction;
import org.breakwater.core.execution.SendCall;
import org.breakwater.core.governor.Dao;
import org.breakwater.core.governor.ReadDao;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.policy.ChangePolicy;
import org.breakwater.core.signing.ContractWitness;
import org.breakwater.core.signing.SignMessage;
import org.breakwater.core.signing.SignTransaction;
import org.breakwater.core.signing.SignatureLedger;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;

/// What can be done with Safe transactions on a network: what is kept of it, and who can sign.
final class ConnectedActions implements AutoCloseable {

    /// Wei for a unit of gas that nobody pays more than without having said so.
    private static final BigInteger MOST_FEE = BigInteger.valueOf(500_000_000_000L);

    private final SqliteSigningJournal journal;
    private final SqliteSharedTransactions kept;
    private final SqliteDrafts drafts;
    private final SqliteDrills drills;
    private final SqliteTold told;
    private final SqliteScenarios scenarios;
    private final Optional<FileKeyring> keyring;
    private final SafeActions actions;

    private ConnectedActions(
            SqliteSigningJournal journal,
            SqliteSharedTransactions kept,
            SqliteDrafts drafts,
            SqliteDrills drills,
            SqliteTold told,
            SqliteScenarios scenarios,
            Optional<FileKeyring> keyring,
            SafeActions actions) {
        this.journal = journal;
        this.kept = kept;
        this.drafts = drafts;
        this.drills = drills;
        this.told = told;
        this.scenarios = scenarios;
        this.keyring = keyring;
        this.actions = actions;
    }

    /// @param said told of what was set aside because it could not be read
    static ConnectedActions open(Connection connection, Watching watching, Consumer<Problem> said)
            throws ProblemException {
        var opened = new ArrayList<Runnable>();
        try {
            var folder = connection.folder();
            var journal = SqliteSigningJournal.open(folder.resolve("signing.sqlite"), connection.clock());
            opened.add(journal::close);
            var kept = SqliteSharedTransactions.openOrSayWhyNot(
                    folder.resolve("transactions.sqlite"), new EcdsaRecovery(), connection.clock());
            opened.add(kept::close);
            var drafts = BegunAnew.where(folder.resolve("drafts.sqlite"), SqliteDrafts::open, said);
            opened.add(drafts::close);
            var drills = BegunAnew.where(folder.resolve("drills.sqlite"), SqliteDrills::open, said);
            opened.add(drills::close);
            var told = BegunAnew.where(
                    folder.resolve("told.sqlite"), file -> SqliteTold.open(file, connection.clock()), said);
            opened.add(told::close);
            var scenarios = BegunAnew.where(folder.resolve("scenarios.sqlite"), SqliteScenarios::open, said);
            opened.add(scenarios::close);
            var keyring = keyring(connection, watching);
            keyring.ifPresent(own -> opened.add(own::close));
            return new ConnectedActions(
                    journal,
                    kept,
                    drafts,
                    drills,
                    told,
                    scenarios,
                    keyring,
                    actions(connection, journal, kept, keyring, watching));
        } catch (ProblemException | RuntimeException refused) {
            opened.forEach(Runnable::run);
            throw refused;
        }
    }

    /// Who watches from the start opens none. Idle time is this machine's: a local network's can be moved.
    private static Optional<FileKeyring> keyring(Connection connection, Watching watching) {
        return watching.isFromTheStart()
                ? Optional.empty()
                : Optional.of(FileKeyring.open(connection.signers(), InstantSource.system()));
    }

    private static SafeActions actions(
            Connection connection,
            SqliteSigningJournal journal,
            SharedTransactions kept,
            Optional<FileKeyring> keyring,
            Watching watching) {
        var recovery = new EcdsaRecovery();
        var chain = new ChainExecution(connection.node(), new ArtifactErrors());
        var witness = new ContractWitness(chain.chain(), chain);
        var share = new ShareTransaction(kept, connection.service()::get, journal);
        var calls = new SendCall(chain, MOST_FEE);
        return new SafeActions(
                watching.guard(
                        people(connection, keyring.<People>map(own -> own).orElse(People.NOBODY))),
                keyring.<Keyring>map(own -> own).orElseGet(ClosedKeyring::new),
                new GiveSignature(new SignTransaction(witness, journal, journal, recovery), share, witness, recovery),
                new SafeMessages(
                        connection.service()::get, witness, new SignMessage(witness, journal, recovery), recovery),
                share,
                new ExecuteTransaction(chain, calls, journal, recovery),
                new ApproveHash(chain, calls, journal, journal),
                calls,
                kept,
                new SharedTransactionReader(JsonText::parse, witness, recovery),
                recovery,
                ConnectedActions::pause,
                new ChangePolicy(
                        new PolicyFile(connection.folder().resolve("review-policy.json")),
                        contract -> codeHash(connection.node(), contract),
                        connection.clock()),
                dao(connection, chain, calls));
    }

    private static DaoActions dao(Connection connection, ChainExecution chain, SendCall calls) {
        var node = connection.node();
        var read = new ReadDao(new NodeViews(node), Dao.of(connection.deployment()));
        return new DaoActions(
                read, new AccountActs(chain, calls, new NodeReceipts(node)), new GiveBallot(read, new EcdsaRecovery()));
    }

    private static Optional<Hash32> codeHash(EthereumNode node, Address contract) throws ProblemException {
        return Optional.of(NodeReviewChain.atHead(node).code(contract))
                .filter(code -> code.length() > 0)
                .map(Keccak::hash);
    }

    private static People people(Connection connection, People own) {
        return connection
                .local()
                .<People>map(network ->
                        new JoinedPeople(new LocalSigners(network.description().accounts()), own))
                .orElse(own);
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    SignatureLedger ledger() {
        return journal;
    }

    SqliteDrills drills() {
        return drills;
    }

    SqliteTold told() {
        return told;
    }

    SqliteScenarios scenarios() {
        return scenarios;
    }

    SqliteDrafts drafts() {
        return drafts;
    }

    SafeActions all() {
        return actions;
    }

    @Override
    public void close() {
        keyring.ifPresent(FileKeyring::close);
        scenarios.close();
        told.close();
        drills.close();
        drafts.close();
        kept.close();
        journal.close();
    }
}
