package org.breakwater.adapters.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.breakwater.adapters.ethereum.download.ShownWords;
import org.breakwater.adapters.json.JsonText;
import org.breakwater.adapters.safe.ServedFields;
import org.breakwater.adapters.service.ServiceHttp.Question;
import org.breakwater.core.json.JsonDocument;
import org.breakwater.core.json.JsonLimits;
import org.breakwater.core.json.JsonObject;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.service.Listed;
import org.breakwater.core.service.ServiceException;
import org.breakwater.core.service.ServiceFault;

/// A service's answers as JSON within bounds: one object, a plain list, or pages of a list.
///
/// The address of the next page is not followed: it is made here, from how many rows came. A page that names another
/// host for the next one is refused, because following it would hand the key over.
final class ServiceAnswers {

    /// How many rows a page may have.
    static final int PAGE = 100;

    /// How many rows a list may have that is read to its end.
    static final int MOST_ROWS = 10_000;

    /// How many pages of a list are asked for.
    private static final int MOST_PAGES = 200;

    /// What all pages of a list may have together, in characters.
    private static final long MOST_CHARACTERS = 32L << 20;

    private static final JsonLimits LIMITS = new JsonLimits(ServiceHttp.MOST_BYTES, 64, 1 << 20, 500_000);
    private static final long MOST_COUNT = Integer.MAX_VALUE;

    private final ServiceHttp http;

    ServiceAnswers(ServiceHttp http) {
        this.http = http;
    }

    /// Turns a row into a value, or refuses it.
    @FunctionalInterface
    interface Reading<T> {
        T read(ServedFields row) throws ProblemException;
    }

    /// One object.
    <T> T one(Question question, Reading<T> reading) throws ServiceException {
        var text = http.ask(question);
        return read(
                question.what(),
                () -> reading.read(new ServedFields(parsed(text).object())));
    }

    /// A list that is not paged.
    <T> List<T> list(Question question, Reading<T> reading) throws ServiceException {
        var text = http.ask(question);
        return read(question.what(), () -> rows(parsed(text).objects(), reading));
    }

    /// Every page of a list. One that has more rows than a list can have, or larger ones, is refused.
    <T> Listed<T> all(String what, HttpUrl url, Reading<T> reading) throws ServiceException {
        var pages = new Pages<>(what, url, reading);
        while (pages.hasMore) {
            if (pages.rows.size() >= MOST_ROWS) {
                throw pages.endless("it has more than " + MOST_ROWS + " rows");
            }
            pages.next();
        }
        return pages.listed();
    }

    /// The first rows of a list, and how many the service counts.
    <T> Listed<T> first(String what, HttpUrl url, int most, Reading<T> reading) throws ServiceException {
        var pages = new Pages<>(what, url, reading);
        while (pages.hasMore && pages.rows.size() < most) {
            pages.next();
        }
        return pages.listed(most);
    }

    /// What could be read before something went wrong.
    record Part<T>(Listed<T> listed, Optional<ServiceFault> fault) {}

    /// Like {@link #first}, and keeps what came before a fault.
    <T> Part<T> part(String what, HttpUrl url, int most, Reading<T> reading) {
        var pages = new Pages<>(what, url, reading);
        try {
            while (pages.hasMore && pages.rows.size() < most) {
                pages.next();
            }
            return new Part<>(pages.listed(most), Optional.empty());
        } catch (ServiceException failed) {
            return new Part<>(pages.listed(most), Optional.of(failed.fault()));
        }
    }

    /// A list while its pages come.
    private final class Pages<T> {

        private final String what;
        private final HttpUrl url;
        private final Reading<T> reading;
        private final List<T> rows = new ArrayList<>();
        private long counted;
        private long characters;
        private int pages;
        private boolean hasMore = true;

        Pages(String what, HttpUrl url, Reading<T> reading) {
            this.what = what;
            this.url = url;
            this.reading = reading;
        }

        void next() throws ServiceException {
            pages++;
            if (pages > MOST_PAGES) {
                throw endless("it has more than " + MOST_PAGES + " pages");
            }
            var text = http.ask(Question.get(
                    what,
                    url.newBuilder()
                            .addQueryParameter("limit", Integer.toString(PAGE))
                            .addQueryParameter("offset", Integer.toString(rows.size()))
                            .build()));
            characters += text.length();
            if (characters > MOST_CHARACTERS) {
                throw endless("its pages are larger than " + (MOST_CHARACTERS >> 20) + " million characters");
            }
            var before = rows.size();
            read(what, () -> {
                take(parsed(text).object());
                return rows;
            });
            if (hasMore && rows.size() == before) {
                throw endless("a page is empty, and another one is said to follow");
            }
        }

        private void take(JsonObject page) throws ProblemException {
            var fields = new ServedFields(page);
            counted = fields.number("count", MOST_COUNT);
            var results = page.objects("results");
            if (results.size() > PAGE) {
                throw fields.refused("results", "holds more than the " + PAGE + " rows that were asked for");
            }
            rows.addAll(rows(results, reading));
            if (rows.size() > counted) {
                throw fields.refused("count", "is smaller than the number of rows");
            }
            hasMore = !fields.lacks("next");
            if (hasMore) {
                requireOwn(fields);
            }
        }

        private void requireOwn(ServedFields fields) throws ProblemException {
            var next = HttpUrl.parse(fields.text("next"));
            if (next == null) {
                throw fields.refused("next", "is no address");
            }
            // Behind a proxy that encrypts, a service may take itself for unencrypted.
            var samePort = next.port() == url.port() || !next.scheme().equals(url.scheme());
            if (!next.host().equals(url.host()) || !samePort) {
                throw fields.refused("next", "names another host, " + ShownWords.of(next.host()));
            }
        }

        ServiceException endless(String why) {
            return new ServiceException(new ServiceFault.Endless(http.name(), what, why));
        }

        Listed<T> listed() {
            return new Listed<>(rows, counted);
        }

        Listed<T> listed(int most) {
            return new Listed<>(rows.subList(0, Math.min(most, rows.size())), counted);
        }
    }

    private static <T> List<T> rows(List<JsonObject> objects, Reading<T> reading) throws ProblemException {
        var rows = new ArrayList<T>();
        for (var object : objects) {
            rows.add(reading.read(new ServedFields(object)));
        }
        return rows;
    }

    private static JsonDocument parsed(String text) throws ProblemException {
        return JsonText.parse("the answer", text, LIMITS);
    }

    /// Reads an answer, or says why it is none.
    private <T> T read(String what, Reader<T> reader) throws ServiceException {
        try {
            return reader.read();
        } catch (ProblemException malformed) {
            throw new ServiceException(
                    new ServiceFault.Malformed(http.name(), what, halfSentence(malformed)), malformed);
        }
    }

    private static String halfSentence(ProblemException malformed) {
        var sentence = malformed.problem().happened();
        var half = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        return ShownWords.of(half.substring(0, 1).toLowerCase(Locale.ROOT) + half.substring(1));
    }

    @FunctionalInterface
    private interface Reader<T> {
        T read() throws ProblemException;
    }
}
