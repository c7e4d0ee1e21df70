package org.breakwater.adapters.ethereum.download;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// The objects in which JSON-RPC 2.0 wraps results, read from a stream as it comes in.
final class Envelopes implements AutoCloseable {

    private static final int MOST_WORDS = 10_000;

    private final JsonParser parser;

    private Envelopes(JsonParser parser) {
        this.parser = parser;
    }

    static Envelopes open(InputStream stream, int mostBytes) {
        var factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(16)
                        .maxNameLength(100)
                        .maxNumberLength(30)
                        .maxStringLength(mostBytes)
                        .build())
                .build();
        return new Envelopes(factory.createParser(ObjectReadContext.empty(), stream));
    }

    /// One answer, which must be to the question `id`.
    <T> Answer<T> one(long id, Question.Reader<T> reader) throws IOException {
        parser.nextToken();
        var envelope = envelope(reader);
        if (envelope.id != id) {
            throw new MalformedAnswerException("it answers another question");
        }
        ended();
        return envelope.answer();
    }

    /// Answers to the questions `firstId`, `firstId` + 1 and so on, in any order; nothing where the endpoint refuses to
    /// be asked several at once.
    <T> Optional<List<Answer<T>>> all(long firstId, List<Question<T>> questions) throws IOException {
        if (parser.nextToken() == JsonToken.START_OBJECT) {
            if (envelope(JsonParser::skipChildren).answer() instanceof Answer.Denied<?>) {
                return Optional.empty();
            }
            throw new MalformedAnswerException("it answers one of several questions");
        }
        expect(JsonToken.START_ARRAY, "the answers are no list");
        // All questions of a batch are read alike: an envelope may tell its id after its result.
        var reader = questions.getFirst().reader();
        var answers = new ArrayList<@Nullable Answer<T>>(Collections.nCopies(questions.size(), null));
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            var envelope = envelope(reader);
            var place = envelope.id - firstId;
            if (place < 0 || place >= answers.size() || answers.get((int) place) != null) {
                throw new MalformedAnswerException("it answers another question");
            }
            answers.set((int) place, envelope.answer());
        }
        ended();
        return Optional.of(complete(answers));
    }

    private static <T> List<Answer<T>> complete(List<@Nullable Answer<T>> answers) throws MalformedAnswerException {
        var complete = new ArrayList<Answer<T>>(answers.size());
        for (var answer : answers) {
            if (answer == null) {
                throw new MalformedAnswerException("it leaves questions unanswered");
            }
            complete.add(answer);
        }
        return complete;
    }

    private <T> Envelope<T> envelope(Question.Reader<T> reader) throws IOException {
        expect(JsonToken.START_OBJECT, "the answer is no object");
        var envelope = new Envelope<T>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "jsonrpc" -> version(envelope);
                case "id" -> id(envelope);
                case "result" -> result(envelope, reader);
                case "error" -> error(envelope);
                case null, default -> parser.skipChildren();
            }
        }
        return envelope;
    }

    private void version(Envelope<?> envelope) throws MalformedAnswerException {
        if (envelope.versioned
                || parser.currentToken() != JsonToken.VALUE_STRING
                || !"2.0".equals(parser.getString())) {
            throw new MalformedAnswerException("it is not in JSON-RPC 2.0");
        }
        envelope.versioned = true;
    }

    /// An answer to a question that could not be read has the id `null`.
    private void id(Envelope<?> envelope) throws MalformedAnswerException {
        if (envelope.identified) {
            throw new MalformedAnswerException("it has two ids");
        }
        envelope.identified = true;
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            envelope.id = parser.getLongValue();
        } else if (parser.currentToken() != JsonToken.VALUE_NULL) {
            throw new MalformedAnswerException("it answers another question");
        }
    }

    private <T> void result(Envelope<T> envelope, Question.Reader<T> reader) throws IOException {
        if (envelope.given != null) {
            throw new MalformedAnswerException("it has two results");
        }
        envelope.given = new Answer.Given<>(reader.read(parser));
    }

    private void error(Envelope<?> envelope) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        expect(JsonToken.START_OBJECT, "the error is no object");
        var code = 0L;
        var words = "";
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var field = parser.currentName();
            var token = parser.nextToken();
            if ("code".equals(field) && token == JsonToken.VALUE_NUMBER_INT) {
                code = parser.getLongValue();
            } else if ("message".equals(field) && token == JsonToken.VALUE_STRING) {
                words = parser.getStringLength() > MOST_WORDS ? "" : parser.getString();
            } else {
                parser.skipChildren();
            }
        }
        envelope.denied = new Denial(code, ShownWords.of(words));
    }

    private void expect(JsonToken token, String otherwise) throws MalformedAnswerException {
        if (parser.currentToken() != token) {
            throw new MalformedAnswerException(otherwise);
        }
    }

    private void ended() throws MalformedAnswerException {
        if (parser.nextToken() != null) {
            throw new MalformedAnswerException("something follows its end");
        }
    }

    @Override
    public void close() {
        parser.close();
    }

    /// Reads a whole stream.
    @FunctionalInterface
    interface Reading<R> {
        R read(Envelopes envelopes) throws IOException;
    }

    private record Denial(long code, String words) {}

    /// What has been read of one envelope.
    private static final class Envelope<T> {

        private boolean versioned;
        private boolean identified;
        private long id = -1;
        private Answer.@Nullable Given<T> given;
        private @Nullable Denial denied;

        private Answer<T> answer() throws MalformedAnswerException {
            if (!versioned) {
                throw new MalformedAnswerException("it is not in JSON-RPC 2.0");
            }
            if (denied != null && given == null) {
                return new Answer.Denied<>(denied.code, denied.words);
            }
            if (given == null || denied != null) {
                throw new MalformedAnswerException("it has neither one result nor one error");
            }
            return given;
        }
    }
}
