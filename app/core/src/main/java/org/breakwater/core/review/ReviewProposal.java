package org.breakwater.core.review;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.call.ContractInterfaces;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.execution.KnownErrors;
import org.breakwater.core.governor.ChainView;
import org.breakwater.core.governor.Dao;
import org.breakwater.core.governor.ProposalActions;
import org.breakwater.core.governor.ProposalOnChain;
import org.breakwater.core.governor.ReadDao;
import org.breakwater.core.names.AddressBook;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.call.Unfolding;
import org.breakwater.core.review.chain.RememberedChain;
import org.breakwater.core.review.chain.ReviewChain;
import org.breakwater.core.review.chain.SimulatedCall;
import org.breakwater.core.review.check.Firewall;
import org.breakwater.core.review.check.ProposalRules;
import org.breakwater.core.review.check.ProposalRules.Moment;
import org.breakwater.core.review.check.ProposalRules.Proposed;
import org.breakwater.core.review.check.Scene;
import org.breakwater.core.review.check.Surroundings;
import org.breakwater.core.review.request.Kept;
import org.breakwater.core.review.request.ReviewPolicy;
import org.breakwater.core.review.request.ReviewRequest;
import org.breakwater.core.review.request.Told;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.SafeTxHash;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.safe.SignatureRecovery;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Word;

/// Use case: reviews a proposal of the DAO with the engine that reviews transactions of Safes: what the Timelock would
/// do is unfolded, simulated and checked. Nothing is taken from the proposer's words but to compare them. Blocking.
public record ReviewProposal(
        ReviewChain chain,
        SignatureRecovery recovery,
        Deployment deployment,
        ContractInterfaces interfaces,
        KnownErrors errors,
        Surroundings surroundings,
        Kept kept) {

    private static final FunctionSignature EXECUTE_BATCH =
            FunctionSignature.parse("executeBatch(address[],uint256[],bytes[],bytes32,bytes32)");

    /// Where OpenZeppelin's TimelockController keeps from when an operation can be carried out.
    private static final Bytes TIMESTAMPS = Word.of(1);

    /// @param id in the Governor
    /// @param text what its proposer says, where it is known
    /// @param book the person's own names
    /// @param proposed when, where it is known
    public record Wanted(
            BigInteger id,
            ProposalActions actions,
            Optional<String> text,
            AddressBook book,
            ReviewPolicy policy,
            Optional<Instant> proposed) {

        /// Of which nobody knows when it was proposed.
        public Wanted(
                BigInteger id, ProposalActions actions, Optional<String> text, AddressBook book, ReviewPolicy policy) {
            this(id, actions, text, book, policy, Optional.empty());
        }
    }

    public ProposalReview review(Wanted wanted) throws ProblemException {
        var dao = Dao.of(deployment);
        var asked = new RememberedChain(chain);
        var read = new ReadDao(() -> new View(asked), dao);
        var actions = exact(read, wanted);
        var standing = read.find(actions);
        var hashed = read.hashed(actions);
        var scene = scene(asked, wanted, actions, dao);
        var proposed = new Proposed(
                wanted.id(),
                hashed.id(),
                hashed.operation(),
                actions,
                wanted.text(),
                dao,
                standing,
                moment(wanted, standing));
        return new ProposalReview(
                wanted.id(),
                chain.block(),
                standing,
                sentence(scene),
                scene.unfolded().call(),
                ProposalRules.run(scene, proposed),
                Firewall.run(scene, ProposalRules.APPLICABLE),
                SceneFacts.of(scene));
    }

    /// Where the text that is known has another hash than the Governor has, as one whose bytes are no text has, the
    /// actions are asked of the Governor. What nobody proposed stays as it is.
    private static ProposalActions exact(ReadDao read, Wanted wanted) throws ProblemException {
        return wanted.actions().id().equals(wanted.id())
                ? wanted.actions()
                : read.announced(wanted.id()).orElse(wanted.actions());
    }

    /// When it was proposed; where nobody told that, when its vote opened.
    private Optional<Moment> moment(Wanted wanted, Optional<ProposalOnChain> standing) {
        return wanted.proposed()
                .map(time -> new Moment(time, "when it was proposed"))
                .or(() -> standing.map(known -> Instant.ofEpochSecond(known.snapshot()))
                        .filter(opened -> opened.isBefore(chain.block().time()))
                        .map(opened -> new Moment(opened, "when its vote opened")));
    }

    /// The Timelock carries out the actions as if their time had come, as the Governor has it do.
    private Scene scene(ReviewChain asked, Wanted wanted, ProposalActions actions, Dao dao) throws ProblemException {
        var call = SafeCall.of(dao.timelock(), batch(actions, dao));
        var domain = new SafeDomain(SafeVersion.V1_4_1, chain.chain(), dao.timelock());
        var transaction = SafeTransaction.of(call, BigInteger.ZERO);
        var simulated = new SimulatedCall(
                dao.governor(),
                dao.timelock(),
                call.data(),
                Map.of(timestamp(actions.operation(dao.governor())), new Hash32(Word.of(2))),
                List.of(),
                Optional.empty());
        return new Scene(
                new ReviewRequest(dao.timelock(), transaction, Told.NOTHING, wanted.book(), wanted.policy()),
                domain,
                SafeTxHash.of(domain, transaction),
                Unfolding.of(domain, call, interfaces),
                Map.of(),
                asked,
                Optional.empty(),
                kept,
                recovery,
                Optional.of(deployment),
                errors,
                surroundings,
                Optional.of(simulated));
    }

    private static Bytes batch(ProposalActions actions, Dao dao) {
        return AbiEncoder.call(
                EXECUTE_BATCH,
                items(actions.targets().stream().map(AbiValue.Account::new).toList()),
                items(actions.values().stream().map(AbiValue.Whole::new).toList()),
                items(actions.calldatas().stream().map(AbiValue.Binary::new).toList()),
                new AbiValue.Binary(Hash32.ZERO.bytes()),
                new AbiValue.Binary(actions.salt(dao.governor()).bytes()));
    }

    private static AbiValue items(List<? extends AbiValue> values) {
        return new AbiValue.Items(new ArrayList<>(values));
    }

    private static Hash32 timestamp(Hash32 operation) {
        return Keccak.hash(Bytes.concat(operation.bytes(), TIMESTAMPS));
    }

    /// One sentence for each action.
    private static String sentence(Scene scene) {
        return Sentence.ofInner(scene);
    }

    private record View(ReviewChain chain) implements ChainView {

        @Override
        public BlockRef block() {
            return chain.block();
        }

        @Override
        public Optional<Bytes> call(Address contract, Bytes calldata) throws ProblemException {
            return chain.call(contract, calldata);
        }
    }
}
