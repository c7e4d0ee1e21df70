package org.breakwater.core.compose;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Quotation;

/// Reads the inputs of a written call, and gathers what is wrong with them.
final class InputReader {

    /// How long a reason may be.
    static final int MOST_REASON = 280;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private final WrittenCall call;
    private final List<InputProblem> problems = new ArrayList<>();

    InputReader(WrittenCall call) {
        this.call = call;
    }

    Template template() {
        return call.template();
    }

    List<InputProblem> problems() {
        return problems;
    }

    void add(InputProblem problem) {
        problems.add(problem);
    }

    void refuse(Input input, String sentence) {
        add(InputProblem.refused(input, sentence));
    }

    boolean isEmpty(Input input) {
        return call.value(input).isEmpty();
    }

    /// What stands in an input, read; empty where it is missing or cannot be read, which is then a problem.
    <T> Optional<T> read(Input input, String missing, Function<String, T> reading) {
        var text = call.value(input);
        if (text.isEmpty()) {
            add(InputProblem.missing(input, missing));
            return Optional.empty();
        }
        return attempt(input, text.get(), reading);
    }

    /// As {@link #read}, for an input that may stay empty.
    <T> Optional<T> readIfWritten(Input input, Function<String, T> reading) {
        return call.value(input).flatMap(text -> attempt(input, text, reading));
    }

    private <T> Optional<T> attempt(Input input, String text, Function<String, T> reading) {
        try {
            return Optional.of(reading.apply(text.strip()));
        } catch (IllegalArgumentException malformed) {
            add(InputProblem.malformed(input, sentence(String.valueOf(malformed.getMessage()))));
            return Optional.empty();
        }
    }

    private static String sentence(String message) {
        var raised = message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1);
        return raised.endsWith(".") ? raised : raised + ".";
    }

    Optional<Address> address(Input input, String missing) {
        return read(input, missing, Address::parse);
    }

    Optional<BigInteger> number(Input input, String missing) {
        return read(input, missing, text -> WrittenValue.amount(text, 0));
    }

    Optional<Long> small(Input input, String missing) {
        return number(input, missing)
                .filter(number -> {
                    var fits = number.bitLength() < Long.SIZE;
                    if (!fits) {
                        refuse(input, "No number is as large as that.");
                    }
                    return fits;
                })
                .map(BigInteger::longValueExact);
    }

    Optional<BigInteger> amount(Input input, String missing, int decimals) {
        return read(input, missing, text -> WrittenValue.amount(text, decimals)).filter(amount -> {
            if (amount.signum() == 0) {
                refuse(input, "It has to be above zero.");
            }
            return amount.signum() > 0;
        });
    }

    /// Seconds since 1970.
    static long time(String text) {
        try {
            return LocalDateTime.parse(text, TIME).toEpochSecond(ZoneOffset.UTC);
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException(
                    Quotation.of(text) + " is no time in UTC such as 2026-11-20 14:02.", malformed);
        }
    }

    Optional<Boolean> verdict() {
        return read(Input.VERDICT, "Choose what is decided.", text -> switch (text) {
            case "accept" -> true;
            case "reject" -> false;
            default -> throw new IllegalArgumentException("It is accept or reject.");
        });
    }

    /// The hash of the reason's words.
    Optional<Hash32> reason() {
        return read(Input.REASON, "Give a reason; its hash goes on chain.", text -> {
            if (text.length() > MOST_REASON) {
                throw new IllegalArgumentException("A reason has at most " + MOST_REASON + " characters.");
            }
            return Keccak.hash(text);
        });
    }
}
