package org.breakwater.core.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.breakwater.core.review.call.Unfolding.Unfolded;
import org.breakwater.core.review.chain.PublishedSafeContracts;
import org.breakwater.core.review.chain.RememberedChain;
import org.breakwater.core.review.chain.ReviewChain;
import org.breakwater.core.review.chain.SecondNode;
import org.breakwater.core.review.check.ApprovedTransaction;
import org.breakwater.core.review.check.Firewall;
import org.breakwater.core.review.check.Scene;
import org.breakwater.core.review.check.Surroundings;
import org.breakwater.core.review.request.Kept;
import org.breakwater.core.review.request.ReviewRequest;
import org.breakwater.core.review.request.Told;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeStorage;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.SafeTxHash;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.safe.SignatureRecovery;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Word;

/// Use case: reviews one transaction of a Safe from its bytes and from the chain, trusting nobody. Blocking.
///
/// @param deployment of the protocol, where there is one
/// @param interfaces of its contracts
/// @param errors of contracts whose code is known
/// @param second another node of the same chain, where one is asked
/// @param kept what this machine has kept
public record ReviewTransaction(
        ReviewChain chain,
        SignatureRecovery recovery,
        Optional<Deployment> deployment,
        ContractInterfaces interfaces,
        KnownErrors errors,
        Surroundings surroundings,
        Optional<SecondNode> second,
        Kept kept) {

    private static final FunctionSignature VERSION = FunctionSignature.parse("VERSION()");
    private static final FunctionSignature VERSION_ANSWER = FunctionSignature.parse("answer(string version)");

    /// @throws ProblemException where not even a hash could be computed
    public Review review(ReviewRequest request) throws ProblemException {
        var asked = new RememberedChain(chain);
        var read = read(asked, request);
        var scene = scene(asked, read, approved(asked, read), second);
        return new Review(
                chain.block(),
                scene.domain(),
                scene.hash(),
                Sentence.of(scene),
                scene.unfolded().call(),
                Firewall.run(scene),
                SceneFacts.of(scene));
    }

    /// A transaction as far as its bytes tell it.
    private record Read(ReviewRequest request, SafeDomain domain, Unfolded unfolded) {}

    private Read read(ReviewChain asked, ReviewRequest request) throws ProblemException {
        var domain = new SafeDomain(version(asked, request.safe()), chain.chain(), request.safe());
        if (!domain.version().knows(request.transaction().operation())) {
            throw new ProblemException(Problem.of(
                    "A Safe of version " + domain.version() + " knows no operation "
                            + request.transaction().operation().code() + ".",
                    "Get the transaction again from its author."));
        }
        return new Read(
                request, domain, Unfolding.of(domain, request.transaction().inner(), interfaces));
    }

    private Scene scene(
            ReviewChain asked, Read read, Map<Hash32, ApprovedTransaction> approved, Optional<SecondNode> other) {
        return new Scene(
                read.request(),
                read.domain(),
                SafeTxHash.of(read.domain(), read.request().transaction()),
                read.unfolded(),
                approved,
                asked,
                other,
                kept,
                recovery,
                deployment,
                errors,
                surroundings,
                Optional.empty());
    }

    /// The transactions whose hashes the calls approve for other Safes, each reviewed by itself. Hashes that those
    /// approve in turn stay unknown.
    private Map<Hash32, ApprovedTransaction> approved(ReviewChain asked, Read read) throws ProblemException {
        var approved = new HashMap<Hash32, ApprovedTransaction>();
        for (var call : read.unfolded().call().all().toList()) {
            var hash = ApprovedTransaction.hashIn(call);
            if (hash.isPresent()) {
                find(asked, read.request(), call.target(), hash.get())
                        .ifPresent(known -> approved.put(hash.get(), known));
            }
        }
        return approved;
    }

    private Optional<ApprovedTransaction> find(ReviewChain asked, ReviewRequest request, Address safe, Hash32 hash)
            throws ProblemException {
        var known = kept(safe, hash);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        var inner = read(asked, new ReviewRequest(safe, known.get(), Told.NOTHING, request.book(), request.policy()));
        var scene = scene(asked, inner, Map.of(), Optional.empty());
        return scene.hash().hash().equals(hash)
                ? Optional.of(new ApprovedTransaction(safe, known.get(), Sentence.of(scene), Firewall.run(scene)))
                : Optional.empty();
    }

    /// What cannot be read here is not known here: everything else is reviewed all the same.
    private Optional<SafeTransaction> kept(Address safe, Hash32 hash) {
        try {
            return kept.transactions().find(safe, hash);
        } catch (ProblemException unread) {
            return Optional.empty();
        }
    }

    /// The version whose code the Safe runs; where nobody has published that code, the one that it claims.
    public static SafeVersion version(ReviewChain chain, Address safe) throws ProblemException {
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
}
