package org.breakwater.adapters.ethereum;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;

/// Asks a node many questions, a few at a time, as any node allows; batches of JSON-RPC are not served by all.
final class Together {

    private static final int AT_ONCE = 8;

    private Together() {}

    /// One question.
    @FunctionalInterface
    interface Asking<Q, A> {
        A ask(Q question) throws ProblemException;
    }

    /// The answers in the order of the questions, or the first failure.
    static <Q, A> List<A> ask(Collection<Q> questions, Asking<Q, A> asking) throws ProblemException {
        try (var executor =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            var asked = questions.stream()
                    .map(question -> executor.submit(() -> asking.ask(question)))
                    .toList();
            var answers = new ArrayList<A>(asked.size());
            try {
                for (var answer : asked) {
                    answers.add(answer.get());
                }
            } catch (ExecutionException failed) {
                executor.shutdownNow();
                if (failed.getCause() instanceof ProblemException problem) {
                    throw problem;
                }
                throw new IllegalStateException(failed.getCause());
            } catch (InterruptedException interrupted) {
                executor.shutdownNow();
                Thread.currentThread().interrupt();
                throw new ProblemException(Problem.of("Reading from the node was cancelled.", ""), interrupted);
            }
            return answers;
        }
    }
}
