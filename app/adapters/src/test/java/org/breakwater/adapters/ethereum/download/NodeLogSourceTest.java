package org.breakwater.adapters.ethereum.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.breakwater.adapters.ethereum.download.FakeNode.error;
import static org.breakwater.adapters.ethereum.download.FakeNode.result;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.breakwater.core.chain.ChainLog;
import org.breakwater.core.fact.ContractType;
import org.breakwater.core.fact.FollowedContract;
import org.breakwater.core.index.BlockRange;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.ChainId;
import org.breakwater.core.value.Word;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class NodeLogSourceTest {

    private FakeNode node;
    private NodeLogSource source;

    @BeforeEach
    void start() throws Exception {
        node = new FakeNode();
        source = open();
    }

    private NodeLogSource open() {
        return new NodeLogSource(
                node.address(), new ChainId(FakeNode.CHAIN), AnswerLimits.USUAL, Clock.systemUTC(), _ -> {});
    }

    @AfterEach
    void stop() {
        source.close();
        node.close();
    }

    @Test
    void aNodeThatKnowsFinalitySaysHowFarItIs() throws IndexException {
        FakeChain.of(1_000).serve(node);

        var heights = source.heights();

        assertThat(heights.head()).isEqualTo(FakeChain.of(1_000).ref(1_000));
        assertThat(heights.finality()).isEqualTo(500);
    }

    @Test
    void aNodeThatDoesNotKnowFinalityIsTrustedFrom256BlocksOn() throws IndexException {
        var chain = FakeChain.of(1_000);
        chain.serve(node)
                .answer(
                        "eth_getBlockByNumber",
                        parameters -> parameters.get(0).asString().equals("latest")
                                ? result(chain.header(1_000))
                                : error(-39001, "Unknown block"));

        assertThat(source.heights().finality()).isEqualTo(744);
    }

    @Test
    void allLogsOfALongRangeComeInPages() throws IndexException {
        FakeChain.of(3_000).serve(node);

        assertThat(download(new BlockRange(1, 3_000)))
                .extracting(log -> log.block().number())
                .isEqualTo(heights(1, 3_000));
    }

    @Test
    void aNodeWorksOnTwoPagesAtOnceWhileThereIsMoreToRead() throws Exception {
        var chain = FakeChain.of(3_000);
        var both = new CountDownLatch(2);
        chain.serve(node).answer("eth_getLogs", parameters -> {
            if (!parameters.get(0).get("fromBlock").asString().equals("0x1")) {
                both.countDown();
                arrived(both);
            }
            return result(logs(chain, parameters));
        });

        assertThat(download(new BlockRange(1, 3_000))).hasSize(3_000);
        assertThat(both.getCount()).isZero();
    }

    private static void arrived(CountDownLatch both) {
        try {
            assertThat(both.await(5, TimeUnit.SECONDS))
                    .as("the other page is asked for before this one is answered")
                    .isTrue();
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    /// Whoever closes it is not who reads it: reading ends with a fault, and closing with none.
    @Test
    void itIsClosedWhileItIsRead() throws Exception {
        FakeChain.of(3_000).serve(node);
        for (int round = 0; round < 300; round++) {
            try (var read = open()) {
                var ended = new CompletableFuture<Throwable>();
                var reader = Thread.ofVirtual().start(() -> ended.complete(catchThrowable(() -> readOnAndOn(read))));
                TimeUnit.MICROSECONDS.sleep(round * 37 % 9_000);

                assertThatCode(read::close).doesNotThrowAnyException();

                assertThat(ended.get(5, TimeUnit.SECONDS)).isInstanceOf(IndexException.class);
                reader.join();
            }
        }
    }

    private static void readOnAndOn(NodeLogSource source) throws IndexException {
        while (true) {
            for (long next = 1; next <= 3_000; ) {
                next = source.finalLogs(new BlockRange(next, 3_000), FakeChain.FOLLOWED)
                                .range()
                                .last()
                        + 1;
            }
        }
    }

    @Test
    void aNodeThatFindsTooManyResultsIsAskedForHalf() throws IndexException {
        var chain = FakeChain.of(2_000);
        chain.serve(node)
                .answer(
                        "eth_getLogs",
                        parameters -> span(parameters) > 70
                                ? error(-32005, "query returned more than 70 results")
                                : result(logs(chain, parameters)));

        assertThat(download(new BlockRange(1, 2_000)))
                .extracting(log -> log.block().number())
                .isEqualTo(heights(1, 2_000));
        assertThat(node.asked()).as("it does not ask too much again and again").hasSizeLessThan(60);
    }

    @Test
    void logsWithoutATimeGetThatOfTheirBlock() throws IndexException {
        new FakeChain(200, false).serve(node);

        assertThat(download(new BlockRange(1, 200)))
                .extracting(ChainLog::block)
                .isEqualTo(LongStream.rangeClosed(1, 200)
                        .mapToObj(FakeChain.of(200)::ref)
                        .toList());
    }

    @Test
    void logsOfOneBlockShareIt() throws IndexException {
        var chain = FakeChain.of(10);
        var second = chain.log(5).replace("\"logIndex\":\"0x3\"", "\"logIndex\":\"0x4\"");
        chain.serve(node).answer("eth_getLogs", _ -> result("[" + chain.log(5) + "," + second + "]"));

        var logs = source.finalLogs(new BlockRange(5, 5), FakeChain.FOLLOWED).logs();

        assertThat(logs).extracting(ChainLog::index).containsExactly(3, 4);
        assertThat(logs.get(0).block()).isSameAs(logs.get(1).block());
    }

    @Test
    void recentLogsAreAskedForByTheHashesOfTheirBlocks() throws IndexException {
        var chain = FakeChain.of(300);
        chain.serve(node);
        var blocks = LongStream.rangeClosed(100, 299).mapToObj(chain::ref).toList();

        assertThat(source.logs(blocks, FakeChain.FOLLOWED))
                .extracting(ChainLog::block)
                .isEqualTo(blocks);
    }

    @Test
    void aNodeThatTakesOneQuestionAtATimeIsAskedOneAtATime() throws IndexException {
        var chain = FakeChain.of(300);
        chain.serve(node.withoutBatches());

        var headers = source.headers(new BlockRange(200, 300));

        assertThat(headers)
                .hasSize(101)
                .allSatisfy(header -> assertThat(header.block())
                        .isEqualTo(chain.ref(header.block().number())));
    }

    @Test
    void ofAWorldWideTokenOnlyTheTransfersOfOneAccountAreAskedFor() throws IndexException {
        var treasury = Address.parse("0x00000000000000000000000000000000000000aa");
        var token = new FollowedContract(FakeChain.POOL, ContractType.SETTLEMENT_ASSET, 0, Optional.of(treasury));
        var chain = FakeChain.of(10);
        var toItself = transfer(chain, treasury, treasury);
        node.answer("eth_getLogs", _ -> result("[" + toItself + "]"));

        var page = source.finalLogs(new BlockRange(5, 5), List.of(token));

        assertThat(page.logs()).as("a transfer to oneself passes both filters").hasSize(1);
        assertThat(node.asked())
                .singleElement()
                .asString()
                .contains(
                        "\"topics\":[\"0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef\",\"0x00000000000000000000000000000000000000000000000000000000000000aa\"]")
                .contains(
                        "\"topics\":[\"0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef\",null,\"0x00000000000000000000000000000000000000000000000000000000000000aa\"]");
    }

    private static String transfer(FakeChain chain, Address from, Address to) {
        return chain.log(5)
                .replace(
                        "\"topics\":[\"" + FakeChain.hash(7) + "\"]",
                        "\"topics\":[\"0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef\",\""
                                + Word.of(from) + "\",\"" + Word.of(to) + "\"]");
    }

    @Test
    void nobodyFollowedMeansNoQuestion() throws IndexException {
        assertThat(source.finalLogs(new BlockRange(1, 50), List.of()).logs()).isEmpty();
        assertThat(node.asked()).isEmpty();
    }

    private List<ChainLog> download(BlockRange wanted) throws IndexException {
        var logs = new ArrayList<ChainLog>();
        for (long next = wanted.first(); next <= wanted.last(); ) {
            var page = source.finalLogs(new BlockRange(next, wanted.last()), FakeChain.FOLLOWED);
            assertThat(page.range().first()).isEqualTo(next);
            logs.addAll(page.logs());
            next = page.range().last() + 1;
        }
        return logs;
    }

    private static List<Long> heights(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    private static long span(JsonNode parameters) {
        return to(parameters) - from(parameters) + 1;
    }

    private static String logs(FakeChain chain, JsonNode parameters) {
        return chain.logs(from(parameters), to(parameters));
    }

    private static long from(JsonNode parameters) {
        return Long.decode(parameters.get(0).get("fromBlock").asString());
    }

    private static long to(JsonNode parameters) {
        return Long.decode(parameters.get(0).get("toBlock").asString());
    }
}
