package org.breakwater.desktop.boot;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.breakwater.adapters.deployment.NodeReviews;
import org.breakwater.adapters.ethereum.ChainSafes;
import org.breakwater.adapters.ethereum.DeployedInterfaces;
import org.breakwater.adapters.ethereum.NodeViews;
import org.breakwater.adapters.evidence.EvidencePlacesFile;
import org.breakwater.adapters.evidence.HttpEvidence;
import org.breakwater.adapters.json.JsonText;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.adapters.notice.NotifySend;
import org.breakwater.adapters.report.PdfReport;
import org.breakwater.adapters.report.ReportFonts;
import org.breakwater.adapters.service.ServiceQueues;
import org.breakwater.adapters.signer.EcdsaRecovery;
import org.breakwater.adapters.storage.IndexStores;
import org.breakwater.adapters.storage.SqlitePolicyList;
import org.breakwater.adapters.stress.AssumptionsFile;
import org.breakwater.core.acting.Watching;
import org.breakwater.core.alert.AlertNames;
import org.breakwater.core.call.ContractInterfaces;
import org.breakwater.core.council.ReadCouncil;
import org.breakwater.core.evidence.FetchEvidence;
import org.breakwater.core.follow.Known;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.index.IndexStore;
import org.breakwater.core.keeping.Anomaly;
import org.breakwater.core.keeping.AnomalyRules;
import org.breakwater.core.keeping.AnomalyWatch;
import org.breakwater.core.names.AddressBook;
import org.breakwater.core.policies.PolicyList;
import org.breakwater.core.policies.PolicySearch;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.reminder.Remind;
import org.breakwater.core.report.MakeReport;
import org.breakwater.core.review.request.Kept;
import org.breakwater.core.safe.QueueSource;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.ServedTransaction;
import org.breakwater.core.stress.ChooseAssumptions;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.desktop.kit.AddressLabel;
import org.breakwater.desktop.place.Composing;
import org.breakwater.desktop.place.Reporting;
import org.breakwater.desktop.place.SubjectName;
import org.breakwater.desktop.theme.Typeface;

/// Puts the console's parts together on a connection, which outlives them.
public final class Wiring implements AutoCloseable {

    /// The token that the pools of a local network count in.
    private static final String ASSET = "LocalToken";

    /// The accounts of a deployment that are Safes.
    private static final List<String> SAFES = List.of("council", "guardian");

    static final String INDEX = "index.sqlite";

    private final Connection connection;
    private final Watching watching;
    private final Following following;
    private final PolicyList policies;
    private final ReadCouncil council;
    private final ContractInterfaces interfaces;
    private final ConnectedActions actions;
    private final AlertWatch alerts;
    private final AnomalyWatch anomalies;
    private final ChooseAssumptions assumptions;
    private final HttpEvidence evidence = new HttpEvidence();
    private final List<Problem> notices = new ArrayList<>();

    public Wiring(Connection connection) throws ProblemException {
        this(connection, Watching.off());
    }

    /// @param watching whether anybody signs
    public Wiring(Connection connection, Watching watching) throws ProblemException {
        this(connection, store(connection), watching);
    }

    /// @param store where the index is kept; closed with this
    Wiring(Connection connection, IndexStore store) throws ProblemException {
        this(connection, store, Watching.off());
    }

    private Wiring(Connection connection, IndexStore store, Watching watching) throws ProblemException {
        this.connection = connection;
        this.watching = watching;
        var node = connection.node();
        var deployment = connection.deployment();
        this.assumptions = ChooseAssumptions.start(new AssumptionsFile(connection.folder()));
        assumptions.unread().ifPresent(notices::add);
        this.following = Following.start(connection, store);
        this.actions = actions(connection, following, watching, notices::add);
        this.policies = policies(following, actions);
        this.alerts = alerts(store);
        this.council = new ReadCouncil(
                node.chain(),
                watched(),
                new ChainSafes(node, deployment),
                queue(),
                actions.all().kept(),
                new EcdsaRecovery());
        this.anomalies = new AnomalyWatch(new NodeViews(node), AnomalyRules.USUAL);
        this.interfaces = new DeployedInterfaces(deployment);
    }

    private static IndexStore store(Connection connection) throws ProblemException {
        try {
            return IndexStores.file(connection.folder().resolve(INDEX), connection.deployment());
        } catch (IndexException refused) {
            throw new ProblemException(refused.fault().problem(), refused);
        }
    }

    private static ConnectedActions actions(
            Connection connection, Following following, Watching watching, Consumer<Problem> said)
            throws ProblemException {
        try {
            return ConnectedActions.open(connection, watching, said);
        } catch (ProblemException | RuntimeException refused) {
            following.close();
            throw refused;
        }
    }

