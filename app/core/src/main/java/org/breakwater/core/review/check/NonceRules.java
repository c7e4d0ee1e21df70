package org.breakwater.core.review.check;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.check.CheckResult.NotApplicable;
import org.breakwater.core.review.check.CheckResult.NotAvailable;
import org.breakwater.core.review.check.CheckResult.Passed;
import org.breakwater.core.safe.SafeSignature;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.safe.ServedTransaction.Confirmation;
import org.breakwater.core.safe.SignatureBlob;
import org.breakwater.core.signing.MadeSignature;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

/// Its place among other transactions, and the signatures that it has.
final class NonceRules {

    private static final FunctionSignature ASKS_ABOUT_HASH =
            FunctionSignature.parse("isValidSignature(bytes32 hash,bytes signature)");
    private static final FunctionSignature ASKS_ABOUT_DATA =
            FunctionSignature.parse("isValidSignature(bytes data,bytes signature)");

    /// How many others of the same nonce, signed within the time below, make a pattern.
    private static final int RETRIES = 2;

    private static final Duration COOLING_OFF = Duration.ofDays(1);

    private NonceRules() {}

    static Map<CheckId, Rule> rules() {
        return Map.of(
                CheckId.FW39, NonceRules::noRival,
                CheckId.FW40, NonceRules::nextNonce,
                CheckId.FW41, NonceRules::notInAdvance,
                CheckId.FW42, NonceRules::signedOnce,
                CheckId.FW43, NonceRules::ownersSigned,
                CheckId.FW44, NonceRules::lastSigner,
                CheckId.FW45, NonceRules::noBareHash,
                CheckId.FW46, NonceRules::ownerProposed);
    }

    private static CheckResult noRival(Scene scene) {
        if (scene.told().silence().isPresent()) {
            return new CheckResult.CouldNotRun(scene.told().silence().get());
        }
        if (scene.told().waiting().isEmpty()) {
            return new NotAvailable("No service was asked for other transactions of this nonce.");
        }
        var rivals = scene.told().waiting().get().stream()
                .filter(other -> other.nonce().equals(scene.transaction().nonce()))
                .filter(other -> !other.equals(scene.transaction()))
                .count();
        if (rivals == 0) {
            return new Passed("No other transaction with this nonce is known.");
        }
        var sentence = (rivals == 1 ? "Another transaction wants" : rivals + " other transactions want") + " the nonce "
                + scene.transaction().nonce() + "; only one of them can ever be executed.";
        return scene.transaction().isRejection(scene.safe())
                ? new CheckResult.Note(sentence + " This one is the rejection.")
                : new CheckResult.Hold(sentence);
    }

    private static CheckResult nextNonce(Scene scene) throws ProblemException {
        var next = scene.configuration().nonce();
        var nonce = scene.transaction().nonce();
        if (nonce.compareTo(next) < 0) {
            return new CheckResult.Block("The Safe has used the nonce " + nonce + " already; the next is " + next
                    + ". It can never be executed.");
        }
        var gap = scene.nonceGap();
        return gap.signum() == 0
                ? new Passed("The nonce is the Safe's next after what waits.")
                : new CheckResult.Warning("The Safe's next nonce is " + next + ", this one has " + nonce + ": "
                        + gap + " before it " + (gap.equals(BigInteger.ONE) ? "has" : "have")
                        + " no transaction that is known here.");
    }

    private static CheckResult notInAdvance(Scene scene) throws ProblemException {
        var gap = scene.nonceGap();
        return gap.compareTo(scene.policy().farNonce()) >= 0
                ? new CheckResult.Hold(
                        "It lies " + gap + " free nonces ahead. A signature on it stays valid until then,"
                                + " and nobody knows what the Safe will be by then.")
                : new Passed("It does not lie far ahead.");
    }

    private static CheckResult signedOnce(Scene scene) throws ProblemException {
        var ledger = scene.kept().signatures();
        if (ledger.isEmpty()) {
            return new NotAvailable("There is no record of what was signed here before.");
        }
        var own = scene.hash().hash();
        var standing =
                ledger
                        .get()
                        .standing(
                                scene.domain().chainId(),
                                scene.safe(),
                                scene.configuration().nonce())
                        .stream()
                        .filter(made -> made.nonce().equals(scene.transaction().nonce()))
                        .toList();
        var findings = new Findings();
        standing.stream()
                .filter(made -> made.hash().equals(own))
                .findFirst()
                .ifPresent(made -> findings.note("This machine signed it already, on " + made.made() + "."));
        var others = standing.stream().filter(made -> !made.hash().equals(own)).toList();
        others.forEach(made -> {
            var sentence = "This machine signed another transaction with the nonce " + made.nonce() + " on "
                    + made.made() + ", " + made.hash() + ". That signature stands until one of the two is executed.";
            if (scene.transaction().isRejection(scene.safe())) {
                findings.note(sentence + " This one is the rejection.");
            } else {
                findings.hold(sentence);
            }
        });
        if (!scene.transaction().isRejection(scene.safe()) && retries(scene, others) >= RETRIES) {
            findings.block("Within a day " + retries(scene, others) + " others with this nonce were signed here."
                    + " Signing that seems to fail and is done again is how signatures are collected for something"
                    + " else: stop, and find out why.");
        }
        return findings.orPassed("This machine has signed nothing else with this nonce.");
    }

