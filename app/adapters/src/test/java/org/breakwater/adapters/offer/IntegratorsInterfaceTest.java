package org.breakwater.adapters.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.breakwater.adapters.offer.OfferedWorld.Answer;
import org.breakwater.adapters.offer.OfferedWorld.Call;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What integrators are answered is what the chain says, and every wrong question has a problem document.
class IntegratorsInterfaceTest {

    private static final long SEED = 20_261_130;
    private static final String PROOF = "0x" + "11".repeat(32);
    private static final Path DESCRIPTION = Path.of("..", "docs", "openapi.json");

    @TempDir
    private static Path folder;

    private static OfferedWorld world;

    @BeforeAll
    static void start() throws Exception {
        world = new OfferedWorld(folder, "https://app.example");
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    private static Answer get(String path, String... headers) throws Exception {
        return world.get(path, headers);
    }

    private static void assertRefused(Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body().path("type").asString()).isEqualTo("urn:breakwater:problem:" + type);
        assertThat(answer.body().path("status").asInt()).isEqualTo(status);
        assertThat(answer.body().path("detail").asString()).endsWith(".");
        assertThat(answer.body().path("remedy").asString()).endsWith(".");
    }

    @Test
    void quotesAreTheChainsOwn() throws Exception {
        assertThat(compareQuotes(60)).isGreaterThan(15);
    }

    @Test
    @Tag("deep")
    void aThousandQuotesAreTheChainsOwn() throws Exception {
        assertThat(compareQuotes(1_000)).isGreaterThan(250);
    }

    private record Asked(
            long pool, long subject, boolean sameKind, BigInteger amount, long duration, boolean isBrought) {

        String path() {
            return "/v1/quote?pool=%d&subject=%d&amount=%s&duration=%d%s"
                    .formatted(pool, subject, amount, duration, isBrought ? "&distributor=" + distributor() : "");
        }

        static Address distributor() {
            return Address.parse("0x1003ff39d25F2Ab16dBCc18EcE05a9B6154f65F4");
        }
    }

    /// @return how many were sold
    private static int compareQuotes(int count) throws Exception {
        var random = new Random(SEED);
        var subjects = get("/v1/subjects").data();
        var pools = get("/v1/pools").data();
        var block = get("/v1/pools").body().path("asOf").path("block").asLong();
        var asked = new ArrayList<Asked>();
        var calls = new ArrayList<Call>();
        var deployment = world.network().deployment();
        for (int i = 0; i < count; i++) {
            var subject = subjects.get(random.nextInt(subjects.size()));
            var own = subject.path("pools");
            var isSame = random.nextInt(8) != 0 && !own.isEmpty();
            var pool = isSame
                    ? own.get(random.nextInt(own.size())).path("poolId").asLong()
                    : 1 + random.nextInt(pools.size());
            var address =
                    Address.parse(pools.get((int) pool - 1).path("address").asString());
            var sameKind = pools.get((int) pool - 1).path("kind").equals(subject.path("kind"));
            var amount = new BigInteger(1 + random.nextInt(40), random);
            var duration = random.nextInt(20) == 0 ? random.nextInt(400_000) : random.nextLong(86_400L * 420);
            var one = new Asked(
                    pool, subject.path("subjectId").asLong(), sameKind, amount, duration, random.nextBoolean());
            asked.add(one);
            calls.add(Call.of(
                    deployment.address("PremiumEngine"),
                    "quote(uint32,uint32,uint256,uint32,address)",
                    AbiValue.Whole.of(pool),
                    AbiValue.Whole.of(one.subject()),
                    new AbiValue.Whole(amount),
                    AbiValue.Whole.of(duration),
                    new AbiValue.Account(one.isBrought() ? Asked.distributor() : Address.ZERO)));
            calls.add(Call.of(address, "availableCapacity(uint32)", AbiValue.Whole.of(one.subject())));
        }
        var told = world.call(block, calls);
        var sold = 0;
        for (int i = 0; i < count; i++) {
            sold += compare(
                    asked.get(i),
                    told.get(2 * i),
                    OfferedWorld.word(told.get(2 * i + 1).orElseThrow(), 0));
        }
        return sold;
    }

