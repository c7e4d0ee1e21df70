package org.breakwater.core.chain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.breakwater.core.chain.EndpointAnswer.Standing;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.BlockRef;

/// Use case: asks all endpoints for their newest blocks at once, and compares each with the first that answers.
/// Blocking.
///
/// @param endpoints the one that is read first
/// @param lateAfter how much older a newest block may be than the newest of all
public record CompareEndpoints(List<Endpoint> endpoints, Duration lateAfter) {

    public CompareEndpoints {
        endpoints = List.copyOf(endpoints);
    }

    /// The answers in the order of the endpoints.
    public List<EndpointAnswer> run() {
        var asked = together(endpoints.stream()
                .<Callable<EndpointAnswer>>map(endpoint -> () -> head(endpoint.blocks()))
                .toList());
        var read = firstAnswer(asked);
        if (read.isEmpty()) {
            return asked;
        }
        var newest = newest(asked);
        var compared = new ArrayList<Callable<EndpointAnswer>>();
        for (int i = 0; i < asked.size(); i++) {
            var index = i;
            compared.add(() -> compared(index, read.get(), asked, newest));
        }
        return together(compared);
    }

    private static EndpointAnswer head(Blocks endpoint) {
        var began = System.nanoTime();
        try {
            var head = endpoint.head();
            return new EndpointAnswer.Head(head, Duration.ofNanos(System.nanoTime() - began), Standing.UNKNOWN);
        } catch (UnfitEndpointException unfit) {
            return new EndpointAnswer.None(unfit.why(), unfit.problem());
        } catch (ProblemException failed) {
            return new EndpointAnswer.None(Unfit.SILENT, failed.problem());
        }
    }

    private static Optional<Integer> firstAnswer(List<EndpointAnswer> answers) {
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i) instanceof EndpointAnswer.Head) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static Instant newest(List<EndpointAnswer> answers) {
        var newest = Instant.MIN;
        for (var answer : answers) {
            if (answer instanceof EndpointAnswer.Head(var head, var _, var _)
                    && head.time().isAfter(newest)) {
                newest = head.time();
            }
        }
        return newest;
    }

    private EndpointAnswer compared(int index, int read, List<EndpointAnswer> answers, Instant newest) {
        return switch (answers.get(index)) {
            case EndpointAnswer.None silent -> silent;
            case EndpointAnswer.Head(var head, var took, var _) -> {
                var late = Duration.between(head.time(), newest).compareTo(lateAfter) > 0;
                yield new EndpointAnswer.Head(
                        head, took, late ? Standing.BEHIND : beside(read, index, answers.get(read), head));
            }
        };
    }

    private Standing beside(int read, int index, EndpointAnswer answer, BlockRef head) {
        if (read == index) {
            return Standing.AGREES;
        }
        return answer instanceof EndpointAnswer.Head(var reference, var _, var _)
                ? beside(
                        endpoints.get(read).blocks(),
                        reference,
                        endpoints.get(index).blocks(),
                        head)
                : Standing.UNKNOWN;
    }

    /// Compares at the lower of two heights: the one that is ahead is asked for its block there.
    private static Standing beside(Blocks read, BlockRef reference, Blocks other, BlockRef head) {
        try {
            var height = Math.min(reference.number(), head.number());
            var ours = reference.number() == height ? reference : read.block(height);
            var theirs = head.number() == height ? head : other.block(height);
            return ours.hash().equals(theirs.hash()) ? Standing.AGREES : Standing.DIFFERS;
        } catch (ProblemException unanswered) {
            return Standing.UNKNOWN;
        }
    }

    private static List<EndpointAnswer> together(List<Callable<EndpointAnswer>> questions) {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<EndpointAnswer>();
            for (var asked : executor.invokeAll(questions)) {
                answers.add(asked.get());
            }
            return answers;
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            var ended = new EndpointAnswer.None(Unfit.SILENT, Problem.of("Asking the endpoints was cancelled.", ""));
            return questions.stream().<EndpointAnswer>map(_ -> ended).toList();
        }
    }
}
