package org.breakwater.adapters.localnet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Finds Anvil, the Ethereum node that a local network runs on. Looked for in this order: the environment variable
/// `BREAKWATER_ANVIL`, the system property `breakwater.anvil`, a file `anvil` beside the program, and
/// `governance-contracts/node_modules` of the checkout that the working folder lies in.
public final class AnvilBinary {

    private static final String VARIABLE = "BREAKWATER_ANVIL";
    private static final String PROPERTY = "breakwater.anvil";
    private static final String IN_CHECKOUT =
            "governance-contracts/node_modules/@foundry-rs/anvil-linux-amd64/bin/anvil";

    private AnvilBinary() {}

    public static Path find() throws ProblemException {
        return find(System.getenv(), System.getProperty(PROPERTY), programFolder(), Path.of(""));
    }

    static Path find(
            Map<String, String> environment, @Nullable String property, @Nullable Path program, Path workingFolder)
            throws ProblemException {
        var named = environment.getOrDefault(VARIABLE, property);
        if (named != null) {
            return named(Path.of(named));
        }
        var places = new ArrayList<Path>();
        if (program != null) {
            places.add(program.resolve("anvil"));
            ancestors(program).map(folder -> folder.resolve(IN_CHECKOUT)).forEach(places::add);
        }
        ancestors(workingFolder.toAbsolutePath())
                .map(folder -> folder.resolve(IN_CHECKOUT))
                .forEach(places::add);
        return first(places);
    }

    private static Path named(Path path) throws ProblemException {
        if (Files.isExecutable(path)) {
            return path;
        }
        throw new ProblemException(Problem.of(
                "There is no program at " + path + ".",
                "Set " + VARIABLE + " to the path of Anvil, or unset it to have it looked for."));
    }

    private static Path first(List<Path> places) throws ProblemException {
        return places.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.of(
                        "Anvil, the node that a local network runs on, was not found.",
                        "Run “npm ci” in governance-contracts, or set " + VARIABLE + " to the path of Anvil.")));
    }

    private static Stream<Path> ancestors(Path folder) {
        return Stream.iterate(folder, path -> path != null, Path::getParent);
    }

    private static @Nullable Path programFolder() {
        var source = AnvilBinary.class.getProtectionDomain().getCodeSource();
        return source == null || source.getLocation() == null
                ? null
                : Path.of(source.getLocation().getPath()).getParent();
    }
}
