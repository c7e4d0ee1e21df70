package org.breakwater.adapters.ethereum;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Set;
import org.breakwater.core.compose.ComposeCall;
import org.breakwater.core.compose.ComposedCall;
import org.breakwater.core.compose.Composition;
import org.breakwater.core.compose.Composition.Unfinished;
import org.breakwater.core.compose.Input;
import org.breakwater.core.compose.Power;
import org.breakwater.core.compose.Template;
import org.breakwater.core.compose.WrittenCall;
import org.breakwater.core.value.Address;
import org.junit.jupiter.api.Test;

/// Calls of anything, and what is missing in a template.
interface OtherCallsOnTheWorld extends ComposedCalls {

    /// Templates that say something with nothing written.
    Set<Template> MAY_BE_EMPTY = Set.of(Template.SET_GUARD, Template.SET_FALLBACK_HANDLER);

    @Test
    default void aPastedInterfaceEncodesWhatTheContractTakes() throws IOException {
        var venue = venue(true).venue();
        var json = """
            [{"type":"function","name":"recall","stateMutability":"nonpayable",
              "inputs":[{"name":"venue_","type":"address"},{"name":"amount","type":"uint256"}]},
             {"type":"function","name":"venueCount","stateMutability":"view","inputs":[]}]\
            """;
        var call = written(
                Template.CALL_CONTRACT,
                Input.TARGET,
                deployment().address("Treasury"),
                Input.INTERFACE,
                json,
                Input.ARGUMENTS,
                venue + "\n1000");

        taken(council(), call);
        assertThat(finished(council(), call).call())
                .isEqualTo(new ComposedCall.Recall(deployment().address("Treasury"), venue, BigInteger.valueOf(1_000))
                        .encoded());
        taken(council(), call.with(Input.INTERFACE, "recall(address venue_,uint256 amount)"));
        assertThat(refused(council(), call.with(Input.ARGUMENTS, venue + "\n1e3")))
                .containsExactly(Input.ARGUMENTS);
        assertThat(refused(council(), call.with(Input.ARGUMENTS, venue.toString())))
                .containsExactly(Input.ARGUMENTS);
        assertThat(refused(council(), call.with(Input.INTERFACE, "[{\"type\":")))
                .contains(Input.INTERFACE);
    }

    @Test
    default void etherAndTokensAreSent() {
        var payee = network().executor().address();
        var token = finished(
                council(),
                written(Template.SEND_TOKEN, Input.TOKEN, asset(), Input.AMOUNT, "1.5", Input.RECIPIENT, payee));
        assertThat(token.meant()).isEqualTo(new ComposedCall.SendToken(asset(), payee, BigInteger.valueOf(1_500_000)));
        assertThat(refused(council(), written(Template.SEND_ETHER, Input.RECIPIENT, Address.ZERO, Input.ETHER, "1")))
                .contains(Input.RECIPIENT);
    }

    @Test
    default void aTemplateThatIsEmptySaysWhatIsMissing() {
        Arrays.stream(Template.values())
                .filter(template -> !template.inputs().isEmpty() && !MAY_BE_EMPTY.contains(template))
                .forEach(template -> assertThat(ComposeCall.of(WrittenCall.empty(template), council()))
                        .as("%s", template)
                        .isInstanceOfSatisfying(
                                Unfinished.class,
                                unfinished -> assertThat(unfinished.problems())
                                        .isNotEmpty()
                                        .allSatisfy(problem ->
                                                assertThat(problem.sentence()).endsWith("."))));
    }

    @Test
    default void aFinishedCallIsOfATypeOfItsOwn() {
        assertThat(ComposeCall.of(written(Template.REJECT_NONCE), council()))
                .isEqualTo(new Composition.Finished(
                        new ComposedCall.Reject(council().account()),
                        new ComposedCall.Reject(council().account()),
                        new Power.Open()));
    }
}
