package org.breakwater.adapters.ethereum.download;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Predicate;
import okhttp3.HttpUrl;
import org.breakwater.core.chain.ChainLog;
import org.breakwater.core.fact.FollowedContract;
import org.breakwater.core.index.BlockHeader;
import org.breakwater.core.index.BlockRange;
import org.breakwater.core.index.ChainHeights;
import org.breakwater.core.index.EndpointFault;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.index.IndexFault;
import org.breakwater.core.index.LogPage;
import org.breakwater.core.index.LogSource;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.ChainId;

/// One Ethereum node's blocks and logs over HTTP. For one thread at a time.
public final class NodeLogSource implements LogSource {

    private static final int FIRST_SPAN = 100;
    private static final int MOST_SPAN = 1_000_000;

    /// About 6 MB of JSON: long enough for the node to stay busy, short enough to be stored while the next one comes.
    private static final int COMFORTABLE_LOGS = 10_000;

    private static final int MOST_BATCH = 64;

    private final ChainId chain;
    private final JsonRpc rpc;
    private final Patience patience;
    private final AdaptiveSpan blocks = new AdaptiveSpan(FIRST_SPAN, MOST_SPAN, COMFORTABLE_LOGS);
    private final AdaptiveSpan batch = new AdaptiveSpan(MOST_BATCH, MOST_BATCH, Integer.MAX_VALUE);

    /// How many pages the endpoint works on while one is read.
    private static final int MOST_AHEAD = 2;

    /// The pages that are likely to be asked for next, in order.
    /// Who closes this takes from it too, while somebody reads.
    private final Deque<PageAhead> ahead = new ConcurrentLinkedDeque<>();

    /// @param chain the only one whose blocks are taken
    public NodeLogSource(HttpUrl address, ChainId chain, AnswerLimits limits, Clock clock, Pause pause) {
        this(address, chain, limits, clock, new Patience(pause));
    }

    private NodeLogSource(HttpUrl address, ChainId chain, AnswerLimits limits, Clock clock, Patience patience) {
        this.chain = chain;
        this.rpc = new JsonRpc(address, limits, clock);
        this.patience = patience;
    }

    public static NodeLogSource of(URI address, ChainId chain) {
        return new NodeLogSource(url(address), chain, AnswerLimits.USUAL, Clock.systemUTC(), Thread::sleep);
    }

    /// For finding out how a node does: what it does not give soon and at the first asking counts as not given.
    public static NodeLogSource impatient(URI address, ChainId chain) {
        return new NodeLogSource(url(address), chain, AnswerLimits.AT_HAND, Clock.systemUTC(), Patience.none());
    }

    private static HttpUrl url(URI address) {
        var url = HttpUrl.get(address);
        if (url == null) {
            throw new IllegalArgumentException("not an address of HTTP: " + address.getScheme());
        }
        return url;
    }

    @Override
    public String endpoint() {
        return rpc.name();
    }

    @Override
    public ChainHeights heights() throws IndexException {
        requireChain();
        var finality = finality();
        var head = newest();
        return finality.isPresent()
                ? new ChainHeights(
                        head.block(),
                        Math.min(finality.get().block().number(), head.block().number()))
                : ChainHeights.assumed(head.block());
    }

    /// The newest block alone, of a node on the chain.
    public BlockRef head() throws IndexException {
        requireChain();
        return newest().block();
    }

    private BlockHeader newest() throws IndexException {
        return ask(block("the newest block", "\"latest\"")).orElseThrow(() -> behind(0));
    }

    private void requireChain() throws IndexException {
        var found = ask(new Question<>(
                "the chain id", "eth_chainId", "[]", parser -> HexText.quantity(parser, "the chain id")));
        if (found != chain.number()) {
            throw new IndexException(new EndpointFault.WrongChain(endpoint(), chain, new ChainId(Math.max(1, found))));
        }
    }

