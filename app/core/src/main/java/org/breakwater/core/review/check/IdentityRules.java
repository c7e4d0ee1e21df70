package org.breakwater.core.review.check;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.breakwater.core.abi.AbiDecoder;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.DecodedCall;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.chain.PublishedSafeContracts;
import org.breakwater.core.review.check.CheckResult.Block;
import org.breakwater.core.review.check.CheckResult.CouldNotRun;
import org.breakwater.core.review.check.CheckResult.NotApplicable;
import org.breakwater.core.review.check.CheckResult.NotAvailable;
import org.breakwater.core.review.check.CheckResult.Passed;
import org.breakwater.core.review.request.Told;
import org.breakwater.core.safe.MultiSend;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Quotation;
import org.breakwater.core.value.WrittenNumber;

/// Whether what is signed is what is shown, for the Safe and the chain that are meant.
final class IdentityRules {

    private static final String HASH =
            "getTransactionHash(address,uint256,bytes,uint8,uint256,uint256,uint256,address,address,uint256)";

    private IdentityRules() {}

    static Map<CheckId, Rule> rules() {
        return Map.of(
                CheckId.FW01, IdentityRules::oneHash,
                CheckId.FW02, IdentityRules::publishedVersion,
                CheckId.FW03, IdentityRules::oneChain,
                CheckId.FW04, IdentityRules::publishedProxy,
                CheckId.FW05, IdentityRules::standardForm,
                CheckId.FW06, IdentityRules::toldTrue,
                CheckId.FW07, _ -> new NotApplicable("It runs when something is signed."),
                CheckId.FW08, IdentityRules::secondMachine);
    }

    private static CheckResult oneHash(Scene scene) throws ProblemException {
        var own = scene.hash().hash();
        var told = scene.told().hash();
        if (told.isPresent() && !told.get().equals(own)) {
            return new Block("Its fields hash to " + own + ", but it is said to be " + told.get() + ".");
        }
        var answered = Asked.word(scene.chain(), scene.safe(), HASH, arguments(scene.transaction()));
        if (answered.isEmpty()) {
            return new CouldNotRun("The Safe does not answer what it would sign.");
        }
        return answered.get().bytes().equals(own.bytes())
                ? new Passed("Two ways of hashing here and the Safe's own answer give " + own + ".")
                : new Block("The Safe would sign " + answered.get().bytes().toHex() + " for these fields, not " + own
                        + ".");
    }

    private static CheckResult secondMachine(Scene scene) {
        var own = scene.hash().hash();
        return scene.request()
                .elsewhere()
                .<CheckResult>map(shown -> shown.equals(own)
                        ? new Passed("The second machine shows the same hash.")
                        : new Block("The second machine shows " + shown + ", this one computes " + own
                                + ": one of the two is not looking at what is signed."))
                .orElseGet(() -> new NotAvailable("No second machine was compared with."));
    }

    private static AbiValue[] arguments(SafeTransaction transaction) {
        return new AbiValue[] {
            new AbiValue.Account(transaction.to()),
            new AbiValue.Whole(transaction.value()),
            new AbiValue.Binary(transaction.data()),
            AbiValue.Whole.of(transaction.operation().code()),
            new AbiValue.Whole(transaction.safeTxGas()),
            new AbiValue.Whole(transaction.baseGas()),
            new AbiValue.Whole(transaction.gasPrice()),
            new AbiValue.Account(transaction.gasToken()),
            new AbiValue.Account(transaction.refundReceiver()),
            new AbiValue.Whole(transaction.nonce())
        };
    }

    private static CheckResult publishedVersion(Scene scene) throws ProblemException {
        var singleton = scene.configuration().singleton();
        var published = PublishedSafeContracts.singleton(scene.chain().code(singleton));
        if (published.isEmpty()) {
            return new Block("The code behind the Safe, at " + singleton + ", is none that Safe has published.");
        }
        var answered = Asked.text(scene.chain(), scene.safe(), "VERSION()");
        if (!answered.equals(Optional.of(published.get().version().toString()))) {
            return new Block("The Safe says that it is version " + Quotation.of(answered.orElse(""))
                    + ", but its code is " + published.get() + ".");
        }
        var told = scene.told().version();
        if (told.isPresent() && !isVersion(told.get(), published.get().version())) {
            return new CheckResult.Warning(
                    "The Safe is of version " + published.get().version() + "; the transaction is said to be for "
                            + Quotation.of(told.get()) + ".");
        }
        return new Passed("The code at " + singleton + " is " + published.get() + ".");
    }

