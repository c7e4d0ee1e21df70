package org.breakwater.core.review;

import java.util.List;
import java.util.Optional;
import org.breakwater.core.abi.AbiDecoder;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.call.ContractInterfaces;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.execution.KnownErrors;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.call.Unfolding;
import org.breakwater.core.review.chain.PublishedSafeContracts;
import org.breakwater.core.review.chain.RememberedChain;
import org.breakwater.core.review.chain.ReviewChain;
import org.breakwater.core.review.check.Effects;
import org.breakwater.core.review.check.Firewall;
import org.breakwater.core.review.check.Scene;
import org.breakwater.core.review.check.StateChange;
import org.breakwater.core.review.check.Surroundings;
import org.breakwater.core.review.request.ReviewRequest;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeStorage;
import org.breakwater.core.safe.SafeTxHash;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.safe.SignatureRecovery;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Word;

/// Use case: reviews one transaction of a Safe from its bytes and from the chain, trusting nobody. Blocking.
///
/// @param deployment of the protocol, where there is one
/// @param interfaces of its contracts
/// @param errors of contracts whose code is known
public record ReviewTransaction(
        ReviewChain chain,
        SignatureRecovery recovery,
        Optional<Deployment> deployment,
        ContractInterfaces interfaces,
        KnownErrors errors,
        Surroundings surroundings) {

    private static final FunctionSignature VERSION = FunctionSignature.parse("VERSION()");
    private static final FunctionSignature VERSION_ANSWER = FunctionSignature.parse("answer(string version)");

    /// @throws ProblemException where not even a hash could be computed
    public Review review(ReviewRequest request) throws ProblemException {
        var asked = new RememberedChain(chain);
        var domain = new SafeDomain(version(asked, request.safe()), chain.chain(), request.safe());
        if (!domain.version().knows(request.transaction().operation())) {
            throw new ProblemException(Problem.of(
                    "A Safe of version " + domain.version() + " knows no operation "
                            + request.transaction().operation().code() + ".",
                    "Get the transaction again from its author."));
        }
        var scene = new Scene(
                request,
                domain,
                SafeTxHash.of(domain, request.transaction()),
                Unfolding.of(domain, request.transaction().inner(), interfaces),
                asked,
                recovery,
                deployment,
                errors,
                surroundings);
        return new Review(
                chain.block(),
                domain,
                scene.hash(),
                Sentence.of(scene),
                scene.unfolded().call(),
                Firewall.run(scene),
                changes(scene));
    }

    /// The version whose code the Safe runs; where nobody has published that code, the one that it claims.
    private static SafeVersion version(ReviewChain chain, Address safe) throws ProblemException {
        var word = chain.storage(safe, SafeStorage.SINGLETON).bytes();
        var singleton = new Address(word.slice(Word.LENGTH - Address.LENGTH, Word.LENGTH));
        var published = PublishedSafeContracts.singleton(chain.code(singleton));
        return published.isPresent() ? published.get().version() : claimed(chain, safe);
    }

    private static SafeVersion claimed(ReviewChain chain, Address safe) throws ProblemException {
        var answer = chain.call(safe, AbiEncoder.call(VERSION, List.of()));
        if (answer.isPresent()
                && AbiDecoder.values(VERSION_ANSWER.parameters(), "the version", answer.get())
                        instanceof Decoding.Decoded(var values)) {
            return SafeVersion.parse(((AbiValue.Text) values.getFirst().value()).text());
        }
        throw new ProblemException(new Problem(
                "There is no Safe at " + safe + " on chain " + chain.chain() + ".",
                "The code there is none that Safe has published, and it names no version.",
                "Check the address and the network."));
    }

    /// What could not be simulated is told by a check.
    private static List<StateChange> changes(Scene scene) {
        try {
            return Effects.of(scene).changes();
        } catch (ProblemException notSimulated) {
            return List.of();
        }
    }
}