    private AlertWatch alerts(IndexStore store) throws ProblemException {
        try {
            var book = book();
            return AlertWatch.start(
                    connection,
                    System.getenv(),
                    store,
                    following.follow(),
                    new AlertNames(
                            address -> book.name(address)
                                    .orElseGet(
                                            () -> AddressLabel.unknown(address).shortened()),
                            this::subject),
                    watched().keySet(),
                    assumptions.assumed(),
                    notices::add);
        } catch (ProblemException | RuntimeException refused) {
            following.close();
            actions.close();
            policies.close();
            throw refused;
        }
    }

    /// What a subject is called as things stand.
    private String subject(long id) {
        return following
                .follow()
                .known()
                .get()
                .read()
                .flatMap(known -> known.view().subjects().stream()
                        .filter(subject -> subject.subjectId() == id)
                        .findFirst())
                .map(found -> SubjectName.of(found, connection.texts()))
                .orElse("subject " + id);
    }

    private static PolicyList policies(Following following, ConnectedActions opened) throws ProblemException {
        try {
            return SqlitePolicyList.open();
        } catch (ProblemException refused) {
            following.close();
            opened.close();
            throw refused;
        }
    }

    /// The network as the window's frame shows it.
    public Console.Network network() {
        return new Console.Network(
                connection.kind(),
                connection.name(),
                connection.lateAfter(),
                connection.endpoints(),
                connection.folder().toString(),
                connection.service(),
                connection.deployment().chain(),
                connection.editing(),
                connection.local().map(LocalNetwork::time));
    }

    /// The protocol as the places show it.
    public Console.Protocol protocol() {
        var book = book();
        return new Console.Protocol(
                following.follow(),
                connection.deployment(),
                following.events(),
                book,
                connection.texts(),
                new PolicySearch(policies, book, connection.texts()),
                council,
                interfaces,
                NodeReviews.on(connection::reviewed, connection.deployment(), connection.clock(), kept()),
                actions.all(),
                new Composing(
                        actions.drafts(), actions.drafts(), actions.all().kept(), JsonText::parse, connection.clock()),
                actions.drills(),
                new FetchEvidence(evidence, new EvidencePlacesFile(connection.folder())),
                watching,
                new Remind(actions.told()),
                NotifySend.find(),
                actions.scenarios(),
                new Reporting(
                        new MakeReport(
                                following.past(),
                                following.events(),
                                connection.deployment(),
                                assumptions.assumed()::get,
                                alerts.store()),
                        new PdfReport(new ReportFonts(
                                Typeface.REGULAR.bytes(), Typeface.MEDIUM.bytes(), Typeface.SEMI_BOLD.bytes()))),
                alerts.watch(),
                alerts.store(),
                alerts.setting(),
                this::look,
                assumptions);
    }

    /// One at a time: it compares with the look before.
    private List<Anomaly> look(Known known) throws ProblemException {
        synchronized (anomalies) {
            return anomalies.look(known);
        }
    }

    /// What a review finds on this machine: what was signed here, the texts, and what hashes stand for.
    private Kept kept() {
        return new Kept(Optional.of(actions.ledger()), connection.texts(), this::known);
    }

    private Optional<SafeTransaction> known(Address safe, Hash32 hash) throws ProblemException {
        var own = actions.all().kept().find(hash).map(kept -> kept.subject().transaction());
        return own.isPresent()
                ? own
                : queue().waiting().stream()
                        .filter(served -> served.safe().equals(safe)
                                && served.statedHash().equals(hash))
                        .map(ServedTransaction::transaction)
                        .findFirst();
    }

    /// The deployment's Safes by what they are for.
    private SequencedMap<Address, String> watched() {
        var watched = new LinkedHashMap<Address, String>();
        for (var name : SAFES) {
            connection.deployment().account(name).ifPresent(safe -> watched.put(safe, Connection.capitalised(name)));
        }
        return watched;
    }

    /// What the service shows that is asked now.
    private QueueSource queue() {
        var safes = watched().keySet();
        return () -> connection
                .service()
                .get()
                .<QueueSource>map(service -> new ServiceQueues(service, safes))
                .orElseGet(UnknownQueue::new)
                .waiting();
    }

    /// Contracts by what they are, and everybody else by the names that came with the network.
    private AddressBook book() {
        var names = new LinkedHashMap<>(connection.names());
        var deployment = connection.deployment();
        var pools = deployment.pools();
        for (int i = 0; i < pools.size(); i++) {
            names.put(pools.get(i).address(), "Pool " + (i + 1));
        }
        deployment.contract(ASSET).ifPresent(token -> names.put(token.address(), SettlementAsset.SYMBOL));
        deployment.contracts().forEach(contract -> names.putIfAbsent(contract.address(), contract.name()));
        return new AddressBook(names);
    }

    @Override
    public void close() {
        alerts.close();
        actions.close();
        following.close();
        policies.close();
        evidence.close();
    }

    /// What was kept on this machine and could not be read, and where it is now.
    List<Problem> notices() {
        return List.copyOf(notices);
    }

    /// Whether the node tells of new blocks by itself.
    boolean isToldOfHeads() {
        return following.isToldOfHeads();
    }

    /// By which every age and every deadline on the network counts.
    public Clock clock() {
        return connection.clock();
    }
}
