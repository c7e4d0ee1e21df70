package org.breakwater.adapters.machine;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.breakwater.core.review.check.Surroundings;

/// What can be told of the machine on which this program runs.
public final class ThisMachine {

    /// What lets another program look into this one or change it, by how the option begins.
    private static final Map<String, String> ATTACHED = Map.of(
            "-javaagent", "an agent that may change it",
            "-agentlib:jdwp", "a debugger",
            "-Xrunjdwp", "a debugger",
            "-agentpath", "an agent that may change it",
            "--patch-module", "a module in another's place");

    private static final List<String> INJECTING =
            List.of("LD_PRELOAD", "DYLD_INSERT_LIBRARIES", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private ThisMachine() {}

    public static Surroundings surroundings(Clock clock) {
        var options = ManagementFactory.getRuntimeMXBean().getInputArguments();
        return new Surroundings(
                clock.instant(),
                options.stream().flatMap(ThisMachine::attached).distinct().toList(),
                INJECTING.stream().filter(ThisMachine::isSet).toList(),
                ReleaseManifest.ofThisProgram());
    }

    private static Stream<String> attached(String option) {
        return ATTACHED.entrySet().stream()
                .filter(known -> option.startsWith(known.getKey()))
                .map(Map.Entry::getValue);
    }

    private static boolean isSet(String variable) {
        return Optional.ofNullable(System.getenv(variable))
                .filter(value -> !value.isBlank())
                .isPresent();
    }
}
