package org.breakwater.adapters.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.breakwater.adapters.service.SampleSafe.DOMAIN;
import static org.breakwater.adapters.service.SampleSafe.OWNERS;
import static org.breakwater.adapters.service.SampleSafe.hash;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import org.breakwater.adapters.service.AnswerMutations.Operator;
import org.breakwater.adapters.service.AnswerMutations.Site;
import org.breakwater.adapters.signer.EcdsaRecovery;
import org.breakwater.core.safe.QueuedMessage;
import org.breakwater.core.safe.QueuedTransaction;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.ServedMessage;
import org.breakwater.core.service.Listed;
import org.breakwater.core.service.ServedQueue;
import org.breakwater.core.service.ServiceException;
import org.breakwater.core.service.ServiceFinding;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Thousands of spoiled answers on a real socket in front of the client and the judgement in core: each is refused with
/// a sentence, or gives a value of which nothing false is believed. Drawn from a seed.
class MalformedAnswersTest {

    private static final long SEED = 20_261_129;

    private static final int SITES = 48;
    private static final int SAMPLE = 250;

    /// More than any sentence of ours has.
    private static final int MOST_SENTENCE = 1_500;

    private static final Map<Hash32, SafeTransaction> HONEST = Map.of(
            hash(HonestAnswers.FIRST).hash(), HonestAnswers.FIRST,
            hash(HonestAnswers.SECOND).hash(), HonestAnswers.SECOND);

    private static final Map<Hash32, List<Address>> SIGNERS = Map.of(
            hash(HonestAnswers.FIRST).hash(),
                    List.of(OWNERS.get(0).address(), OWNERS.get(1).address()),
            hash(HonestAnswers.SECOND).hash(), List.of(OWNERS.get(2).address()));

    private static ScriptedService service;
    private static SafeServiceClient client;

    private record Case(int number, Operator operator, Site site) {}

    /// What became of the answers.
    private record Outcomes(int refused, int read) {}

    @BeforeAll
    static void start() throws Exception {
        service = new ScriptedService();
        client = service.client();
    }

    @AfterAll
    static void stop() {
        client.close();
        service.close();
    }

    @Test
    void honestAnswersAreReadWhole() throws Exception {
        for (var endpoint : HonestAnswers.all()) {
            service.on(endpoint.path(), endpoint.answer());
            assertThat(endpoint.asking().ask(client)).as(endpoint.path()).isNotNull();
        }
    }

    @Test
    void aSampleOfSpoiledAnswersDeceivesNobody() {
        var outcomes = run(cases().subList(0, SAMPLE));

        assertThat(outcomes.refused()).isGreaterThan(SAMPLE / 4);
        assertThat(outcomes.read()).isGreaterThan(SAMPLE / 20);
    }

    @Test
    @Tag("deep")
    void everySpoiledAnswerDeceivesNobody() {
        var cases = cases();
        assertThat(cases).hasSizeGreaterThan(2_500);

        var outcomes = run(cases);

        assertThat(outcomes.refused() + outcomes.read()).isEqualTo(cases.size());
        assertThat(outcomes.refused()).isGreaterThan(cases.size() / 4);
        assertThat(outcomes.read()).isGreaterThan(cases.size() / 20);
    }

    @Test
    void thereAreSixtyOperatorsAndFortySites() {
        assertThat(AnswerMutations.all().stream().map(Operator::name).distinct())
                .hasSizeGreaterThanOrEqualTo(60);
        assertThat(sites().stream().map(Site::toString).distinct()).hasSizeGreaterThanOrEqualTo(40);
    }

    /// Every operator at every site, shuffled.
    private static List<Case> cases() {
        var cases = new ArrayList<Case>();
        var sites = sites();
        for (var operator : AnswerMutations.all()) {
            for (var site : sites) {
                cases.add(new Case(cases.size(), operator, site));
            }
        }
        Collections.shuffle(cases, new Random(SEED));
        return cases;
    }

