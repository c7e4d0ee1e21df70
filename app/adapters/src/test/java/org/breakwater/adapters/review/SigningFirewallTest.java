package org.breakwater.adapters.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.Review;
import org.breakwater.core.review.Verdict;
import org.breakwater.core.review.check.Check;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Attacks are stopped, and everyday work passes, on a real node with the published Safe contracts.
class SigningFirewallTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "signing-firewall.md");
    private static final int FEWEST_ATTACKS = 41;
    private static final int FEWEST_EVERYDAY = 200;

    private static ReviewStage stage;

    @BeforeAll
    @SuppressWarnings("NullAway.Init") // JUnit calls it before anything else
    static void open() throws ProblemException {
        stage = ReviewStage.open();
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    private record Reviewed(Case what, Review review) {

        static List<Reviewed> all(List<Case> cases) throws ProblemException {
            var reviewed = new ArrayList<Reviewed>();
            var now = stage.now();
            for (var each : cases) {
                reviewed.add(new Reviewed(each, stage.review(each, now)));
            }
            return reviewed;
        }

        /// The checks that stand against signing.
        String because() {
            return review.checks().stream()
                    .filter(check -> review.verdict() == Verdict.BLOCK ? check.blocks() : check.holds())
                    .map(check -> check.id().name())
                    .collect(Collectors.joining(", "));
        }

        String words() {
            return what.name() + " → " + review.verdict()
                    + review.checks().stream()
                            .filter(check -> check.blocks() || check.holds())
                            .map(Check::toString)
                            .collect(Collectors.joining("\n    ", "\n    ", ""));
        }
    }

    @Test
    void everyAttackIsBlockedOrHeldAndEverydayWorkPasses() throws ProblemException, IOException {
        var everyday = Reviewed.all(Everyday.on(stage));
        everyday.addAll(Reviewed.all(KnowledgeCases.everyday(stage)));
        var attacks = Reviewed.all(Attacks.on(stage));
        attacks.addAll(Reviewed.all(KnowledgeCases.attacks(stage)));
        attacks.addAll(Reviewed.all(KnowledgeCases.lateAttacks(stage)));

        assertThat(attacks).hasSizeGreaterThanOrEqualTo(FEWEST_ATTACKS);
        assertThat(attacks.stream()
                        .filter(attack -> attack.review().verdict() == Verdict.PASS)
                        .map(Reviewed::words))
                .as("attacks that pass")
                .isEmpty();
        assertThat(everyday).hasSizeGreaterThanOrEqualTo(FEWEST_EVERYDAY);
        assertThat(everyday.stream()
                        .filter(each -> each.review().verdict() == Verdict.BLOCK)
                        .map(Reviewed::words))
                .as("everyday work that is blocked")
                .isEmpty();
        var held = everyday.stream()
                .filter(each -> each.review().verdict() == Verdict.HOLD)
                .map(Reviewed::words)
                .toList();
        assertThat(held.size() * 100).as(() -> String.join("\n", held)).isLessThanOrEqualTo(3 * everyday.size());

        var table = table(attacks, everyday);
        if (Boolean.getBoolean("breakwater.write")) {
            Files.writeString(DOCUMENT, table);
        }
        assertThat(Files.readString(DOCUMENT))
                .as("written anew with -Dbreakwater.write=true")
                .isEqualTo(table);
    }

    private static String table(List<Reviewed> attacks, List<Reviewed> everyday) {
        var text = new StringBuilder("""
            # What the signing firewall stops, and what it lets through

            Each line is reviewed on a local network by `SigningFirewallTest`: the attack as it happened or was published,
            what became of it, and the checks that stand against it.

            | attack | verdict | because of |
            |---|---|---|
            """);
        attacks.forEach(attack -> text.append("| %s | %s | %s |%n"
                .formatted(attack.what().name(), attack.review().verdict(), attack.because())));
        var held = everyday.stream()
                .filter(each -> each.review().verdict() == Verdict.HOLD)
                .toList();
        text.append(
                "%nOf %d everyday transactions none is blocked and %d %s held:%n%n| everyday | held because of |%n|---|---|%n"
                        .formatted(everyday.size(), held.size(), held.size() == 1 ? "is" : "are"));
        held.forEach(each -> text.append("| %s | %s |%n".formatted(each.what().name(), each.because())));
        return text.toString();
    }
}
