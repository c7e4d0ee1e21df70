package org.breakwater.adapters.ethereum;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.core.call.CallReader;
import org.breakwater.core.call.CallReading;
import org.breakwater.core.compose.ComposeCall;
import org.breakwater.core.compose.ComposeContext;
import org.breakwater.core.compose.Composition.Finished;
import org.breakwater.core.compose.Composition.Unfinished;
import org.breakwater.core.compose.Input;
import org.breakwater.core.compose.Template;
import org.breakwater.core.compose.WrittenCall;
import org.breakwater.core.compose.WrittenValue;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.follow.Known;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.projection.view.TreasuryView.VenueView;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Selector;
import org.web3j.protocol.core.DefaultBlockParameter;
import org.web3j.protocol.core.methods.request.Transaction;

/// What every group of composed calls uses: the world as it is known, its two Safes, and what the chain says to a call.
interface ComposedCalls {

    Hash32 WHY = Keccak.hash("Why");

    /// @param council what the council's Safe composes with
    /// @param guardian what the guardians' Safe composes with
    record World(
            LocalNetwork network,
            Deployment deployment,
            Known known,
            ComposeContext council,
            ComposeContext guardian) {}

    World world();

    default LocalNetwork network() {
        return world().network();
    }

    default Deployment deployment() {
        return world().deployment();
    }

    default Known known() {
        return world().known();
    }

    default ComposeContext council() {
        return world().council();
    }

    default ComposeContext guardian() {
        return world().guardian();
    }

    default WrittenCall written(Template template, Object... inputs) {
        var call = WrittenCall.empty(template);
        for (int i = 0; i < inputs.length; i += 2) {
            call = call.with((Input) inputs[i], inputs[i + 1].toString());
        }
        return call;
    }

    default Finished finished(ComposeContext context, WrittenCall call) {
        return switch (ComposeCall.of(call, context)) {
            case Finished done -> done;
            case Unfinished(var problems) -> throw new AssertionError(call.template() + ": " + problems);
        };
    }

    default List<Input> refused(ComposeContext context, WrittenCall call) {
        return switch (ComposeCall.of(call, context)) {
            case Finished done -> throw new AssertionError(call.template() + " was taken: " + done);
            case Unfinished(var problems) ->
                problems.stream().map(problem -> problem.input()).toList();
        };
    }

    /// The name of the error with which the chain refuses a call from an account; empty where it takes it.
    default Optional<String> error(Address from, SafeCall call) throws IOException {
        var asked = Transaction.createFunctionCallTransaction(
                from.toString(),
                null,
                null,
                null,
                call.to().toString(),
                call.value(),
                call.data().toHex());
        var answer = network()
                .node()
                .web3j()
                .ethCall(
                        asked,
                        DefaultBlockParameter.valueOf(
                                BigInteger.valueOf(known().block().number())))
                .send();
        if (!answer.hasError()) {
            return Optional.empty();
        }
        var data = Bytes.fromHex(String.valueOf(answer.getError().getData()).replace("\"", ""));
        return Optional.of(new ArtifactErrors()
                .named(new Selector(data.slice(0, Selector.LENGTH)))
                .map(function -> function.name())
                .orElse(answer.getError().getMessage()));
    }

    default void taken(ComposeContext context, WrittenCall call) throws IOException {
        var done = finished(context, call);
        assertThat(error(context.account(), done.call())).as("%s", done).isEmpty();
        var reading = new CallReader(new DeployedInterfaces(deployment()))
                .read(context.safe().domain(), done.call());
        assertThat(reading)
                .as("%s is read from its bytes", done)
                .isInstanceOfAny(
                        CallReading.Understood.class,
                        CallReading.ChangesSafe.class,
                        CallReading.Rejection.class,
                        CallReading.Payment.class);
    }

    default BigInteger inForce(ParameterKey key, ParameterScope scope) {
        return council().book().get(key, scope);
    }

    default WrittenCall parameter(Template template, ParameterKey key, ParameterScope scope, BigInteger value) {
        var unit = council().book().spec(key.word()).orElseThrow().unit();
        return written(
                template,
                Input.PARAMETER,
                key,
                Input.SCOPE,
                scope.encoded(),
                Input.VALUE,
                WrittenValue.write(unit, value),
                Input.REASON,
                "Why");
    }

    default Address asset() {
        return known().view().treasury().assets().getFirst().asset();
    }

    default VenueView venue(boolean atOnce) {
        return known().view().treasury().venues().stream()
                .filter(venue -> (venue.state().exitDelay() == 0) == atOnce
                        && venue.value().signum() > 0
                        && !venue.state().closed())
                .findFirst()
                .orElseThrow();
    }
}
