package org.breakwater.adapters.localnet.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.breakwater.adapters.ethereum.ChainSafeContract;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.adapters.signer.EcdsaRecovery;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.SignatureBlob;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Word;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the prepared world has to show to those who are answerable for the protocol, asked of the node that loaded it.
@SuppressWarnings("EnumOrdinal") // as Safe numbers operations
class LossesAtTheHeadTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int PENDING = 1;
    private static final int TIE = 3;

    private static LocalNetwork network;
    private static Protocol protocol;
    private static Stage stage;

    @BeforeAll
    static void load() throws ProblemException {
        network = LocalNetwork.start();
        protocol = new Protocol(network.deployment());
        stage = new Stage(
                new AnvilRpc(network.node().address()),
                new Agenda(World.GENESIS),
                new RevertReasons(protocol.names()),
                network.node().head().time());
    }

    @AfterAll
    static void stop() {
        network.close();
    }

    @Test
    void fortyOneClaimsWereMade() throws ProblemException {
        assertThat(counted(
                        "Claims", "claimCount", "claim", claim -> ClaimState.of(claim) + " " + claim.number("route")))
                .isEqualTo(Map.of(
                        "PAID 0",
                        24,
                        "PAID 1",
                        9,
                        "DENIED 1",
                        4,
                        "DENIED 2",
                        1,
                        "IN_VOTE 0",
                        2,
                        "COUNCIL_REVIEW 1",
                        1));
    }

    @Test
    void incidentsCanBeSeenInEveryStageOfTheirLife() throws ProblemException {
        assertThat(counted(
                        "Incidents",
                        "incidentCount",
                        "incident",
                        incident -> IncidentState.of(incident).name()))
                .containsOnlyKeys("DETECTED", "CONFIRMED", "ESCALATED", "SETTLING", "CLOSED", "REJECTED", "LAPSED");
    }

    @Test
    void theVotersAreDividedOnOneClaimToTheLastToken() throws ProblemException {
        var tied = caseOf(onlyClaimIn(ClaimState.COUNCIL_REVIEW));

        assertThat(tied.number("outcome").intValueExact()).isEqualTo(TIE);
        assertThat(tied.number("pay")).isEqualTo(tied.number("deny"));
        assertThat(tied.number("pay").multiply(BigInteger.TWO)).isGreaterThanOrEqualTo(tied.number("quorum"));
    }

    @Test
    void oneCaseRunsOnBecauseItsLeadChangedOnTheLastDay() throws ProblemException {
        var head = network.node().head().time();
        var extended = claims(ClaimState.IN_VOTE).stream()
                .map(LossesAtTheHeadTest::caseOf)
                .filter(found -> found.count("extensions") == 1)
                .toList();

        assertThat(extended).hasSize(1);
        assertThat(extended.getFirst().number("pay"))
                .isGreaterThan(extended.getFirst().number("deny"));
        assertThat(extended.getFirst().instant("closes")).isBetween(head, head.plus(Duration.ofDays(1)));
    }

    @Test
    void oneEvidenceOfAnOpenClaimIsNotWhatItsHashSays() throws Exception {
        var served = texts();
        var wrong = new ArrayList<String>();
        for (var kind : Docket.About.values()) {
            var count = number(
                    kind == Docket.About.CLAIM ? "Claims" : "Incidents",
                    kind == Docket.About.CLAIM ? "claimCount" : "incidentCount");
            for (long id = 1; id <= count; id++) {
                for (var hash : evidence(kind, id)) {
                    if (!Keccak.hash(Objects.requireNonNull(served.get(hash))).equals(hash)) {
                        wrong.add(kind + " " + id);
                    }
                }
            }
        }

        assertThat(wrong).hasSize(1);
        assertThat(claims(ClaimState.IN_VOTE)).extracting(id -> "CLAIM " + id).containsAll(wrong);
    }

    @Test
    void everyReasonOfADecidedClaimCanBeRead() throws Exception {
        var served = texts();
        for (long id = 1; id <= number("Claims", "claimCount"); id++) {
            var reason = claim(id).hash("decisionReasonHash");
            assertThat(reason.equals(Hash32.ZERO) || served.containsKey(reason)).isTrue();
        }
    }

    @Test
    void twoPendingChangesAreEachInOrderAndBreakARuleTogether() throws ProblemException {
        var registry = protocol.contract("ParameterRegistry");
        var pool = ParameterScope.pool(2).encoded();
        var cap = pendingChange("INCIDENT_CAP", pool);
        var window = pendingChange("DRAIN_LIMIT_24H", pool);

        for (var change : List.of(cap, window)) {
            var preview = stage.view(
                    registry.call("preview", change.hash("key"), change.hash("scope"), change.number("newValue")));
            assertThat(preview.flag("ok")).isTrue();
        }
        // Rule 4: the window of a day is not wider than what one incident may take.
        assertThat(window.number("newValue")).isGreaterThan(cap.number("newValue"));
    }

    @Test
    void oneFeedIsSilentForTooLongAndAllOthersAnswer() throws ProblemException {
        var sick = new ArrayList<String>();
        for (var name : List.of(Adapters.PRICE_DROP, Adapters.DEPEG)) {
            var adapter = protocol.contract(name);
            var subjects = stage.number(protocol.contract("RiskRegistry").call("subjectCount"))
                    .intValueExact();
            for (int subject = 1; subject <= subjects; subject++) {
                var health = adapter.call("health", subject);
                var configured = stage.refusal(Address.ZERO, health).isEmpty();
                if (configured
                        && Boolean.FALSE.equals(stage.view(health).values().get(0))) {
                    sick.add(name);
                }
            }
        }

        assertThat(sick).containsExactly(Adapters.PRICE_DROP);
    }

    @Test
    void oneStopRunsThatStopsNoSale() throws ProblemException {
        var guardian = protocol.contract("EmergencyGuardian");

        assertThat(stage.number(guardian.call("pausedUntil", 128, 2)).signum()).isPositive();
        for (var pool : protocol.poolNumbers()) {
            assertThat(stage.number(guardian.call("pausedUntil", 127, pool)).signum())
                    .isZero();
        }
    }

    @Test
    void proposalsCanBeSeenInEveryStateThatAGovernorWithATimelockReaches() throws ProblemException {
        var governor = protocol.contract("CoverGovernor");
        var states = new TreeMap<Integer, Integer>();
        for (long index = 0; index < number("CoverGovernor", "proposalCount"); index++) {
            var id = stage.view(governor.call("proposalDetailsAt", index)).number();
            states.merge(stage.number(governor.call("state", id)).intValueExact(), 1, Integer::sum);
        }

        // All but Expired (6), which only a timelock of another kind knows.
        assertThat(states).containsOnlyKeys(0, 1, 2, 3, 4, 5, 7);
    }

    @Test
    void whatWaitsForTheSafesIsSignedByTheirOwnersOverTheChainsOwnHash() throws Exception {
        var safes = new ChainSafeContract(network.node());
        for (var waiting : safeQueue()) {
            var safe = Address.parse(waiting.path("safe").asString());
            var owners = safes.state(safe).owners();
            var hash = safes.transactionHash(safe, transaction(waiting));

            assertThat(waiting.path("safeTxHash").asString()).isEqualTo(hash.toString());
            for (var confirmation : waiting.path("confirmations")) {
                var signature = SignatureBlob.parse(
                                Bytes.fromHex(confirmation.path("signature").asString()))
                        .required()
                        .signatures()
                        .getFirst();
                var signer = signature.owner(hash, new EcdsaRecovery()).orElseThrow();
                assertThat(confirmation.path("owner").asString()).isEqualTo(signer.toString());
                assertThat(owners).contains(signer);
            }
        }
    }

    @Test
    void oneTransactionWantsNoMoreSignaturesTwoWantOneNonceAndOneRunsForeignCode() throws Exception {
        var nonces = new TreeMap<String, Integer>();
        var complete = new ArrayList<JsonNode>();
        var foreign = new ArrayList<JsonNode>();
        for (var waiting : safeQueue()) {
            nonces.merge(
                    waiting.path("safe").asString() + "/"
                            + waiting.path("nonce").asString(),
                    1,
                    Integer::sum);
            if (waiting.path("confirmations").size()
                    >= waiting.path("confirmationsRequired").asInt()) {
                complete.add(waiting);
            }
            if (waiting.path("operation").asInt() == Operation.DELEGATE_CALL.code()) {
                foreign.add(waiting);
            }
        }

        assertThat(nonces.values().stream().filter(count -> count == 2)).hasSize(1);
        assertThat(complete).hasSize(1);
        assertThat(stage.refusal(Address.parse(complete.getFirst().path("safe").asString()), call(complete.getFirst())))
                .isEmpty();
        assertThat(foreign).hasSize(1);
    }

    private static Call call(JsonNode waiting) {
        var treasury = protocol.contract("Treasury");
        var to = Address.parse(waiting.path("to").asString());
        return new Call(
                "Treasury",
                to,
                treasury.abi().function("allocate"),
                Bytes.fromHex(waiting.path("data").asString()));
    }

    private static SafeTransaction transaction(JsonNode waiting) {
        return new SafeTransaction(
                Address.parse(waiting.path("to").asString()),
                new BigInteger(waiting.path("value").asString()),
                Bytes.fromHex(waiting.path("data").asString()),
                Operation.values()[waiting.path("operation").asInt()],
                BigInteger.ZERO,
                BigInteger.ZERO,
                BigInteger.ZERO,
                Address.ZERO,
                Address.ZERO,
                new BigInteger(waiting.path("nonce").asString()));
    }

    private static JsonNode safeQueue() throws IOException {
        return JSON.readTree(Path.of(network.description().safeQueue()));
    }

    private static Map<Hash32, String> texts() throws IOException {
        var texts = new HashMap<Hash32, String>();
        for (var text : JSON.readTree(Path.of(network.description().texts()))) {
            texts.put(
                    Hash32.fromHex(text.path("hash").asString()),
                    text.path("content").asString());
        }
        return texts;
    }

    private static List<Hash32> evidence(Docket.About kind, long id) throws ProblemException {
        var tribunal = protocol.contract("Tribunal");
        var hashes = new ArrayList<Hash32>();
        var count = stage.number(tribunal.call("evidenceCount", kind, id)).longValueExact();
        for (long index = 0; index < count; index++) {
            hashes.add(stage.view(tribunal.call("evidence", kind, id, index))
                    .struct()
                    .hash("contentHash"));
        }
        return hashes;
    }

    private static Fields pendingChange(String key, Hash32 scope) throws ProblemException {
        var registry = protocol.contract("ParameterRegistry");
        for (long id = number("ParameterRegistry", "changeCount"); id > 0; id--) {
            var change = stage.view(registry.call("change", id)).struct();
            if (change.number("state").intValueExact() == PENDING
                    && change.hash("key").equals(new Hash32(Word.ofAscii(key)))
                    && change.hash("scope").equals(scope)) {
                return change;
            }
        }
        throw new AssertionError("no change of " + key + " is pending");
    }

    private static long onlyClaimIn(ClaimState state) throws ProblemException {
        var found = claims(state);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static List<Long> claims(ClaimState state) throws ProblemException {
        var found = new ArrayList<Long>();
        for (long id = 1; id <= number("Claims", "claimCount"); id++) {
            if (ClaimState.of(claim(id)) == state) {
                found.add(id);
            }
        }
        return found;
    }

    private static Fields claim(long id) throws ProblemException {
        return stage.view(protocol.contract("Claims").call("claim", id)).struct();
    }

    private static Fields caseOf(long claim) {
        try {
            var caseId = claim(claim).count("caseId");
            return stage.view(protocol.contract("Tribunal").call("case_", caseId))
                    .struct();
        } catch (ProblemException failed) {
            throw new AssertionError(failed);
        }
    }

    private static long number(String contract, String function) throws ProblemException {
        return stage.number(protocol.contract(contract).call(function)).longValueExact();
    }

    @FunctionalInterface
    private interface Naming {
        String of(Fields fields);
    }

    private static Map<String, Integer> counted(String contract, String count, String view, Naming naming)
            throws ProblemException {
        var counts = new TreeMap<String, Integer>();
        for (long id = 1; id <= number(contract, count); id++) {
            var fields = stage.view(protocol.contract(contract).call(view, id)).struct();
            counts.merge(naming.of(fields), 1, Integer::sum);
        }
        return counts;
    }
}
