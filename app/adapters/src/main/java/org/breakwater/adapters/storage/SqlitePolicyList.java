package org.breakwater.adapters.storage;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.breakwater.core.policies.ListedPolicy;
import org.breakwater.core.policies.PolicyFilter;
import org.breakwater.core.policies.PolicyList;
import org.breakwater.core.policies.PolicyOrder;
import org.breakwater.core.policies.PolicyTotals;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.sqlite.SQLiteConfig;

/// The list of policies in a database of SQLite's that lives in memory and ends with it: everything in it follows from
/// what is stored elsewhere. Amounts are words of 32 bytes, whose order is that of the numbers.
public final class SqlitePolicyList implements PolicyList {

    private static final int CACHE_KIBIBYTES = 64 << 10;

    private final Connection connection;
    private final Map<Long, ListedPolicy> kept = new HashMap<>();

    private SqlitePolicyList(Connection connection) {
        this.connection = connection;
    }

    /// An empty list.
    public static SqlitePolicyList open() throws ProblemException {
        var config = new SQLiteConfig();
        config.setGetGeneratedKeys(false);
        config.enableLoadExtension(false);
        config.setCacheSize(-CACHE_KIBIBYTES);
        try {
            var connection = config.createConnection("jdbc:sqlite::memory:");
            try (var statement = connection.createStatement()) {
                for (var command : PolicyTable.COMMANDS) {
                    statement.executeUpdate(command);
                }
            }
            connection.setAutoCommit(false);
            return new SqlitePolicyList(connection);
        } catch (SQLException failed) {
            throw problem(failed);
        }
    }

    @Override
    public synchronized void become(List<ListedPolicy> policies) throws ProblemException {
        var changed = policies.stream()
                .filter(policy -> !policy.equals(kept.get(policy.id())))
                .toList();
        var gone = gone(policies);
        if (changed.isEmpty() && gone.isEmpty()) {
            return;
        }
        try {
            write(changed, gone);
            connection.commit();
        } catch (SQLException failed) {
            rollBack();
            throw problem(failed);
        }
        changed.forEach(policy -> kept.put(policy.id(), policy));
        kept.keySet().removeAll(gone);
    }

    private List<Long> gone(List<ListedPolicy> policies) {
        var gone = new HashSet<>(kept.keySet());
        policies.forEach(policy -> gone.remove(policy.id()));
        return List.copyOf(gone);
    }

    private void write(List<ListedPolicy> changed, List<Long> gone) throws SQLException {
        try (var rows = connection.prepareStatement(PolicyTable.WRITE)) {
            for (var policy : changed) {
                PolicyTable.bind(rows, policy);
                rows.addBatch();
            }
            rows.executeBatch();
        }
        try (var rows = connection.prepareStatement("DELETE FROM policy WHERE id = ?")) {
            for (var id : gone) {
                rows.setLong(1, id);
                rows.addBatch();
            }
            rows.executeBatch();
        }
    }

    private void rollBack() {
        try {
            connection.rollback();
        } catch (SQLException ended) {
            // SQLite has ended the transaction itself.
        }
    }

    @Override
    public synchronized int count(PolicyFilter filter) throws ProblemException {
        var condition = PolicyCondition.of(filter);
        return ask("SELECT count(*) FROM policy" + condition.sql(), condition, statement -> {
            try (var row = statement.executeQuery()) {
                return row.getInt(1);
            }
        });
    }

    @Override
    public synchronized PolicyTotals totals(PolicyFilter filter) throws ProblemException {
        var condition = PolicyCondition.of(filter);
        return ask("SELECT cover, premium FROM policy" + condition.sql(), condition, statement -> {
            var count = 0;
            var cover = BigInteger.ZERO;
            var premium = BigInteger.ZERO;
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    count++;
                    cover = cover.add(new BigInteger(1, row.getBytes(1)));
                    premium = premium.add(new BigInteger(1, row.getBytes(2)));
                }
            }
            return new PolicyTotals(count, cover, premium);
        });
    }

    /// The rows to pass over are counted in an index; whole rows are read for the page alone.
    @Override
    public synchronized List<ListedPolicy> page(PolicyFilter filter, PolicyOrder order, int offset, int limit)
            throws ProblemException {
        var condition = PolicyCondition.of(filter);
        var sorted = PolicyTable.order(order);
        var sql = "SELECT * FROM policy WHERE id IN (SELECT id FROM policy" + condition.sql() + sorted
                + " LIMIT ? OFFSET ?)" + sorted;
        return ask(sql, condition, statement -> {
            statement.setInt(condition.values().size() + 1, limit);
            statement.setInt(condition.values().size() + 2, offset);
            var policies = new ArrayList<ListedPolicy>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    policies.add(PolicyTable.policy(row));
                }
            }
            return policies;
        });
    }

    @Override
    public synchronized OptionalInt position(PolicyFilter filter, PolicyOrder order, long id) throws ProblemException {
        var condition = PolicyCondition.of(filter);
        return ask("SELECT id FROM policy" + condition.sql() + PolicyTable.order(order), condition, statement -> {
            try (var row = statement.executeQuery()) {
                for (int before = 0; row.next(); before++) {
                    if (row.getLong(1) == id) {
                        return OptionalInt.of(before);
                    }
                }
            }
            return OptionalInt.empty();
        });
    }

    private <T> T ask(String sql, PolicyCondition condition, Question<T> question) throws ProblemException {
        try (var statement = connection.prepareStatement(sql)) {
            condition.bind(statement);
            return question.ask(statement);
        } catch (SQLException failed) {
            throw problem(failed);
        }
    }

    private static ProblemException problem(SQLException failed) {
        return new ProblemException(
                Problem.of(
                        "The list of policies could not be read: " + failed.getMessage() + ".",
                        "Close other programs if memory is short, and try again."),
                failed);
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException alreadyGone) {
            // Nothing in it is needed any more.
        }
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask(PreparedStatement statement) throws SQLException;
    }
}