    private static int compare(Asked asked, Optional<Bytes> chain, BigInteger capacity) throws Exception {
        var answer = get(asked.path());
        var quote = answer.data();
        if (answer.status() != 200) {
            assertThat(answer.status()).as(asked + ": " + answer.body()).isIn(404, 409, 422);
            var isSold = chain.isPresent() && asked.sameKind() && asked.amount().compareTo(capacity) <= 0;
            var type = answer.body().path("type").asString();
            assertThat(isSold && !type.endsWith("nothing-covered"))
                    .as(asked + ": " + answer.body())
                    .isFalse();
            return 0;
        }
        var words = chain.orElseThrow(() -> new AssertionError(asked + " reverts"));
        assertThat(List.of(
                        quote.path("premium").asString(),
                        quote.path("rateBps").asString(),
                        quote.path("baseBps").asString(),
                        quote.path("riskBps").asString(),
                        quote.path("utilisationBps").asString(),
                        quote.path("surgeBps").asString(),
                        quote.path("toPool").asString(),
                        quote.path("toTreasury").asString(),
                        quote.path("toDistributor").asString(),
                        quote.path("validUntil").asString(),
                        quote.path("capacity").asString()))
                .as(asked.toString())
                .containsExactly(
                        number(words, 0),
                        number(words, 1),
                        number(words, 2),
                        number(words, 3),
                        number(words, 4),
                        number(words, 5),
                        number(words, 6),
                        number(words, 7),
                        number(words, 8),
                        number(words, 9),
                        capacity.toString());
        return 1;
    }

    private static String number(Bytes words, int place) {
        return OfferedWorld.word(words, place).toString();
    }

    @Test
    void everyCapacityAndEveryReasonIsTheChainsOwn() throws Exception {
        var answer = get("/v1/subjects");
        var block = answer.body().path("asOf").path("block").asLong();
        var pools = get("/v1/pools").data();
        var calls = new ArrayList<Call>();
        var told = new ArrayList<String>();
        for (var subject : answer.data()) {
            for (var in : subject.path("pools")) {
                var pool = in.path("poolId").asLong();
                var id = AbiValue.Whole.of(subject.path("subjectId").asLong());
                calls.add(Call.of(
                        Address.parse(pools.get((int) pool - 1).path("address").asString()),
                        "availableCapacity(uint32)",
                        id));
                calls.add(Call.of(
                        world.network().deployment().address("Underwriting"),
                        "salesClosed(uint32,uint32)",
                        AbiValue.Whole.of(pool),
                        id));
                told.add(in.path("capacity").asString());
                told.add(
                        in.path("closedBecause").isNull()
                                ? ""
                                : in.path("closedBecause").asString());
            }
        }
        var chain = world.call(block, calls);
        for (int i = 0; i < told.size(); i += 2) {
            assertThat(told.get(i)).isEqualTo(number(chain.get(i).orElseThrow(), 0));
            assertThat(told.get(i + 1))
                    .isEqualTo(chain.get(i + 1)
                            .orElseThrow()
                            .toText()
                            .orElseThrow()
                            .replace("\0", ""));
        }
        assertThat(told).contains("NOT_LISTED", "INCIDENT", "");
    }

    @Test
    void coverOfEveryIntegratorsAccountIsInForceAsTheChainHasIt() throws Exception {
        var deployment = world.network().deployment().address("AccountCover");
        var block = get("/v1/pools").body().path("asOf");
        var covered = 0;
        for (var integrator : get("/v1/integrators").data()) {
            var address = new AbiValue.Account(
                    Address.parse(integrator.path("integrator").asString()));
            var ids = new ArrayList<Call>();
            for (int i = 0; i < integrator.path("accounts").asInt(); i++) {
                ids.add(Call.of(deployment, "accountAt(address,uint256)", address, AbiValue.Whole.of(i)));
            }
            var states = new ArrayList<Call>();
            for (var id : world.call(block.path("block").asLong(), ids)) {
                var cover = new AbiValue.Whole(OfferedWorld.word(id.orElseThrow(), 0));
                states.add(Call.of(deployment, "accountState(uint256)", cover));
                states.add(Call.of(
                        deployment,
                        "inForceAt(uint256,uint48)",
                        cover,
                        AbiValue.Whole.of(block.path("time").asLong())));
            }
            var chain = world.call(block.path("block").asLong(), states);
            for (int i = 0; i < chain.size(); i += 2) {
                var account = new Address(chain.get(i).orElseThrow().slice(44, 64));
                var inForce = number(chain.get(i + 1).orElseThrow(), 0);
                var mine = new ArrayList<String>();
                for (var cover :
                        get("/v1/accounts/" + account + "/cover").data().path("integrated")) {
                    if (cover.path("integrator").equals(integrator.path("integrator"))) {
                        mine.add(cover.path("inForce").asString());
                    }
                }
                assertThat(mine).as("account " + account).containsExactly(inForce);
                covered += inForce.equals("0") ? 0 : 1;
            }
        }
        assertThat(covered).isGreaterThan(10);
    }

