package org.breakwater.adapters.localservice;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.breakwater.adapters.ethereum.EthereumNode;
import org.breakwater.adapters.ethereum.SafeReader;
import org.breakwater.adapters.safe.ServedTransactions;
import org.breakwater.adapters.signer.EcdsaRecovery;
import org.breakwater.core.json.JsonObject;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.ServedTransaction;
import org.breakwater.core.service.ServedSafe;
import org.breakwater.core.service.Singleton;
import org.breakwater.core.value.Address;

/// A Safe Transaction Service for one network, on loopback, alive until it is closed. See
/// app/docs/decisions/0016-a-transaction-service-of-our-own.md.
public final class LocalTransactionService implements AutoCloseable {

    /// How many connections may wait to be taken.
    private static final int BACKLOG = 64;

    private final HttpServer server;
    private final ExecutorService threads;
    private final ServiceStore store;
    private final Transactions transactions;
    private final AtomicBoolean closed = new AtomicBoolean();

    private LocalTransactionService(
            HttpServer server, ExecutorService threads, ServiceStore store, Transactions transactions) {
        this.server = server;
        this.threads = threads;
        this.store = store;
        this.transactions = transactions;
    }

    /// @param singletons the Safe contracts of the network
    /// @param factories the contracts that make Safes there
    /// @param folder for its file
    /// @param network the time of the network's blocks
    public static LocalTransactionService start(
            EthereumNode node, List<Singleton> singletons, List<Address> factories, Path folder, Clock network)
            throws ProblemException {
        var store = ServiceStore.create(folder);
        var chain = new SafeReader(node);
        var check = new SignatureCheck(chain, new EcdsaRecovery());
        var book = new SafeBook(chain, store, singletons, factories);
        var hours = Clock.systemUTC();
        var delegates = new Delegates(book, store, check, hours);
        var transactions = new Transactions(book, store, delegates, check, network, hours);
        var routes = routes(book, transactions, delegates, new Messages(book, store, check, network));
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
            var threads = Executors.newVirtualThreadPerTaskExecutor();
            server.setExecutor(threads);
            server.createContext("/", new Door(routes, server.getAddress().getPort()));
            server.start();
            return new LocalTransactionService(server, threads, store, transactions);
        } catch (IOException failed) {
            store.close();
            throw new ProblemException(
                    Problem.of(
                            "The local transaction service could not be started: " + failed.getMessage() + ".",
                            "Start the local network again."),
                    failed);
        }
    }

    private static Routes routes(SafeBook book, Transactions transactions, Delegates delegates, Messages messages) {
        var about = new About(book);
        var safes = new Safes(book);
        return new Routes()
                .add("GET", "v1/about", about::service)
                .add("GET", "v1/about/ethereum-rpc", about::node)
                .add("GET", "v1/about/indexing", about::indexing)
                .add("GET", "v1/about/singletons", about::singletons)
                .add("GET", "v1/safes/*", safes::one)
                .add("GET", "v1/safes/*/creation", safes::creation)
                .add("GET", "v1/owners/*/safes", safes::ownedAddresses)
                .add("GET", "v2/owners/*/safes", safes::owned)
                .add("GET", "v2/modules/*/safes", safes::withModule)
                .add("GET", "v2/safes/*/multisig-transactions", transactions::list)
                .add("POST", "v2/safes/*/multisig-transactions", transactions::propose)
                .add("POST", "v1/safes/*/multisig-transactions/estimations", transactions::estimate)
                .add("GET", "v2/multisig-transactions/*", transactions::one)
                .add("DELETE", "v2/multisig-transactions/*", transactions::delete)
                .add("GET", "v1/multisig-transactions/*/confirmations", transactions::confirmations)
                .add("POST", "v1/multisig-transactions/*/confirmations", transactions::confirm)
                .add("GET", "v2/delegates", delegates::list)
                .add("POST", "v2/delegates", delegates::add)
                .add("DELETE", "v2/delegates/*", delegates::remove)
                .add("GET", "v1/safes/*/messages", messages::list)
                .add("POST", "v1/safes/*/messages", messages::add)
                .add("GET", "v1/messages/*", messages::one)
                .add("POST", "v1/messages/*/signatures", messages::sign);
    }

    /// Where its API is; the versions follow behind.
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api");
    }

    /// Files transactions with their signatures and their dates, as strictly as if people handed them in.
    ///
    /// @param rows each as the service itself writes it
    public void file(List<JsonObject> rows) throws ProblemException {
        var safes = new HashMap<Address, ServedSafe>();
        for (var row : rows) {
            var served = ServedTransactions.read(row);
            try {
                var safe = safes.get(served.safe());
                if (safe == null) {
                    safe = transactions.safes().required(served.safe());
                    safes.put(served.safe(), safe);
                }
                file(safe, served, row.all().containsKey("origin") ? row.text("origin") : "");
            } catch (RefusedRequest refused) {
                throw new ProblemException(
                        Problem.of(
                                "The transaction " + served.statedHash() + " cannot be filed: "
                                        + refused.reply()
                                                .body()
                                                .map(Object::toString)
                                                .orElse("its Safe is unknown")
                                        + ".",
                                "Reset the local network."),
                        refused);
            }
        }
    }

    private void file(ServedSafe safe, ServedTransaction served, String origin)
            throws RefusedRequest, ProblemException {
        var confirmations = served.confirmations();
        var first = confirmations.stream().findFirst().map(ServedTransaction.Confirmation::signature);
        transactions.accept(
                safe,
                new Transactions.HandedIn(
                        served.transaction(),
                        served.statedHash(),
                        served.proposer().orElse(Address.ZERO),
                        first,
                        origin,
                        served.submitted()));
        var filed = store.proposal(served.statedHash()).orElseThrow();
        for (int i = 1; i < confirmations.size(); i++) {
            transactions.confirm(
                    safe,
                    filed,
                    confirmations.get(i).signature(),
                    confirmations.get(i).submitted());
        }
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        server.stop(0);
        threads.shutdownNow();
        store.close();
    }
}
