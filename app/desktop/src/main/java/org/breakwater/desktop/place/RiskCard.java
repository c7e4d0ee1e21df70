package org.breakwater.desktop.place;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.breakwater.core.follow.Known;
import org.breakwater.core.review.call.ReviewedCall;
import org.breakwater.core.stress.Assumptions;
import org.breakwater.core.stress.ChangeOfRisk;
import org.breakwater.core.stress.EffectOfCalls;
import org.breakwater.core.stress.StressException;
import org.breakwater.core.stress.StressSize;
import org.breakwater.core.stress.StressWatch;
import org.breakwater.desktop.kit.Card;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;

/// What a transaction or a proposal does to the chance that the protocol cannot pay, in a review.
public final class RiskCard {

    private static final int YEARS = 200_000;
    private static final long SEED = 2_026;

    private RiskCard() {}

    /// Nothing where it changes no parameter, capital or cover that the chance depends on.
    public static Optional<Node> of(Surroundings around, ReviewedCall call) {
        if (!EffectOfCalls.matters(call)) {
            return Optional.empty();
        }
        var words = Words.wrapped(Words.body(
                "The same " + Numbers.count(YEARS) + " years are gone through as things are and as they would be…"));
        words.setId("review-risk");
        var note = Words.wrapped(Words.secondary("If it is in force at once. Both with the same "
                + Numbers.count(YEARS) + " simulated years, seed " + SEED
                + "; the treasury's place says what is assumed."));
        var assumed = around.assumptions().assumed().get();
        around.known()
                .getValue()
                .read()
                .ifPresent(known -> around.background().quietly(() -> sentence(known, call, assumed), words::setText));
        return Optional.of(Card.of("Risk before and after", new VBox(4, words, note)));
    }

    private static String sentence(Known known, ReviewedCall call, Assumptions assumed) {
        try {
            return CompletableFuture.supplyAsync(() -> simulated(known, call, assumed), YearThreads.EXECUTOR)
                    .join();
        } catch (CompletionException failed) {
            YearThreads.report(failed);
            return YearThreads.FAULT;
        }
    }

    private static String simulated(Known known, ReviewedCall call, Assumptions assumed) {
        try {
            return EffectOfCalls.of(
                            known.view(),
                            call,
                            assumed,
                            new StressSize(YEARS, SEED, YearThreads.count()),
                            YearThreads.EXECUTOR,
                            StressWatch.NOBODY)
                    .map(ChangeOfRisk::sentence)
                    .orElse("Nothing that a year's losses depend on.");
        } catch (StressException refused) {
            return refused.fault().problem().toString();
        }
    }
}
