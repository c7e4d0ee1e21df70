package org.breakwater.adapters.ethereum.download;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.breakwater.core.index.EndpointFault;
import org.breakwater.core.index.IndexException;

/// JSON-RPC 2.0 with one endpoint. For one thread at a time.
final class JsonRpc implements AutoCloseable {

    private final HttpEndpoint endpoint;
    private long lastId;
    private boolean takesBatches = true;

    JsonRpc(HttpUrl address, AnswerLimits limits, Clock clock) {
        this.endpoint = new HttpEndpoint(address, limits, clock);
    }

    String name() {
        return endpoint.name();
    }

    /// @throws IndexException with {@link EndpointFault.Refused} where the endpoint says no, or another fault
    <T> T ask(Question<T> question) throws IndexException {
        return given(question.what(), answer(question));
    }

    /// The answer, yes or no.
    <T> Answer<T> answer(Question<T> question) throws IndexException {
        return send(question).read();
    }

    /// Several questions of one kind in one exchange, or one after the other where the endpoint does not take them
    /// together.
    ///
    /// @return their results in the same order
    <T> List<T> askAll(String what, List<Question<T>> questions) throws IndexException {
        return begin(what, questions).results();
    }

    /// Sends several questions of one kind now, for their answers to be read later.
    <T> Begun<T> begin(String what, List<Question<T>> questions) {
        if (questions.size() == 1) {
            return new Single<>(questions.getFirst(), send(questions.getFirst()));
        }
        return takesBatches && !questions.isEmpty()
                ? new Batch<>(what, questions, sendTogether(what, questions))
                : new Series<>(questions);
    }

    private <T> HttpEndpoint.Exchange<Answer<T>> send(Question<T> question) {
        var id = ++lastId;
        return endpoint.send(question.what(), request(question, id), envelopes -> envelopes.one(id, question.reader()));
    }

    private <T> HttpEndpoint.Exchange<Optional<List<Answer<T>>>> sendTogether(
            String what, List<Question<T>> questions) {
        var first = lastId + 1;
        lastId += questions.size();
        return endpoint.send(what, batch(questions, first), envelopes -> envelopes.all(first, questions));
    }

    private static String request(Question<?> question, long id) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"" + question.method() + "\",\"params\":"
                + question.parameters() + "}";
    }

    private static String batch(List<? extends Question<?>> questions, long firstId) {
        var text = new StringBuilder("[");
        for (int i = 0; i < questions.size(); i++) {
            text.append(i == 0 ? "" : ",").append(request(questions.get(i), firstId + i));
        }
        return text.append(']').toString();
    }

    private <T> T given(String what, Answer<T> answer) throws IndexException {
        return switch (answer) {
            case Answer.Given<T>(var value) -> value;
            case Answer.Denied<T> denied
            when denied.asksForFewer() ->
                throw new IndexException(new EndpointFault.RateLimited(name(), Optional.empty()));
            case Answer.Denied<T>(var _, var words) ->
                throw new IndexException(new EndpointFault.Refused(name(), what, words));
        };
    }

    @Override
    public void close() {
        endpoint.close();
    }

    /// Questions that are under way.
    sealed interface Begun<T> {

        /// Waits until the endpoint has an answer and begins to send it.
        void await() throws IndexException;

        /// Reads the answers; once.
        List<T> results() throws IndexException;

        /// Gives them up.
        void cancel();
    }

    private final class Single<T> implements Begun<T> {

        private final Question<T> question;
        private final HttpEndpoint.Exchange<Answer<T>> exchange;

        private Single(Question<T> question, HttpEndpoint.Exchange<Answer<T>> exchange) {
            this.question = question;
            this.exchange = exchange;
        }

        @Override
        public void await() throws IndexException {
            exchange.await();
        }

        @Override
        public List<T> results() throws IndexException {
            return List.of(given(question.what(), exchange.read()));
        }

        @Override
        public void cancel() {
            exchange.cancel();
        }
    }

    private final class Batch<T> implements Begun<T> {

        private final String what;
        private final List<Question<T>> questions;
        private final HttpEndpoint.Exchange<Optional<List<Answer<T>>>> exchange;

        private Batch(
                String what, List<Question<T>> questions, HttpEndpoint.Exchange<Optional<List<Answer<T>>>> exchange) {
            this.what = what;
            this.questions = questions;
            this.exchange = exchange;
        }

        @Override
        public void await() throws IndexException {
            exchange.await();
        }

        @Override
        public List<T> results() throws IndexException {
            var answers = exchange.read();
            if (answers.isEmpty()) {
                takesBatches = false; // From here on, one at a time.
                return new Series<>(questions).results();
            }
            var results = new ArrayList<T>(questions.size());
            for (var answer : answers.get()) {
                results.add(given(what, answer));
            }
            return results;
        }

        @Override
        public void cancel() {
            exchange.cancel();
        }
    }

    /// One after the other; none is sent before it is needed.
    private final class Series<T> implements Begun<T> {

        private final List<Question<T>> questions;

        private Series(List<Question<T>> questions) {
            this.questions = questions;
        }

        @Override
        public void await() {}

        @Override
        public List<T> results() throws IndexException {
            var results = new ArrayList<T>(questions.size());
            for (var question : questions) {
                results.add(ask(question));
            }
            return results;
        }

        @Override
        public void cancel() {}
    }
}
