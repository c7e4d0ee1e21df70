package org.breakwater.core.review.check;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.core.names.AddressBook;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.call.ReviewedCall;
import org.breakwater.core.review.chain.PublishedSafeContracts;
import org.breakwater.core.review.check.CheckResult.NotApplicable;
import org.breakwater.core.review.check.CheckResult.NotAvailable;
import org.breakwater.core.value.Address;

/// Where the calls go.
final class TargetRules {

    private TargetRules() {}

    static Map<CheckId, Rule> rules() {
        return Map.of(
                CheckId.FW23, TargetRules::codeAtTarget,
                CheckId.FW24, TargetRules::namedTarget,
                CheckId.FW25, TargetRules::sameCode,
                CheckId.FW26, TargetRules::settledCode,
                CheckId.FW27, TargetRules::noImitation,
                CheckId.FW28, TargetRules::checksums,
                CheckId.FW29, TargetRules::nobodyDenied);
    }

    private static CheckResult codeAtTarget(Scene scene) throws ProblemException {
        var findings = new Findings();
        for (var call : scene.calls()) {
            if (!call.data().isEmpty() && scene.chain().code(call.target()).isEmpty()) {
                findings.block("Call " + call.place() + " gives calldata to " + scene.written(call.target())
                        + ", where there is no contract: it would do nothing, and count as done.");
            }
        }
        return findings.orPassed("There is code wherever calldata goes.");
    }

    private static List<Address> targets(Scene scene) {
        return scene.calls().stream()
                .map(ReviewedCall::target)
                .filter(target -> !target.equals(scene.safe()))
                .distinct()
                .toList();
    }

    private static CheckResult namedTarget(Scene scene) {
        if (!scene.hasBook() && scene.deployment().isEmpty()) {
            return new NotAvailable("You have no address book.");
        }
        var findings = new Findings();
        targets(scene).stream()
                .filter(target -> !scene.isNamed(target))
                .forEach(target -> findings.warn(target + " has no name in your address book."));
        return findings.orPassed("Every target has a name.");
    }

    private static CheckResult sameCode(Scene scene) throws ProblemException {
        var findings = new Findings();
        var proxies = 0;
        for (var target : targets(scene)) {
            if (Proxies.implementation(scene.chain(), target).isPresent()) {
                proxies++;
                var upgrades = scene.chain().upgrades(target);
                // the first is of the proxy's own creation
                upgrades.stream()
                        .skip(1)
                        .reduce((_, last) -> last)
                        .filter(last -> isYoung(scene, last))
                        .ifPresent(last -> findings.hold(scene.written(target) + " got other code on " + last + "."));
            }
        }
        return proxies == 0
                ? new NotApplicable("No target is a proxy of ERC-1967.")
                : findings.orPassed("No target got other code within "
                        + scene.policy().youngCode().toDays() + " days.");
    }

    private static boolean isYoung(Scene scene, Instant moment) {
        return moment.plus(scene.policy().youngCode())
                .isAfter(scene.chain().block().time());
    }

    private static CheckResult settledCode(Scene scene) throws ProblemException {
        if (isYoung(scene, scene.chain().began())) {
            return new NotAvailable("The chain itself is younger than "
                    + scene.policy().youngCode().toDays() + " days, so that every contract is.");
        }
        var findings = new Findings();
        for (var target : targets(scene)) {
            if (!isSettling(scene, target)) {
                continue;
            }
            var since = scene.chain().codeSince(target);
            if (since.isEmpty()) {
                return findings.or(new NotAvailable(
                        "How old the code is cannot be told: the node keeps no state of so old a block."));
            }
            if (isYoung(scene, since.get())) {
                var young = "The code at " + scene.written(target) + " is there since " + since.get() + " only.";
                if (scene.hasBook() && !scene.isNamed(target)) {
                    findings.hold(young);
                } else {
                    findings.warn(young);
                }
            }
        }
        return findings.orPassed(
                "No target's code is younger than " + scene.policy().youngCode().toDays() + " days.");
    }

    /// Whether a target's code may be new.
    static boolean isSettling(Scene scene, Address target) throws ProblemException {
        return !target.equals(scene.safe())
                && PublishedSafeContracts.at(target).isEmpty()
                && !scene.isDeployed(target)
                && !scene.chain().code(target).isEmpty();
    }

    /// Addresses in the transaction that people could take for others.
    static List<Imitation> imitations(Scene scene) throws ProblemException {
        var known = scene.worthImitating();
        return scene.mentioned().stream()
                .filter(address -> !scene.isNamed(address))
                .flatMap(
                        address -> LookAlike.of(known, address)
                                .map(entry -> new Imitation(address, entry.address(), entry.name()))
                                .stream())
                .toList();
    }

    private static CheckResult noImitation(Scene scene) throws ProblemException {
        var findings = new Findings();
        imitations(scene)
                .forEach(imitation -> findings.block(imitation.address() + " looks like " + imitation.name() + " ("
                        + imitation.named() + ") and is another."));
        return findings.orPassed("No address looks like one with a name.");
    }

    /// Addresses that differ so little that people take one for the other.
    private static final class LookAlike {

        private static final int FEW_DIGITS = 6;

        /// Precompiled contracts and the like: small numbers are all alike.
        private static final int SMALL_BYTES = 8;

        static Optional<AddressBook.Entry> of(AddressBook known, Address address) {
            if (known.name(address).isPresent() || isSmall(address)) {
                return Optional.empty();
            }
            return known.lookAlike(address)
                    .or(() -> known.all().entrySet().stream()
                            .filter(entry -> !isSmall(entry.getKey()))
                            .filter(entry -> differing(entry.getKey(), address) <= FEW_DIGITS)
                            .map(entry -> new AddressBook.Entry(entry.getKey(), entry.getValue()))
                            .findFirst());
        }

        private static boolean isSmall(Address address) {
            return address.bytes().isFilledWith(0, 0, Address.LENGTH - SMALL_BYTES);
        }

        /// How many hex digits differ; counted no further than matters.
        private static int differing(Address one, Address other) {
            var count = 0;
            for (int i = 0; i < Address.LENGTH && count <= FEW_DIGITS; i++) {
                var different = one.bytes().at(i) ^ other.bytes().at(i);
                count += ((different & 0xf0) != 0 ? 1 : 0) + ((different & 0x0f) != 0 ? 1 : 0);
            }
            return count;
        }
    }

    private static CheckResult checksums(Scene scene) {
        var findings = new Findings();
        scene.told()
                .miswritten()
                .forEach(written -> findings.block(
                        written + " is not written as its checksum wants (EIP-55): a digit may be wrong."));
        return findings.orPassed("Every address that is written with a checksum has the right one.");
    }

    private static CheckResult nobodyDenied(Scene scene) {
        var denied = scene.policy().denied();
        if (denied.isEmpty()) {
            return new NotAvailable("Your policy denies nobody.");
        }
        var findings = new Findings();
        scene.mentioned().stream()
                .filter(denied::contains)
                .forEach(address -> findings.hold(scene.written(address) + " is on your list of the denied."));
        return findings.orPassed("Nobody that it names is on your list of the denied.");
    }
}
