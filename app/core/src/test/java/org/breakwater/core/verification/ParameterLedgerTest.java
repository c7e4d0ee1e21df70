package org.breakwater.core.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.breakwater.core.parameters.ParameterId;
import org.breakwater.core.parameters.ParameterScope;
import org.junit.jupiter.api.Test;

class ParameterLedgerTest {

    private static final String CAP = "INCIDENT_CAP";
    private static final ParameterScope BRIDGES = ParameterScope.pool(2);
    private static final ParameterRules RULES =
            new ParameterRules(Map.of("unit", "Bps"), BigInteger.valueOf(1_000), BigInteger.valueOf(6_000));

    private final ParameterLedger ledger = new ParameterLedger(List.of(definition(CAP, 4_000)));

    @Test
    void aRecordedChangeLeadsToTheNewValue() {
        ledger.apply(
                List.of(changed(ParameterScope.GLOBAL, 4_000, 3_500), changed(ParameterScope.GLOBAL, 3_500, 3_200)));

        assertThat(ledger.values(CAP)).containsExactly(Map.entry(ParameterScope.GLOBAL, BigInteger.valueOf(3_200)));
    }

    @Test
    void aFirstOverrideStartsFromTheGlobalValue() {
        ledger.apply(List.of(changed(BRIDGES, 4_000, 3_500)));

        assertThat(ledger.values(CAP))
                .containsEntry(ParameterScope.GLOBAL, BigInteger.valueOf(4_000))
                .containsEntry(BRIDGES, BigInteger.valueOf(3_500));
    }

    @Test
    void aChangeFromAnotherValueThanTheOneInForceIsNotFollowed() {
        ledger.apply(List.of(changed(ParameterScope.GLOBAL, 5_000, 3_500)));

        assertThat(ledger.values(CAP)).containsEntry(ParameterScope.GLOBAL, BigInteger.valueOf(4_000));
    }

    @Test
    void boundsOnlyTighten() {
        ledger.apply(List.of(bounds(1_500, 5_000), bounds(1_000, 5_000)));

        assertThat(ledger.rules(CAP))
                .contains(new ParameterRules(RULES.terms(), BigInteger.valueOf(1_500), BigInteger.valueOf(5_000)));
    }

    @Test
    void aDefinitionOnRecordDoesNotReplaceTheScripts() {
        ledger.apply(List.of(new ParameterRecord.Defined(definition(CAP, 5_999))));

        assertThat(ledger.values(CAP)).containsEntry(ParameterScope.GLOBAL, BigInteger.valueOf(4_000));
    }

    @Test
    void aParameterThatTheDaoAddedIsWhatItsRecordSays() {
        var added = "NEW_LIMIT";
        ledger.apply(List.of(
                new ParameterRecord.Defined(definition(added, 2_000)),
                new ParameterRecord.Scoped(new ParameterId(added, BRIDGES), BigInteger.valueOf(2_500))));

        assertThat(ledger.names()).containsExactly(CAP, added);
        assertThat(ledger.values(added))
                .containsEntry(ParameterScope.GLOBAL, BigInteger.valueOf(2_000))
                .containsEntry(BRIDGES, BigInteger.valueOf(2_500));
    }

    private static ParameterDefinition definition(String name, long value) {
        return new ParameterDefinition(name, RULES, Map.of(ParameterScope.GLOBAL, BigInteger.valueOf(value)));
    }

    private static ParameterRecord bounds(long min, long max) {
        return new ParameterRecord.BoundsTightened(CAP, BigInteger.valueOf(min), BigInteger.valueOf(max));
    }

    private static ParameterRecord changed(ParameterScope scope, long from, long to) {
        return new ParameterRecord.Changed(
                new ParameterId(CAP, scope), new ValueChange(BigInteger.valueOf(from), BigInteger.valueOf(to)));
    }
}
