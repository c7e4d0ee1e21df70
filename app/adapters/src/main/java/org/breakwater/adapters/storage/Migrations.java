package org.breakwater.adapters.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.IntFunction;

/// Takes a store from one format to the next. The store says itself how many steps it has behind it.
final class Migrations {

    private Migrations() {}

    /// Takes the steps that are missing, each whole or not at all.
    ///
    /// @param steps names of files of SQL
    /// @param version how many steps are behind it
    /// @param mark the command that writes into the store how many steps are behind it
    static void run(Connection connection, List<String> steps, int version, IntFunction<String> mark)
            throws SQLException {
        for (int step = version; step < steps.size(); step++) {
            run(connection, steps.get(step), mark.apply(step + 1));
        }
    }

    private static void run(Connection connection, String name, String mark) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var command : commands(text(name))) {
                statement.executeUpdate(command);
            }
            statement.executeUpdate(mark);
            connection.commit();
        } catch (SQLException failed) {
            connection.rollback();
            throw failed;
        }
    }

    /// Commands end with a semicolon at the end of a line.
    private static List<String> commands(String text) {
        return text
                .lines()
                .filter(line -> !line.startsWith("--"))
                .reduce("", (before, line) -> before + line + '\n')
                .transform(sql -> List.of(sql.split(";\n")))
                .stream()
                .filter(command -> !command.isBlank())
                .toList();
    }

    private static String text(String name) {
        try (var input = Migrations.class.getResourceAsStream(name)) {
            if (input == null) {
                throw new IllegalStateException("the program lacks " + name);
            }
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
