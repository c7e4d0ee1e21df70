package org.breakwater.desktop.feature.council;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.council.Council;
import org.breakwater.core.council.Council.WatchedSafe;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.follow.Known;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.safe.NonceOrder;
import org.breakwater.core.safe.QueuedTransaction;
import org.breakwater.core.safe.SafeSetup;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.place.Reviews;
import org.breakwater.desktop.wording.CallSentences;
import org.breakwater.desktop.wording.TransactionWords;

/// The Safes as the place shows them.
///
/// @param queueProblems why something that waits may be missing
record CouncilPage(List<SafePage> safes, List<Problem> queueProblems) {

    Optional<SafePage> safe(Address address) {
        return safes.stream().filter(safe -> safe.address().equals(address)).findFirst();
    }

    /// Puts together what is known of the Safes.
    record Maker(CallSentences sentences, Deployment deployment, Reviews reviews) {

        CouncilPage page(Known known, Council council) {
            return new CouncilPage(
                    council.safes().stream().map(safe -> safe(safe, known)).toList(), council.queueProblems());
        }

        private SafePage safe(WatchedSafe safe, Known known) {
            var setup = safe.setup();
            return new SafePage(
                    setup.address(),
                    safe.name(),
                    safe.domain(),
                    setup.threshold(),
                    setup.owners().stream().map(owner -> owner(owner, safe)).toList(),
                    build(setup),
                    setup.balances(),
                    roles(setup.address(), known),
                    safe.waiting().stream().map(slot -> slot(slot, safe, known)).toList(),
                    executed(safe, known),
                    setup.messages().stream()
                            .map(message -> new SafePage.Message(message.message(), message.block()))
                            .toList());
        }

        private static SafePage.Owner owner(Address owner, WatchedSafe safe) {
            return new SafePage.Owner(
                    owner,
                    safe.waiting().stream()
                            .filter(slot -> slot.proposals().stream()
                                    .anyMatch(queued -> queued.signers().contains(owner)))
                            .map(NonceOrder.Slot::nonce)
                            .toList());
        }

        private static SafePage.Build build(SafeSetup setup) {
            return new SafePage.Build(
                    setup.version(),
                    setup.singleton(),
                    setup.modules(),
                    setup.guard(),
                    setup.moduleGuard(),
                    setup.fallbackHandler(),
                    setup.nonce());
        }

        private List<SafePage.Role> roles(Address safe, Known known) {
            return known.view().authority(deployment.address("AccessManager")).roles().stream()
                    .flatMap(role -> role.members().stream()
                            .filter(member -> member.account().equals(safe) && member.inEffect())
                            .map(member -> new SafePage.Role(deployment.roleName(role.number()), member.delay())))
                    .toList();
        }

        private SafePage.Slot slot(NonceOrder.Slot<QueuedTransaction> slot, WatchedSafe safe, Known known) {
            return new SafePage.Slot(
                    slot.nonce(),
                    slot.position(),
                    slot.proposals().stream()
                            .map(queued -> row(
                                    queued,
                                    TransactionWords.of(
                                            sentences,
                                            safe,
                                            queued,
                                            known,
                                            reviews.of(queued.hash().hash()))))
                            .toList());
        }

        private SafePage.Row row(QueuedTransaction queued, TransactionWords words) {
            var served = queued.served();
            return new SafePage.Row(
                    queued.hash().hash(),
                    queued.transaction().nonce(),
                    words.sentence(),
                    queued.transaction().to(),
                    served.proposer(),
                    served.words(),
                    served.submitted(),
                    queued.signers().stream().map(sentences.name()).toList(),
                    words.findings());
        }

        private List<SafePage.Done> executed(WatchedSafe safe, Known known) {
            var done = new ArrayList<SafePage.Done>();
            var executed = safe.setup().executed();
            for (int i = 0; i < executed.size(); i++) {
                var nonce = BigInteger.valueOf(i);
                var entry = executed.get(i);
                var sentence = entry.found(safe.domain(), nonce)
                        .map(transaction ->
                                sentences.past(sentences.calls().readAll(safe.domain(), transaction.inner()), known));
                done.add(new SafePage.Done(
                        nonce, sentence, entry.safeTxHash(), entry.at(), entry.block(), entry.succeeded()));
            }
            Collections.reverse(done);
            return done;
        }
    }
}
