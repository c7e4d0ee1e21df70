package org.breakwater.adapters.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.breakwater.adapters.json.JsonText;
import org.breakwater.adapters.signer.EcdsaRecovery;
import org.breakwater.core.decoding.Mutations;
import org.breakwater.core.exchange.BuilderBatch;
import org.breakwater.core.exchange.BuilderBatchFormat;
import org.breakwater.core.exchange.BuilderBatchReader;
import org.breakwater.core.exchange.SharedTransaction;
import org.breakwater.core.exchange.SharedTransactionFormat;
import org.breakwater.core.exchange.SharedTransactionReader;
import org.breakwater.core.json.JsonPrinter;
import org.breakwater.core.json.JsonValue;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Keccak;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Files that were changed on their way: by accident, and by somebody who makes the checksum right again. Each is
/// refused with a sentence, or is what it was. No hash but the right one is ever shown.
class TamperedFilesTest {

    private static final SharedTransactionReader READER =
            new SharedTransactionReader(JsonText::parse, _ -> Council.OWNERS, new EcdsaRecovery());
    private static final BuilderBatchReader BATCHES = new BuilderBatchReader(JsonText::parse);

    @Test
    void twoHundredAndSeventyTamperedFilesShowNoWrongHash() throws ProblemException {
        tamper(1, 90);
    }

    @Tag("deep")
    @Test
    void threeThousandTamperedFilesShowNoWrongHash() throws ProblemException {
        tamper(2, 1_000);
    }

    private static void tamper(long seed, int times) throws ProblemException {
        var shared = SharedTransactionTest.signed();
        var batch = batch();
        var random = new Random(seed);
        var refused = 0;
        for (int i = 0; i < times; i++) {
            var text = random.nextBoolean()
                    ? SharedTransactionFormat.document(shared)
                    : SharedTransactionFormat.text(shared);
            refused += isRefusedOrSame(shared, damaged(text, random), READER::pasted) ? 1 : 0;
            refused += isRefusedOrOfSameHash(shared, forged(shared, random)) ? 1 : 0;
            refused += isRefusedOrSame(
                            batch,
                            damaged(BuilderBatchFormat.document(batch), random),
                            changed -> BATCHES.read(
                                    JsonText.parse("a batch", changed, BuilderBatchFormat.LIMITS), batch.chainId()))
                    ? 1
                    : 0;
        }
        assertThat(refused).as("files that were refused").isGreaterThan(2 * times);
    }

    private static <T> boolean isRefusedOrSame(T original, String changed, Reading<T> reading) {
        try {
            assertThat(reading.read(changed)).as(changed).isEqualTo(original);
            return false;
        } catch (ProblemException refused) {
            assertThat(refused.problem().happened()).isNotBlank();
            return true;
        }
    }

    /// Reasons are nobody's signature: with a right checksum, other reasons, and fewer signatures, are another file of
    /// the same transaction.
    private static boolean isRefusedOrOfSameHash(SharedTransaction original, String forged) {
        try {
            var read = READER.pasted(forged);
            assertThat(read.hash()).as(forged).isEqualTo(original.hash());
            assertThat(original.signatures()).containsAll(read.signatures());
            return false;
        } catch (ProblemException refused) {
            assertThat(refused.problem().happened()).isNotBlank();
            return true;
        }
    }

    private static String damaged(String text, Random random) {
        var changed = new Mutations(random).of(Bytes.ofText(text)).toArray();
        return new String(changed, StandardCharsets.UTF_8);
    }

    /// One value changed, lost or doubled, and the checksum made right again.
    private static String forged(SharedTransaction shared, Random random) throws ProblemException {
        var document =
                JsonText.parse("a file", SharedTransactionFormat.document(shared), SharedTransactionFormat.LIMITS);
        var content = new LinkedHashMap<>(document.object().all());
        content.remove("checksum");
        var changed = change(new JsonValue.Fields(1, content), random);
        if (!(changed instanceof JsonValue.Fields(var _, var fields))) {
            return JsonPrinter.compact(changed);
        }
        var checked = new LinkedHashMap<>(fields);
        checked.put(
                "checksum",
                new JsonValue.Text(1, Keccak.hash(JsonPrinter.compact(changed)).toString()));
        return JsonPrinter.compact(new JsonValue.Fields(1, checked));
    }

    private static JsonValue change(JsonValue value, Random random) {
        return switch (value) {
            case JsonValue.Fields(var line, var fields) -> {
                var names = List.copyOf(fields.keySet());
                var name = names.get(random.nextInt(names.size()));
                var changed = new LinkedHashMap<>(fields);
                switch (random.nextInt(8)) {
                    case 0 -> changed.remove(name);
                    case 1 -> changed.put(name + "x", value);
                    case 2 -> changed.putFirst(name, fields.get(name));
                    default -> changed.put(name, change(fields.get(name), random));
                }
                yield new JsonValue.Fields(line, changed);
            }
            case JsonValue.Items(var line, var items) -> {
                var changed = new ArrayList<>(items);
                var at = random.nextInt(items.size());
                switch (random.nextInt(4)) {
                    case 0 -> changed.remove(at);
                    case 1 -> changed.add(items.get(at));
                    default -> changed.set(at, change(items.get(at), random));
                }
                yield new JsonValue.Items(line, changed);
            }
            case JsonValue.Text(var line, var text) -> new JsonValue.Text(line, changedText(text, random));
            case JsonValue.Whole(var line, var number) -> new JsonValue.Whole(line, number.xor(BigInteger.ONE));
            case JsonValue.Flag _, JsonValue.Nothing _ -> value;
        };
    }

    private static String changedText(String text, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> "";
            case 1 -> text.toUpperCase(Locale.ROOT);
            case 2 -> text + "0";
            case 3 -> "0" + text;
            case 4 -> new StringBuilder(text).reverse().toString();
            default -> {
                var at = random.nextInt(text.length());
                yield text.substring(0, at) + (char) ('0' + random.nextInt(10)) + text.substring(at + 1);
            }
        };
    }

    private static BuilderBatch batch() {
        var target = Council.OWNERS.getFirst();
        return new BuilderBatch(
                BigInteger.ONE,
                Instant.ofEpochMilli(1_700_000_000_000L),
                "A batch",
                "of two calls",
                Optional.of(Council.SAFE.safe()),
                List.of(
                        SafeCall.of(target, Bytes.fromHex("0x12345678")),
                        SafeCall.of(target, Council.subject().transaction().data())));
    }

    /// Reads a text, or refuses it.
    @FunctionalInterface
    private interface Reading<T> {
        T read(String text) throws ProblemException;
    }
}
