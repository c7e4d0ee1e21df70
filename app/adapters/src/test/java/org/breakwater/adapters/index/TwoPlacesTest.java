package org.breakwater.adapters.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.breakwater.adapters.ethereum.AbiFactDecoder;
import org.breakwater.adapters.ethereum.download.NodeLogSource;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.core.chain.ChainLog;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.follow.PastProtocol;
import org.breakwater.core.index.IndexMark;
import org.breakwater.core.index.IndexState;
import org.breakwater.core.index.LogQuery;
import org.breakwater.core.index.StoredFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same chain, kept in a file and on a server: the world of two years, as anybody reads it.
class TwoPlacesTest {

    private static final AbiFactDecoder DECODER = new AbiFactDecoder();

    @TempDir
    private Path folder;

    @Test
    void whatIsKeptInAFileAndOnAServerTellsTheSameOfTheWorld() throws Exception {
        var file = IndexPlace.Kind.FILE.fresh(folder);
        var server = IndexPlace.Kind.SERVER.fresh(folder);
        try (var network = LocalNetwork.start()) {
            var deployment = network.deployment();
            for (var place : List.of(file, server)) {
                try (var index = new KeptIndex(place, deployment, DECODER);
                        var source = NodeLogSource.of(network.node().address(), deployment.chain())) {
                    assertThat(index.sync(source).logs()).isGreaterThan(5_000);
                }
            }
            assertThat(StoreContent.of(server)).isEqualTo(StoreContent.of(file));
            assertThat(columns(server)).isEqualTo(columns(file));
            assertThat(told(server, deployment)).isEqualTo(told(file, deployment));
        }
    }

    /// What a reader learns from an index.
    private record Told(
            IndexMark mark, IndexState state, List<LoggedFact> facts, List<?> view, List<ChainLog> newest) {}

    private static Told told(IndexPlace place, Deployment deployment) throws Exception {
        try (var index = IndexPlace.stores().read(place.text(), deployment)) {
            return index.read(reader -> {
                var facts = new ArrayList<LoggedFact>();
                StoredFacts.read(reader, DECODER, deployment, facts::add);
                var after = facts.getLast().block().time().plusSeconds(1);
                var view = new PastProtocol(reader, DECODER, deployment)
                        .before(List.of(after))
                        .getFirst()
                        .orElseThrow()
                        .view();
                return new Told(
                        reader.mark(),
                        reader.state(),
                        facts,
                        List.of(view.head(), view.pools(), view.policies(), view.series(), view.integrators()),
                        reader.newest(LogQuery.ALL, 10, 500));
            });
        }
    }

    private static Set<String> columns(IndexPlace place) throws SQLException {
        var columns = new TreeSet<String>();
        try (var connection = place.connect()) {
            for (var table : List.of("progress", "block", "log", "reveal")) {
                columns.addAll(columns(connection, table));
            }
        }
        return columns;
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement();
                var none = statement.executeQuery("SELECT * FROM " + table + " LIMIT 0")) {
            var columns = new ArrayList<String>();
            for (int i = 1; i <= none.getMetaData().getColumnCount(); i++) {
                columns.add(table + " " + i + " " + none.getMetaData().getColumnName(i));
            }
            return columns;
        }
    }
}