    /// Nothing where the node does not know of finality: it says no or has no such block yet.
    private Optional<BlockHeader> finality() throws IndexException {
        return patience.ask(() -> switch (rpc.answer(block("the final block", "\"finalized\""))) {
            case Answer.Given<Optional<BlockHeader>>(var header) -> header;
            case Answer.Denied<Optional<BlockHeader>> _ -> Optional.empty();
        });
    }

    @Override
    public List<BlockHeader> headers(BlockRange range) throws IndexException {
        var heights = new ArrayList<Long>();
        for (long height = range.first(); height <= range.last(); height++) {
            heights.add(height);
        }
        return headers(heights);
    }

    private List<BlockHeader> headers(Collection<Long> heights) throws IndexException {
        var wanted = List.copyOf(heights);
        var answers = inBatches(
                "the headers of blocks",
                wanted.stream().map(NodeLogSource::block).toList());
        var headers = new ArrayList<BlockHeader>();
        for (int i = 0; i < wanted.size(); i++) {
            var height = wanted.get(i);
            var header = answers.get(i).orElseThrow(() -> behind(height));
            if (header.block().number() != height) {
                throw garbage("block " + height, "it is block " + header.block().number());
            }
            headers.add(header);
        }
        return headers;
    }

    @Override
    public LogPage finalLogs(BlockRange wanted, Collection<FollowedContract> contracts) throws IndexException {
        var filters = LogFilter.covering(contracts);
        while (true) {
            var range = begun(wanted, filters);
            var what = "the logs of " + range;
            try {
                var answers = patience.ask(() -> answers(wanted, range, filters));
                var logs = joined(what, filters, answers, log -> range.contains(log.height()));
                blocks.served(range.size(), logs.size());
                return new LogPage(range, placed(what, logs));
            } catch (IndexException failed) {
                if (range.size() == 1 || !mayBeTooMuch(failed.fault())) {
                    throw failed;
                }
                blocks.refused(range.size());
            }
        }
    }

    /// The range of the page that was begun ahead if it is the wanted one, else one of the usual length.
    private BlockRange begun(BlockRange wanted, List<LogFilter> filters) {
        var next = ahead.peek();
        if (next != null && next.begins(wanted, filters)) {
            return next.range();
        }
        giveUpAhead();
        return wanted.start(blocks.size());
    }

    /// The endpoint works on the next pages while this one is read.
    private List<List<ReceivedLog>> answers(BlockRange wanted, BlockRange range, List<LogFilter> filters)
            throws IndexException {
        var page = takeAhead(range).orElseGet(() -> page(range, filters));
        page.answers().await();
        var furthest = ahead.peekLast();
        var last = furthest == null ? range.last() : furthest.range().last();
        while (ahead.size() < MOST_AHEAD && last < wanted.last()) {
            var next = page(new BlockRange(last + 1, wanted.last()).start(blocks.size()), filters);
            ahead.add(next);
            last = next.range().last();
        }
        return page.answers().results();
    }

    /// The page that was begun ahead, where it is the one for the range.
    private Optional<PageAhead> takeAhead(BlockRange range) {
        var next = ahead.peek();
        return next != null && next.range().equals(range) && ahead.remove(next) ? Optional.of(next) : Optional.empty();
    }

    private PageAhead page(BlockRange range, List<LogFilter> filters) {
        var questions = filters.stream().map(filter -> filter.in(range)).toList();
        return new PageAhead(range, filters, rpc.begin("the logs of " + range, questions));
    }

    private void giveUpAhead() {
        for (var page = ahead.poll(); page != null; page = ahead.poll()) {
            page.answers().cancel();
        }
    }

    @Override
    public List<ChainLog> logs(List<BlockRef> wanted, Collection<FollowedContract> contracts) throws IndexException {
        var what = "the logs of " + wanted.size() + " blocks";
        var received = new ArrayList<ReceivedLog>();
        for (var filter : LogFilter.covering(contracts)) {
            var questions = wanted.stream().map(filter::in).toList();
            var answers = inBatches(what, questions);
            for (int i = 0; i < wanted.size(); i++) {
                var block = wanted.get(i);
                received.addAll(joined(
                        what,
                        List.of(filter),
                        List.of(answers.get(i)),
                        log -> log.height() == block.number() && log.blockHash().equals(block.hash())));
            }
        }
        return canonical(what, () -> {
            var book = new BlockBook();
            for (var block : wanted) {
                book.add(block);
            }
            return book.place(received);
        });
    }