    /// All that is signed in the queue's first row, then others from every endpoint.
    private static List<Site> sites() {
        var endpoints = HonestAnswers.all();
        var sites = new ArrayList<Site>();
        for (var field : List.of(
                "safe",
                "to",
                "value",
                "data",
                "operation",
                "safeTxGas",
                "baseGas",
                "gasPrice",
                "gasToken",
                "refundReceiver",
                "nonce",
                "safeTxHash",
                "confirmations")) {
            sites.add(new Site(endpoints.getFirst(), List.of("results", 0, field)));
        }
        sites.add(new Site(endpoints.getFirst(), List.of("results", 0, "confirmations", 0, "owner")));
        sites.add(new Site(endpoints.getFirst(), List.of("results", 0, "confirmations", 1, "signature")));
        sites.add(new Site(endpoints.getFirst(), List.of("count")));
        sites.add(new Site(endpoints.getFirst(), List.of("next")));
        var random = new Random(SEED);
        for (int i = 0; sites.size() < SITES; i++) {
            var ofEndpoint = AnswerMutations.sites(endpoints.get(i % endpoints.size()));
            var site = ofEndpoint.get(random.nextInt(ofEndpoint.size()));
            if (!sites.contains(site)) {
                sites.add(site);
            }
        }
        return sites;
    }

    private static Outcomes run(Collection<Case> cases) {
        var refused = 0;
        var read = 0;
        for (var one : cases) {
            try {
                check(one, asked(one));
                read++;
            } catch (ServiceException fault) {
                checkSentence(one, fault);
                refused++;
            } catch (RuntimeException | AssertionError broken) {
                throw new AssertionError("case " + one.number() + ": " + one.operator() + " at " + one.site(), broken);
            }
        }
        return new Outcomes(refused, read);
    }

    private static Object asked(Case one) throws ServiceException {
        service.on(one.site().endpoint().path(), _ -> spoiled(one));
        return one.site().endpoint().asking().ask(client);
    }

    /// Drawn anew for each case, so that a case alone is what it was among others.
    private static MockResponse spoiled(Case one) {
        return one.operator().spoiling().spoil(one.site(), new Random(SEED + one.number()));
    }

    private static void checkSentence(Case one, ServiceException fault) {
        var sentence = fault.fault().problem().toString();
        assertThat(sentence).as(one.toString()).isNotBlank().hasSizeLessThan(MOST_SENTENCE);
        assertThat(IntStream.range(0, sentence.length())
                        .map(sentence::charAt)
                        .filter(character -> Character.getType(character) == Character.CONTROL
                                || Character.getType(character) == Character.FORMAT))
                .as(one.toString())
                .isEmpty();
    }

    private static void check(Case one, Object value) {
        switch (value) {
            case ServedQueue queue -> check(queue);
            case Listed<?> listed -> listed.rows().forEach(row -> check(one, row));
            case ServedMessage message -> check(message);
            default -> {}
        }
    }

    /// Nothing stands under a hash that is not its own, and nobody is shown to have signed what they did not.
    private static void check(ServedQueue queue) {
        for (var transaction : queue.waiting()) {
            check(transaction, queue.findings());
        }
        queue.spam().forEach(transaction -> assertThat(transaction.signers()).isEmpty());
    }

    private static void check(QueuedTransaction transaction, List<ServiceFinding> findings) {
        var hash = transaction.hash().hash();
        if (HONEST.containsKey(hash)) {
            assertThat(transaction.transaction()).isEqualTo(HONEST.get(hash));
            assertThat(SIGNERS.get(hash)).containsAll(transaction.signers());
        } else {
            assertThat(transaction.signers()).isEmpty();
            assertThat(findings)
                    .anyMatch(finding -> finding instanceof ServiceFinding.OtherHash other
                            && other.own().equals(transaction.hash()));
        }
        if (!transaction.hasStatedHash()) {
            assertThat(findings).hasAtLeastOneElementOfType(ServiceFinding.OtherHash.class);
        }
    }

    private static void check(ServedMessage message) {
        var judged = QueuedMessage.of(DOMAIN, message, SampleSafe.owners(), new EcdsaRecovery());
        if (judged.hasStatedHash()) {
            assertThat(judged.hash()).isEqualTo(HonestAnswers.MESSAGE);
            assertThat(message.content()).isEqualTo(new ServedMessage.Content.Text(HonestAnswers.TEXT));
        }
    }
}
