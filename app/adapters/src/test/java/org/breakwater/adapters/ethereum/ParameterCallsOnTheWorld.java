package org.breakwater.adapters.ethereum;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.call.OpenSettings;
import org.breakwater.core.compose.ComposeCall;
import org.breakwater.core.compose.ComposedCall;
import org.breakwater.core.compose.Composition.Finished;
import org.breakwater.core.compose.Composition.Unfinished;
import org.breakwater.core.compose.Input;
import org.breakwater.core.compose.ParameterOutlook;
import org.breakwater.core.compose.Template;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.protocol.ChangeState;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.protocol.SafeDirection;
import org.breakwater.core.rule.ParameterClash.Setting;
import org.junit.jupiter.api.Test;

/// Changes of parameters, as the registry takes them.
interface ParameterCallsOnTheWorld extends ComposedCalls {

    @Test
    default void everyParameterThatHasASaferSideCanBeTightenedByOneUnit() throws IOException {
        var tightened = 0;
        for (var key : ParameterKey.values()) {
            var spec = council().book().spec(key.word()).orElseThrow();
            var old = inForce(key, ParameterScope.GLOBAL);
            var next = spec.safe() == SafeDirection.HIGHER ? old.add(BigInteger.ONE) : old.subtract(BigInteger.ONE);
            var call = parameter(Template.TIGHTEN_NOW, key, ParameterScope.GLOBAL, next.max(BigInteger.ZERO));
            var encoded = new ComposedCall.Tighten(
                            deployment().address("ParameterRegistry"),
                            new Setting(key.word(), ParameterScope.GLOBAL, next.max(BigInteger.ZERO)),
                            WHY)
                    .encoded();
            var answered = error(council().account(), encoded);
            assertThat(ComposeCall.of(call, council()) instanceof Finished)
                    .as("%s to %s: the chain says %s", key, next, answered)
                    .isEqualTo(answered.isEmpty());
            tightened += answered.isEmpty() ? 1 : 0;
        }
        assertThat(tightened).isPositive();
    }

    @Test
    default void everyValueIsProposedOrRefusedAsTheRegistryWould() throws IOException {
        var accepted = 0;
        var asked = 0;
        for (var key : ParameterKey.values()) {
            var spec = council().book().spec(key.word()).orElseThrow();
            var scopes = new ArrayList<>(council().book().scopes(key.word()));
            scopes.add(ParameterScope.GLOBAL);
            var scope = scopes.getFirst();
            var old = inForce(key, scope);
            for (var value : List.of(
                    spec.min(), spec.max(), old, old.add(BigInteger.ONE), old.shiftLeft(1), old.shiftRight(1))) {
                var call = parameter(Template.PROPOSE_CHANGE, key, scope, value);
                var answered = error(
                        council().account(),
                        new ComposedCall.Propose(
                                        deployment().address("ParameterRegistry"),
                                        new Setting(key.word(), scope, value),
                                        WHY)
                                .encoded());
                assertThat(ComposeCall.of(call, council()) instanceof Finished)
                        .as("%s at %s to %s: the chain says %s", key, scope, value, answered)
                        .isEqualTo(answered.isEmpty());
                accepted += answered.isEmpty() ? 1 : 0;
                asked++;
            }
        }
        assertThat(accepted).isBetween(20, asked - 20);
    }

    @Test
    default void aStepThatIsTooLargeNamesTheOneThatWorks() throws IOException {
        var key = ParameterKey.INCIDENT_CAP;
        var old = inForce(key, ParameterScope.GLOBAL);
        var call = parameter(Template.PROPOSE_CHANGE, key, ParameterScope.GLOBAL, old.shiftRight(1));
        var problems = ((Unfinished) ComposeCall.of(call, council())).problems();

        assertThat(problems.getFirst().input()).isEqualTo(Input.VALUE);
        var works = problems.getFirst().works().orElseThrow();
        taken(council(), call.with(Input.VALUE, works));
    }

    @Test
    default void pendingChangesAreExecutedOrRefusedAsTheRegistryWould() throws IOException {
        var pending = known().view().changes().stream()
                .filter(change -> change.change().state() == ChangeState.PENDING)
                .toList();
        assertThat(pending).isNotEmpty();
        for (var change : pending) {
            var call = written(Template.EXECUTE_CHANGE, Input.CHANGE, change.changeId());
            var answered = error(
                    council().account(),
                    new ComposedCall.ExecuteChange(deployment().address("ParameterRegistry"), change.changeId())
                            .encoded());
            assertThat(ComposeCall.of(call, council()) instanceof Finished)
                    .as("change %s: %s", change.changeId(), answered)
                    .isEqualTo(answered.isEmpty());
            var cancelled =
                    written(Template.CANCEL_CHANGE, Input.CHANGE, change.changeId(), Input.REASON, "Not any more");
            if (change.change().byDao()) {
                assertThat(refused(council(), cancelled)).contains(Input.CHANGE);
            } else {
                taken(council(), cancelled);
            }
        }
    }

    @Test
    default void theHighestValueThatKeepsEveryPoolSolventIsExact() {
        var open = new OpenSettings(List.of());
        for (var level = 1; level <= 5; level++) {
            var scope = ParameterScope.level(level);
            var key = ParameterKey.MIN_CAPITAL_RATIO;
            var most = ParameterOutlook.of(known().view(), council().book(), open, key.word(), scope, Optional.empty())
                    .orElseThrow()
                    .solventUpTo();
            if (most.isPresent()) {
                assertThat(isShort(scope, most.get())).isFalse();
                assertThat(isShort(scope, most.get().add(BigInteger.ONE))).isTrue();
            }
        }
    }

    private boolean isShort(ParameterScope scope, BigInteger value) {
        return ParameterOutlook.of(
                        known().view(),
                        council().book(),
                        new OpenSettings(List.of()),
                        ParameterKey.MIN_CAPITAL_RATIO.word(),
                        scope,
                        Optional.of(value))
                .orElseThrow()
                .pools()
                .stream()
                .anyMatch(pool ->
                        pool.after().minimum().compareTo(pool.pool().capital().totalAssets()) > 0);
    }

    @Test
    default void beforeAnyChangeAPoolStandsAsItsContractSays() {
        var outlook = ParameterOutlook.of(
                        known().view(),
                        council().book(),
                        new OpenSettings(List.of()),
                        ParameterKey.MIN_CAPITAL_RATIO.word(),
                        ParameterScope.level(3),
                        Optional.empty())
                .orElseThrow();

        assertThat(outlook.pools()).isNotEmpty().allSatisfy(pool -> {
            assertThat(pool.before().minimum()).isEqualTo(pool.pool().capital().minCapital());
            assertThat(pool.before().free()).isEqualTo(pool.pool().capital().free());
            assertThat(pool.before().solvencyBps())
                    .isEqualTo(pool.pool().capital().solvencyBps());
            assertThat(pool.isAffected()).isFalse();
        });
    }
}