    /// From the quote to the cover, and back again by a fork.
    @Test
    void whatTheQuoteSaysBuysCoverAndAForkTakesItBack() throws Exception {
        var snapshot = world.rpc("evm_snapshot").asString();
        var holder = "0x" + "00".repeat(18) + "bEEF";
        holder = new Address(Bytes.fromHex(holder)).toString();
        var price = get("/v1/quote?pool=1&subject=3&amount=50000000000&duration=7776000");
        var most = new BigInteger(price.data().path("premium").asString()).multiply(BigInteger.TWO);
        var quote = get("/v1/quote?pool=1&subject=3&amount=50000000000&duration=7776000&holder=" + holder
                + "&proofOfInterest=" + PROOF + "&maxPremium=" + most);
        // Whoever has some of the asset, and is not the pool that is paid.
        var payer = get("/v1/pools/2").data().path("address").asString();
        world.rpc("anvil_impersonateAccount", payer);
        world.rpc("anvil_setBalance", payer, "0xde0b6b3a7640000");
        for (var call : List.of("approve", "buy")) {
            var transaction = quote.data().path("purchase").path(call);
            world.transact(Map.of(
                    "from",
                    payer,
                    "to",
                    transaction.path("to").asString(),
                    "data",
                    transaction.path("data").asString(),
                    "gas",
                    "0x2dc6c0"));
        }
        world.awaitHead();
        var cover = get("/v1/accounts/" + holder + "/cover");
        assertThat(cover.data().path("policies").size())
                .as(cover.body().toString())
                .isEqualTo(1);
        assertThat(cover.data().path("policies").get(0).path("state").asString())
                .isEqualTo("WAITING");
        assertThat(cover.data().path("covered").asBoolean()).isFalse();
        var bought =
                get("/v1/events?from=" + cover.body().path("asOf").path("block").asLong());
        assertThat(bought.body().toString()).contains("\"Policy.PolicyBought\"");
        var cursor = bought.body().path("next").asString();
        assertThat(get("/v1/events?cursor=" + cursor).data().size()).isZero();

        world.rpc("evm_revert", snapshot);
        world.rpc("anvil_mine", "0x3", "0x7");
        world.awaitHead();
        assertRefused(get("/v1/events?cursor=" + cursor), 410, "cursor-gone");
        assertRefused(get("/v1/events/stream", "Last-Event-ID", cursor), 410, "cursor-gone");
        assertThat(get("/v1/accounts/" + holder + "/cover")
                        .data()
                        .path("policies")
                        .size())
                .isZero();
    }

    @Test
    void aListIsGoneThroughPartByPartAndNothingIsLeftOut() throws Exception {
        var ids = new ArrayList<Integer>();
        var path = "/v1/policies?limit=500";
        for (var next = ""; next != null; ) {
            var answer = get(next.isEmpty() ? path : path + "&cursor=" + next);
            answer.data()
                    .forEach(policy ->
                            ids.add(Integer.valueOf(policy.path("policyId").asString())));
            next = answer.body().path("next").isNull()
                    ? null
                    : answer.body().path("next").asString();
        }
        assertThat(ids).hasSizeGreaterThan(1_900).doesNotHaveDuplicates().isSorted();
        assertThat(ids.getLast()).isEqualTo(ids.size());
    }

    @Test
    void wrongQuestionsHaveAProblemDocument() throws Exception {
        assertRefused(get("/v1/quote?pool=99&subject=3&amount=1&duration=2592000"), 404, "unknown-pool");
        assertRefused(get("/v1/quote?pool=1&subject=9999&amount=1&duration=2592000"), 404, "unknown-subject");
        assertRefused(get("/v1/quote?pool=2&subject=3&amount=1&duration=2592000"), 409, "other-kind");
        assertRefused(get("/v1/quote?pool=1&subject=3&amount=0&duration=2592000"), 422, "amount-out-of-bounds");
        assertRefused(
                get("/v1/quote?pool=1&subject=3&amount=900000000000000&duration=2592000"), 422, "amount-out-of-bounds");
        assertRefused(get("/v1/quote?pool=1&subject=3&amount=1000&duration=1"), 422, "duration-out-of-bounds");
        assertRefused(get("/v1/quote?pool=1&subject=3&amount=-1&duration=2592000"), 400, "parameter");
        assertRefused(get("/v1/quote?pool=1&subject=3&amount=1e6&duration=2592000"), 400, "parameter");
        assertRefused(get("/v1/quote?pool=1&subject=3&amount=1000"), 400, "parameter");
        assertRefused(get("/v1/pools/1?pool=1"), 400, "parameter");
        assertRefused(get("/v1/pools/0"), 400, "parameter");
        assertRefused(get("/v1/pools/7"), 404, "unknown");
        assertRefused(get("/v1/accounts/0xe3b8e68393c8b3a76a6ff199e7502a69770abe92/cover"), 400, "parameter");
        assertRefused(get("/v1/accounts/0xE3b8E68393c8b3a76A6fF199e7502A69770abE92/cover"), 400, "parameter");
        assertRefused(get("/v1/accounts/vitalik.eth/cover"), 400, "parameter");
        assertRefused(get("/v1/events?cursor=AAAA"), 400, "cursor-malformed");
        var ofPolicies = get("/v1/policies?limit=1").body().path("next").asString();
        assertRefused(get("/v1/events?cursor=" + ofPolicies), 400, "cursor-malformed");
        assertRefused(get("/v1/policies?limit=501"), 400, "parameter");
        assertRefused(get("/v1/policies?limit=1&limit=1"), 400, "parameter");
        assertRefused(get("/v2/pools"), 404, "no-such-path");
        assertRefused(get("/v1/pools/"), 404, "no-such-path");
        assertRefused(get("/v1/pools?x=" + "y".repeat(10_000)), 414, "too-long");
        assertRefused(world.send("POST", "/v1/pools"), 405, "method");
    }

