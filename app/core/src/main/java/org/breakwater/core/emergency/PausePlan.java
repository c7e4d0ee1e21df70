package org.breakwater.core.emergency;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import org.breakwater.core.abi.AbiDecoder;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Selector;

/// A pause as a guardian decides it.
///
/// @param length whole seconds, above zero; the contract allows at most `PAUSE_MAX`
/// @param reason hash of the words that say why; the chain keeps the hash alone
public record PausePlan(PauseTarget target, Duration length, Hash32 reason) {

    /// How long the words of a reason may be, in characters.
    public static final int MOST_REASON = 1_000;

    private static final FunctionSignature PAUSE =
            FunctionSignature.parse("pause(uint16 scopes,uint32 poolId,uint32 duration,bytes32 reasonHash)");
    private static final Selector SELECTOR = Selector.of("pause(uint16,uint32,uint32,bytes32)");
    private static final long MOST_SECONDS = 0xffff_ffffL;
    private static final int ALL_SCOPES = 0xff;

    public PausePlan {
        if (length.toNanosPart() != 0 || length.toSeconds() < 1 || length.toSeconds() > MOST_SECONDS) {
            throw new IllegalArgumentException("a pause lasts whole seconds, at least one");
        }
        if (reason.equals(Hash32.ZERO)) {
            throw new IllegalArgumentException("a pause has a reason");
        }
    }

    /// The hash under which the words of a reason are found on the chain.
    public static Hash32 hashOf(String words) {
        if (words.isBlank() || words.length() > MOST_REASON) {
            throw new IllegalArgumentException("a reason has 1 to " + MOST_REASON + " characters");
        }
        return Keccak.hash(words);
    }

    /// The call that the guardian's Safe makes.
    ///
    /// @param guardian the `EmergencyGuardian`
    public SafeCall call(Address guardian) {
        return SafeCall.of(
                guardian,
                AbiEncoder.call(
                        PAUSE,
                        AbiValue.Whole.of(target.bits()),
                        AbiValue.Whole.of(target.poolId()),
                        AbiValue.Whole.of(length.toSeconds()),
                        new AbiValue.Binary(reason.bytes())));
    }

    /// The pause that a call makes; nothing where it is another call, or bytes that this program would not have made.
    public static Optional<PausePlan> of(SafeCall call, Address guardian) {
        if (call.operation() != Operation.CALL
                || !call.to().equals(guardian)
                || call.value().signum() != 0
                || call.data().length() < Selector.LENGTH
                || !new Selector(call.data().slice(0, Selector.LENGTH)).equals(SELECTOR)) {
            return Optional.empty();
        }
        return read(call.data().slice(Selector.LENGTH, call.data().length()))
                .filter(plan -> plan.call(guardian).equals(call));
    }

    private static Optional<PausePlan> read(Bytes arguments) {
        if (!(AbiDecoder.values(PAUSE.parameters(), "the pause", arguments) instanceof Decoding.Decoded(var values))) {
            return Optional.empty();
        }
        try {
            var bits = number(values.get(0).value());
            if (bits > ALL_SCOPES) {
                return Optional.empty();
            }
            var scopes = PauseTarget.in((int) bits).collect(Collectors.toSet());
            return Optional.of(new PausePlan(
                    new PauseTarget(scopes, number(values.get(1).value())),
                    Duration.ofSeconds(number(values.get(2).value())),
                    new Hash32(((AbiValue.Binary) values.get(3).value()).bytes())));
        } catch (IllegalArgumentException | ArithmeticException nothing) {
            return Optional.empty();
        }
    }

    private static long number(AbiValue value) {
        return ((AbiValue.Whole) value).number().longValueExact();
    }
}