    private static long retries(Scene scene, List<MadeSignature> others) {
        var since = scene.surroundings().now().minus(COOLING_OFF);
        return others.stream()
                .filter(made -> made.made().isAfter(since))
                .map(MadeSignature::hash)
                .distinct()
                .count();
    }

    private static CheckResult ownersSigned(Scene scene) throws ProblemException {
        var told = scene.told().confirmations();
        if (told.isEmpty()) {
            return new NotApplicable("It has no signatures yet.");
        }
        var findings = new Findings();
        var signers = new HashSet<Address>();
        for (var confirmation : told) {
            judge(scene, confirmation, findings);
            if (!signers.add(confirmation.owner())) {
                findings.block("Two signatures are said to be of " + scene.written(confirmation.owner()) + ".");
            }
        }
        return findings.orPassed(
                told.size() + (told.size() == 1 ? " signature is" : " signatures are") + " by owners, over this hash.");
    }

    private static void judge(Scene scene, Confirmation told, Findings findings) throws ProblemException {
        var written = "The signature of " + scene.written(told.owner());
        var signature = only(told.signature());
        var owner = signature.flatMap(one -> one.owner(scene.hash().hash(), scene.recovery()));
        if (owner.isEmpty() || !owner.get().equals(told.owner())) {
            findings.block(written + " is not over this transaction: "
                    + owner.map(other -> "over its hash it is of " + other).orElse("it is none") + ".");
            return;
        }
        if (!scene.configuration().owners().contains(told.owner())) {
            findings.block(written + " is of somebody who is no owner of the Safe.");
        } else if (signature.get() instanceof SafeSignature.ApprovedHash
                && !scene.storage().hasApproved(told.owner(), scene.hash().hash())) {
            findings.block(written + " refers to an approval on chain that is not there.");
        } else if (signature.get() instanceof SafeSignature.Contract contract && !confirms(scene, contract)) {
            findings.block(written + " is not confirmed by the contract that the owner is.");
        } else if (signature.get() instanceof SafeSignature.EthSign) {
            findings.note(written + " was made with eth_sign, which shows a person nothing but a hash.");
        }
    }

    /// The signature, if the bytes are exactly one.
    private static Optional<SafeSignature> only(Bytes bytes) {
        return switch (SignatureBlob.parse(bytes)) {
            case Decoding.Decoded(var blob)
            when blob.signatures().size() == 1 -> Optional.of(blob.signatures().getFirst());
            case Decoding.Decoded<SignatureBlob> _, Decoding.Refused<SignatureBlob> _ -> Optional.empty();
        };
    }

    /// Asks an owner that is a contract (EIP-1271), as the Safe's version asks it.
    private static boolean confirms(Scene scene, SafeSignature.Contract contract) throws ProblemException {
        var aboutHash = scene.domain().version().isAtLeast(SafeVersion.V1_5_0);
        var function = aboutHash ? ASKS_ABOUT_HASH : ASKS_ABOUT_DATA;
        var asked = new AbiValue.Binary(
                aboutHash ? scene.hash().hash().bytes() : scene.hash().preimage());
        var answer = scene.chain()
                .call(
                        contract.owner(),
                        AbiEncoder.call(function, List.of(asked, new AbiValue.Binary(contract.signature()))));
        return answer.filter(returned -> returned.startsWith(function.selector().bytes()))
                .isPresent();
    }

    private static CheckResult lastSigner(Scene scene) throws ProblemException {
        var valid = new ArrayList<Address>();
        for (var confirmation : scene.told().confirmations()) {
            var findings = new Findings();
            judge(scene, confirmation, findings);
            if (!(findings.or(new Passed("")) instanceof CheckResult.Block)) {
                valid.add(confirmation.owner());
            }
        }
        var missing = scene.configuration().threshold().subtract(BigInteger.valueOf(valid.size()));
        return missing.equals(BigInteger.ONE)
                ? new CheckResult.Note(
                        "Yours is the last signature that it needs: whoever has it can execute it at once.")
                : new NotApplicable(
                        missing.signum() <= 0
                                ? "It has the signatures that it needs."
                                : "It needs " + missing + " more signatures.");
    }

    private static CheckResult noBareHash(Scene scene) {
        var findings = new Findings();
        scene.understood().stream()
                .filter(call -> call.signature().equals("signMessage(bytes)"))
                .forEach(call -> findings.hold("Call " + call.call().place()
                        + " signs a message for the Safe for good; what the message says is not shown by its hash."));
        return findings.or(new NotApplicable("It signs no message."));
    }

    private static CheckResult ownerProposed(Scene scene) throws ProblemException {
        var proposer = scene.told().proposer();
        if (proposer.isEmpty()) {
            return new NotAvailable("Nobody says who proposed it.");
        }
        if (scene.configuration().owners().contains(proposer.get())) {
            return new Passed(scene.written(proposer.get()) + ", an owner, is said to have proposed it.");
        }
        return scene.told().delegate()
                ? new CheckResult.Warning(scene.written(proposer.get())
                        + " is said to have proposed it for an owner; the service alone says so.")
                : new CheckResult.Hold(scene.written(proposer.get()) + " proposed it, who is no owner.");
    }
}