    /// The answers to as many questions as there are filters, each log one that was asked for.
    private List<ReceivedLog> joined(
            String what, List<LogFilter> filters, List<List<ReceivedLog>> answers, Predicate<ReceivedLog> inPlace)
            throws IndexException {
        var logs = new ArrayList<ReceivedLog>();
        for (int i = 0; i < filters.size(); i++) {
            var filter = filters.get(i);
            for (var log : answers.get(i)) {
                if (!filter.wants(log) || !inPlace.test(log)) {
                    throw garbage(what, "it has a log that was not asked for, in block " + log.height());
                }
                logs.add(log);
            }
        }
        return logs;
    }

    private List<ChainLog> placed(String what, List<ReceivedLog> logs) throws IndexException {
        var book = new BlockBook();
        var missing = canonical(what, () -> book.addFrom(logs));
        var headers = headers(missing);
        return canonical(what, () -> {
            for (var header : headers) {
                book.add(header.block());
            }
            return book.place(logs);
        });
    }

    private <T> List<T> inBatches(String what, List<Question<T>> questions) throws IndexException {
        var answers = new ArrayList<T>();
        while (answers.size() < questions.size()) {
            var size = (int) Math.min(batch.size(), questions.size() - answers.size());
            var some = questions.subList(answers.size(), answers.size() + size);
            try {
                answers.addAll(patience.ask(() -> rpc.askAll(what, some)));
                batch.served(size, 0);
            } catch (IndexException failed) {
                if (size == 1 || !mayBeTooMuch(failed.fault())) {
                    throw failed;
                }
                batch.refused(size);
            }
        }
        return answers;
    }

    /// Whether less may be answered where this was not. An endpoint's words for “too much” are its own, so every
    /// refusal is taken for it until there is nothing left to halve.
    private static boolean mayBeTooMuch(IndexFault fault) {
        return fault instanceof EndpointFault.Refused
                || fault instanceof EndpointFault.TooLarge
                || fault instanceof EndpointFault.Stalled;
    }

    private <T> T ask(Question<T> question) throws IndexException {
        return patience.ask(() -> rpc.ask(question));
    }

    private static Question<Optional<BlockHeader>> block(long height) {
        return block("block " + height, "\"0x%x\"".formatted(height));
    }

    private static Question<Optional<BlockHeader>> block(String what, String height) {
        return new Question<>(what, "eth_getBlockByNumber", "[" + height + ",false]", BlockReader::read);
    }

    private <T> T canonical(String what, Step<T> step) throws IndexException {
        try {
            return step.run();
        } catch (MalformedAnswerException malformed) {
            throw garbage(what, String.valueOf(malformed.getMessage()));
        }
    }

    private IndexException garbage(String what, String why) {
        return new IndexException(new EndpointFault.Garbage(endpoint(), what, why));
    }

    private IndexException behind(long height) {
        return new IndexException(new EndpointFault.Behind(endpoint(), height));
    }

    @Override
    public void close() {
        rpc.close();
        giveUpAhead();
    }

    /// A page whose logs are under way.
    private record PageAhead(BlockRange range, List<LogFilter> filters, JsonRpc.Begun<List<ReceivedLog>> answers) {

        private boolean begins(BlockRange wanted, List<LogFilter> wantedFilters) {
            return range.first() == wanted.first() && range.last() <= wanted.last() && filters.equals(wantedFilters);
        }
    }

    /// A step that finds out whether an answer makes sense.
    @FunctionalInterface
    private interface Step<T> {
        T run() throws MalformedAnswerException;
    }
}
