package org.breakwater.adapters.ethereum;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.breakwater.adapters.deployment.NodeReviews;
import org.breakwater.core.compose.ComposeTransaction;
import org.breakwater.core.compose.Input;
import org.breakwater.core.compose.Template;
import org.breakwater.core.names.AddressBook;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.review.check.CheckId;
import org.breakwater.core.review.request.Kept;
import org.breakwater.core.review.request.ReviewPolicy;
import org.breakwater.core.review.request.ReviewRequest;
import org.breakwater.core.review.request.Told;
import org.breakwater.core.safe.MultiSend;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.SafeCall;
import org.junit.jupiter.api.Test;

/// Changes of the Safe by itself, and batches.
interface SafeCallsOnTheWorld extends ComposedCalls {

    @Test
    default void ownersAreAddedRemovedAndReplacedWithTheRightNeighbour() throws IOException {
        var fresh = network().executor().address();
        taken(
                council(),
                written(
                        Template.ADD_OWNER,
                        Input.NEW_OWNER,
                        fresh,
                        Input.THRESHOLD,
                        council().threshold()));
        for (var owner : council().owners()) {
            taken(
                    council(),
                    written(
                            Template.REMOVE_OWNER,
                            Input.OWNER,
                            owner,
                            Input.THRESHOLD,
                            council().threshold() - 1));
            taken(council(), written(Template.SWAP_OWNER, Input.OWNER, owner, Input.NEW_OWNER, fresh));
        }
        taken(
                council(),
                written(
                        Template.CHANGE_THRESHOLD,
                        Input.THRESHOLD,
                        council().owners().size()));
        assertThat(refused(
                        council(),
                        written(
                                Template.CHANGE_THRESHOLD,
                                Input.THRESHOLD,
                                council().owners().size() + 1)))
                .containsExactly(Input.THRESHOLD);
        assertThat(refused(
                        council(),
                        written(
                                Template.ADD_OWNER,
                                Input.NEW_OWNER,
                                council().owners().getFirst(),
                                Input.THRESHOLD,
                                1)))
                .containsExactly(Input.NEW_OWNER);
    }

    @Test
    default void modulesGuardsAndNoncesAreChanged() throws IOException {
        taken(
                council(),
                written(
                        Template.ENABLE_MODULE,
                        Input.MODULE,
                        network().executor().address()));
        taken(council(), written(Template.SET_GUARD));
        taken(council(), written(Template.SET_FALLBACK_HANDLER));
        taken(
                council(),
                written(
                        Template.SET_FALLBACK_HANDLER,
                        Input.HANDLER,
                        network().executor().address()));
        assertThat(refused(council(), written(Template.SET_MODULE_GUARD)))
                .as("the guard of modules came with 1.5.0")
                .containsExactly(Input.GUARD);
        taken(council(), written(Template.REJECT_NONCE));
    }

    @Test
    default void eachCallOfABatchIsWrittenAgainstWhatTheOnesBeforeItLeave() throws Exception {
        var fresh = network().executor().address();
        var calls = new ArrayList<SafeCall>();
        var context = council();
        for (var call : List.of(
                written(
                        Template.ADD_OWNER,
                        Input.NEW_OWNER,
                        fresh,
                        Input.THRESHOLD,
                        council().threshold()),
                written(
                        Template.REMOVE_OWNER,
                        Input.OWNER,
                        council().owners().getFirst(),
                        Input.THRESHOLD,
                        council().threshold()),
                parameter(
                        Template.TIGHTEN_NOW,
                        ParameterKey.MIN_CAPITAL_RATIO,
                        ParameterScope.level(3),
                        inForce(ParameterKey.MIN_CAPITAL_RATIO, ParameterScope.level(3))
                                .add(BigInteger.ONE)),
                parameter(
                        Template.TIGHTEN_NOW,
                        ParameterKey.MIN_CAPITAL_RATIO,
                        ParameterScope.level(3),
                        inForce(ParameterKey.MIN_CAPITAL_RATIO, ParameterScope.level(3))
                                .add(BigInteger.TWO)))) {
            var done = finished(context, call);
            calls.add(done.call());
            context = context.after(done.meant());
        }
        var transaction = ComposeTransaction.of(
                council().safe(), calls, council().safe().setup().nonce());

        assertThat(transaction.operation()).isEqualTo(Operation.DELEGATE_CALL);
        assertThat(transaction.data()).isEqualTo(MultiSend.pack(calls));
        assertThat(network().node().code(transaction.to()).isEmpty()).isFalse();
        assertThat(transaction.gasPrice()).isZero();
        var simulated = NodeReviewChain.atHead(network().node());
        assertThat(simulated.block().number()).isEqualTo(known().block().number());
        var request = new ReviewRequest(
                council().account(), transaction, Told.NOTHING, new AddressBook(Map.of()), ReviewPolicy.STANDARD);
        var review = NodeReviews.on(network().node(), deployment(), network().clock(), Kept.NOTHING)
                .review(request);
        assertThat(review.checks())
                .filteredOn(check -> check.id() == CheckId.FW49)
                .allSatisfy(check -> assertThat(check.result().evidence()).contains("succeeds"));
    }
}