    private static boolean isVersion(String told, SafeVersion version) {
        try {
            return SafeVersion.parse(told) == version;
        } catch (ProblemException unknown) {
            return false;
        }
    }

    private static CheckResult oneChain(Scene scene) {
        var chain = BigInteger.valueOf(scene.chain().chain().number());
        var findings = new Findings();
        scene.told()
                .chainId()
                .filter(told -> !told.equals(chain))
                .ifPresent(told -> findings.block(
                        "It is said to be for chain " + told + ", but the node is of chain " + chain + "."));
        scene.told()
                .safe()
                .filter(told -> !told.equals(scene.safe()))
                .ifPresent(told ->
                        findings.block("It is said to be for the Safe " + told + ", not for " + scene.safe() + "."));
        if (!scene.domain().version().hasChainInDomain()) {
            findings.warn("A Safe of version " + scene.domain().version()
                    + " signs without a chain id: the signature is valid on every chain where the Safe exists.");
        }
        return findings.orPassed("The node and what is hashed are of chain " + chain + ".");
    }

    private static CheckResult publishedProxy(Scene scene) throws ProblemException {
        var code = scene.chain().code(scene.safe());
        if (code.isEmpty()) {
            return new Block("There is no contract at " + scene.safe() + " on this chain.");
        }
        var proxy = PublishedSafeContracts.proxy(code);
        if (proxy.isEmpty()) {
            return new Block("The code at " + scene.safe() + " is no proxy that Safe has published.");
        }
        var configuration = scene.configuration();
        return new Passed("The code at the Safe is the " + proxy.get() + "; " + configuration.threshold() + " of "
                + configuration.owners().size() + " owners must sign.");
    }

    private static CheckResult standardForm(Scene scene) {
        var findings = new Findings();
        scene.calls().stream()
                .filter(call -> !MultiSend.isBatch(call.data()))
                .forEach(call -> call.flaw()
                        .ifPresent(flaw -> findings.hold("Call " + call.place()
                                + " is not in the standard form, so that two readers may see two things. " + flaw)));
        return findings.orPassed("Every call that is understood encodes to the very same bytes.");
    }

    private static CheckResult toldTrue(Scene scene) {
        var told = scene.told().decoded();
        if (told.isEmpty()) {
            return new NotApplicable("Nobody said what the calldata is.");
        }
        return mismatch(scene.transaction().data(), told.get())
                .<CheckResult>map(Block::new)
                .orElseGet(() -> new Passed("What is said of the calldata, "
                        + Quotation.of(told.get().method()) + ", is what it decodes to here."));
    }

    /// What of a decoded call is not so.
    private static Optional<String> mismatch(Bytes data, Told.ToldCall told) {
        FunctionSignature function;
        try {
            function = FunctionSignature.parse(told.arguments().stream()
                    .map(Told.ToldArgument::type)
                    .collect(Collectors.joining(",", told.method() + "(", ")")));
        } catch (IllegalArgumentException noSignature) {
            return Optional.of(
                    "The calldata is said to be something that is no function: " + Quotation.of(told.method()) + ".");
        }
        return switch (AbiDecoder.call(function, data)) {
            case Decoding.Refused<DecodedCall> _ ->
                Optional.of("The calldata is said to be " + function + ", and is not.");
            case Decoding.Decoded(var call) -> mismatch(call.values(), told.arguments());
        };
    }

    private static Optional<String> mismatch(List<AbiValue> values, List<Told.ToldArgument> told) {
        for (int i = 0; i < told.size(); i++) {
            var said = told.get(i);
            var written = said.value();
            if (written.isPresent() && !isWritten(values.get(i), written.get())) {
                return Optional.of("The argument " + Quotation.of(said.name()) + " is said to be "
                        + Quotation.of(written.get()) + ", and is not.");
            }
        }
        return Optional.empty();
    }

    private static boolean isWritten(AbiValue value, String written) {
        try {
            return switch (value) {
                case AbiValue.Account(var address) -> address.equals(Address.parse(written));
                case AbiValue.Whole(var number) ->
                    number.equals(written.startsWith("0x") ? WrittenNumber.parse(written) : new BigInteger(written));
                case AbiValue.Flag(var flag) -> Boolean.toString(flag).equalsIgnoreCase(written);
                case AbiValue.Binary(var bytes) -> bytes.equals(Bytes.parse(written));
                case AbiValue.Text(var text) -> text.equals(written);
                // lists are written in more than one way
                case AbiValue.Items _, AbiValue.Tuple _ -> true;
            };
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
