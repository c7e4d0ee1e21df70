package org.breakwater.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.core.fact.ParameterFact.Spec;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.protocol.ParameterUnit;
import org.breakwater.core.protocol.SafeDirection;
import org.breakwater.core.protocol.ScopeKind;
import org.breakwater.core.rule.ParameterClash.Setting;
import org.breakwater.core.value.Hash32;
import org.junit.jupiter.api.Test;

class ParameterClashTest {

    private static final ParameterScope BRIDGE = ParameterScope.pool(2);

    private static Setting cap(ParameterScope scope, long value) {
        return new Setting(ParameterKey.INCIDENT_CAP.word(), scope, BigInteger.valueOf(value));
    }

    private static Setting drain(ParameterScope scope, long value) {
        return new Setting(ParameterKey.DRAIN_LIMIT_24H.word(), scope, BigInteger.valueOf(value));
    }

    /// An incident cap of 37 %, a drain limit of 32.5 % and a floor of 10 %, everywhere.
    private record Book(Map<Hash32, Long> values) implements ParameterBook {

        static final Book WORLD = new Book(Map.of(
                ParameterKey.INCIDENT_CAP.word(), 3_700L,
                ParameterKey.DRAIN_LIMIT_24H.word(), 3_250L,
                ParameterKey.POOL_FLOOR.word(), 1_000L));

        @Override
        public Optional<Spec> spec(Hash32 key) {
            return Optional.of(new Spec(
                    ParameterUnit.BPS,
                    SafeDirection.LOWER,
                    ScopeKind.POOL,
                    1_000,
                    0,
                    0,
                    BigInteger.ZERO,
                    Unsigned.BPS,
                    BigInteger.ONE));
        }

        @Override
        public Optional<BigInteger> own(Hash32 key, ParameterScope scope) {
            return scope.equals(ParameterScope.GLOBAL)
                    ? Optional.ofNullable(values.get(key)).map(BigInteger::valueOf)
                    : Optional.empty();
        }

        @Override
        public List<ParameterScope> scopes(Hash32 key) {
            return List.of();
        }

        @Override
        public long changedAt(Hash32 key, ParameterScope scope) {
            return 0;
        }
    }

    @Test
    void aLowerCapAndAWiderLimitBreakARuleOnlyTogether() {
        var first = ParameterClash.between(Book.WORLD, cap(BRIDGE, 3_400), drain(BRIDGE, 3_500));
        var second = ParameterClash.between(Book.WORLD, drain(BRIDGE, 3_500), cap(BRIDGE, 3_400));

        assertThat(first)
                .hasValueSatisfying(found -> assertThat(found.rule().number()).isEqualTo(4));
        assertThat(second)
                .hasValueSatisfying(found -> assertThat(found.rule().number()).isEqualTo(4));
    }

    @Test
    void twoThatHoldTogetherDoNotClash() {
        assertThat(ParameterClash.between(Book.WORLD, cap(BRIDGE, 3_600), drain(BRIDGE, 3_500)))
                .isEmpty();
    }

    @Test
    void oneThatIsWrongByItselfIsNoClash() {
        assertThat(ParameterClash.between(Book.WORLD, cap(BRIDGE, 3_000), drain(BRIDGE, 3_500)))
                .isEmpty();
    }

    @Test
    void changesOfDifferentPoolsDoNotMeet() {
        assertThat(ParameterClash.between(Book.WORLD, cap(ParameterScope.pool(1), 3_400), drain(BRIDGE, 3_500)))
                .isEmpty();
    }

    @Test
    void aChangeEverywhereMeetsOneOfAPool() {
        assertThat(ParameterClash.between(Book.WORLD, cap(BRIDGE, 3_400), drain(ParameterScope.GLOBAL, 3_500)))
                .isPresent();
    }
}