    @Test
    void coverOfWhatIsSuspendedOrFullIsNotSold() throws Exception {
        var reasons = new ArrayList<String>();
        for (var subject : get("/v1/subjects").data()) {
            for (var in : subject.path("pools")) {
                var answer = get("/v1/quote?pool=%d&subject=%d&amount=%s&duration=2592000"
                        .formatted(
                                in.path("poolId").asLong(),
                                subject.path("subjectId").asLong(),
                                new BigInteger(in.path("capacity").asString()).add(BigInteger.ONE)));
                assertThat(answer.status()).isNotEqualTo(200);
                reasons.add(answer.body().path("type").asString().replaceAll(".*:", ""));
            }
        }
        assertThat(reasons).contains("not-listed", "incident-open", "no-capacity");
    }

    @Test
    void anAnswerIsNamedByItsBlockAndNotSentTwice() throws Exception {
        var first = get("/v1/pools");
        assertThat(first.header("ETag")).isNotEmpty();
        var again = get("/v1/pools", "If-None-Match", first.header("ETag"));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.whole().body()).isEmpty();
        var head = world.send("HEAD", "/v1/pools");
        assertThat(head.whole().body()).isEmpty();
        assertThat(head.header("ETag")).isEqualTo(first.header("ETag"));
    }

    @Test
    void onlyPagesThatAreNamedMayReadAnswers() throws Exception {
        assertThat(get("/v1/pools", "Origin", "https://app.example").header("Access-Control-Allow-Origin"))
                .isEqualTo("https://app.example");
        assertThat(get("/v1/pools", "Origin", "https://evil.example").header("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void aFewHundredRandomRequestsBreakNothing() throws Exception {
        assertThat(new RandomRequests(world).ask(400)).containsKeys(200, 400, 404, 410);
    }

    @Test
    @Tag("deep")
    void twentyThousandRandomRequestsBreakNothing() throws Exception {
        assertThat(new RandomRequests(world).ask(20_000)).containsKeys(200, 400, 404, 409, 410, 422);
    }

    @Test
    void aClientThatIsGeneratedFromTheDescriptionIsAnswered(@TempDir Path generated) throws Exception {
        try (var client = GeneratedClient.of(generated, DESCRIPTION)) {
            assertAnswered(client.asks(world.address()));
        }
    }

    private static void assertAnswered(JsonNode told) throws Exception {
        var quote = get("/v1/quote?pool=1&subject=3&amount=50000000000&duration=7776000");
        assertThat(texts(told.path("pools"))).isEqualTo(texts(get("/v1/pools").data(), "address"));
        assertThat(told.path("quote").path("premium")).isEqualTo(quote.data().path("premium"));
        assertThat(told.path("quote").path("capacity")).isEqualTo(quote.data().path("capacity"));
        assertThat(texts(told.path("policies")))
                .hasSizeGreaterThan(1_900)
                .doesNotHaveDuplicates()
                .endsWith(Integer.toString(told.path("policies").size()));
        var cover = get("/v1/accounts/" + told.path("account").asString() + "/cover");
        assertThat(told.path("covered").asBoolean()).isTrue();
        assertThat(texts(told.path("inForce")))
                .isNotEmpty()
                .isEqualTo(texts(cover.data().path("inForce"), "inForce"));
        assertThat(told.path("problem"))
                .isEqualTo(get("/v1/quote?pool=99&subject=3&amount=1&duration=2592000")
                        .body());
    }

    private static List<String> texts(JsonNode list, String... field) {
        return list.valueStream()
                .map(one -> field.length == 0 ? one : one.path(field[0]))
                .map(JsonNode::asString)
                .toList();
    }

    @Test
    void theDescriptionIsTheOneThatIsPublished() throws Exception {
        var served = new String(get("/v1/openapi.json").whole().body(), StandardCharsets.UTF_8);
        if (Boolean.getBoolean("breakwater.openapi.record")) {
            Files.writeString(DESCRIPTION, served);
        }
        assertThat(Files.readString(DESCRIPTION)).isEqualTo(served);
    }
}
