package org.breakwater.core.abi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.decoding.Mutations;
import org.breakwater.core.problem.ProblemException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What the decoder takes, the encoder gives back to the byte; everything else it refuses by name.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class AbiFuzzTest {

    private static final int MUTATIONS_EACH = 20;

    @Test
    void whatIsDecodedFromHostileBytesEncodesToTheSameBytes() throws ProblemException {
        fuzz(1, 500);
    }

    @Test
    @Tag("deep")
    void whatIsDecodedFromAMillionHostileInputsEncodesToTheSameBytes() throws ProblemException {
        fuzz(2, 50_000);
    }

    private static void fuzz(long seed, int functions) throws ProblemException {
        var random = new SplittableRandom(seed);
        var drawn = new RandomValues(random);
        var mutations = new Mutations(random);
        var refused = 0;
        for (int i = 0; i < functions; i++) {
            var parameters = drawn.parameters(random.nextInt(5), 3);
            var types = parameters.stream().map(AbiParameter::type).toList();
            var values = drawn.values(parameters);
            var encoded = AbiEncoder.encode(types, values);
            var decoded = AbiDecoder.values(parameters, "the values", encoded).required();
            assertThat(decoded.stream().map(Argument::value).toList()).isEqualTo(values);
            for (int j = 0; j < MUTATIONS_EACH; j++) {
                var mutated = mutations.of(encoded);
                switch (AbiDecoder.values(parameters, "the values", mutated)) {
                    case Decoding.Decoded(var arguments) ->
                        assertThat(AbiEncoder.encode(
                                        types,
                                        arguments.stream().map(Argument::value).toList()))
                                .isEqualTo(mutated);
                    case Decoding.Refused(var refusal) -> {
                        assertThat(refusal.offset()).isBetween(0, mutated.length());
                        refused++;
                    }
                }
            }
        }
        assertThat(refused).isGreaterThan(functions * MUTATIONS_EACH / 3);
    }
}
