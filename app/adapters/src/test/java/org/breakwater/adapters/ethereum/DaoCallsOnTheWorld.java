package org.breakwater.adapters.ethereum;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.breakwater.adapters.json.JsonText;
import org.breakwater.core.call.CallReader;
import org.breakwater.core.call.CallReading;
import org.breakwater.core.compose.ComposeContext;
import org.breakwater.core.compose.Composition.Finished;
import org.breakwater.core.compose.Input;
import org.breakwater.core.compose.Template;
import org.breakwater.core.compose.WrittenCall;
import org.breakwater.core.exchange.PastedInterface;
import org.breakwater.core.governor.Dao;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.protocol.ChangeState;
import org.breakwater.core.protocol.ParameterKey;
import org.junit.jupiter.api.Test;

/// Calls of the DAO's proposals: what the timelock does, and the Governor's own rules.
interface DaoCallsOnTheWorld extends ComposedCalls {

    private ComposeContext dao() {
        return ComposeContext.of(known(), deployment(), Dao.of(deployment()), new PastedInterface(JsonText::parse));
    }

    private Finished takenFromTheTimelock(WrittenCall call) throws IOException {
        var done = finished(dao(), call);
        assertThat(error(dao().account(), done.call())).as("%s", done).isEmpty();
        understood(done);
        return done;
    }

    private void understood(Finished done) {
        var call = done.call();
        assertThat(new CallReader(new DeployedInterfaces(deployment())).read(call.to(), call.value(), call.data()))
                .as("%s is read from its bytes", done)
                .isInstanceOf(CallReading.Understood.class);
        assertThat(done.isAnnounced()).as("its vote is its delay").isFalse();
    }

    @Test
    default void whatTheDaoAloneMayDoTheTimelockDoes() throws IOException {
        var next =
                inForce(ParameterKey.MIN_CAPITAL_RATIO, ParameterScope.level(3)).add(BigInteger.ONE);
        takenFromTheTimelock(
                parameter(Template.PROPOSE_CHANGE, ParameterKey.MIN_CAPITAL_RATIO, ParameterScope.level(3), next));
        for (var change : known().view().changes()) {
            if (change.change().state() == ChangeState.PENDING) {
                takenFromTheTimelock(
                        written(Template.CANCEL_CHANGE, Input.CHANGE, change.changeId(), Input.REASON, "Why"));
            }
        }
        takenFromTheTimelock(written(
                Template.SPEND,
                Input.TOKEN,
                asset(),
                Input.AMOUNT,
                "1",
                Input.RECIPIENT,
                network().executor().address(),
                Input.REASON,
                "Why"));
        for (var pause : known().view().pauses()) {
            if (pause.active()) {
                takenFromTheTimelock(written(Template.LIFT_PAUSE, Input.PAUSE, pause.pauseId()));
                takenFromTheTimelock(
                        written(Template.EXTEND_PAUSE, Input.PAUSE, pause.pauseId(), Input.DURATION, "1 h"));
                assertThat(refused(
                                dao(),
                                written(Template.EXTEND_PAUSE, Input.PAUSE, pause.pauseId(), Input.DURATION, "900 d")))
                        .contains(Input.DURATION);
            }
        }
        assertThat(refused(
                        dao(),
                        written(
                                Template.RESTORE_ADAPTER,
                                Input.ADAPTER,
                                deployment().address("BridgeAdapter"))))
                .contains(Input.ADAPTER);
        assertThat(refused(dao(), written(Template.TIGHTEN_NOW))).isNotEmpty();
    }

    @Test
    default void theDaosOwnRulesAreItsOwn() throws IOException {
        takenFromTheTimelock(written(Template.SET_TIMELOCK_DELAY, Input.DURATION, "3 d"));
        for (var rule : List.of(
                written(Template.SET_VOTING_DELAY, Input.DURATION, "3 d"),
                written(Template.SET_VOTING_PERIOD, Input.DURATION, "5 d"),
                written(Template.SET_LATE_EXTENSION, Input.DURATION, "2 d"),
                written(Template.SET_QUORUM, Input.QUORUM, "5"),
                written(Template.SET_PROPOSAL_THRESHOLD, Input.VOTES, "200,000"))) {
            var done = finished(dao(), rule);
            understood(done);
            assertThat(error(dao().account(), done.call()))
                    .as("%s counts only inside of an execution by the Governor", done)
                    .isPresent();
            assertThat(refused(council(), rule)).isNotEmpty();
        }
        assertThat(refused(dao(), written(Template.ADD_OWNER))).isNotEmpty();
        assertThat(refused(dao(), written(Template.SET_QUORUM, Input.QUORUM, "4")))
                .contains(Input.QUORUM);
        assertThat(refused(dao(), written(Template.SET_VOTING_PERIOD, Input.DURATION, "0 s")))
                .contains(Input.DURATION);
        assertThat(refused(dao(), written(Template.SET_VOTING_PERIOD, Input.DURATION, "99999 d")))
                .contains(Input.DURATION);
    }
}
