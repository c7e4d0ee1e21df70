package org.breakwater.core.governor;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.abi.AbiDecoder;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiParameter;
import org.breakwater.core.abi.AbiType;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.Argument;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.projection.view.ProposalState;
import org.breakwater.core.protocol.BallotChoice;
import org.breakwater.core.protocol.CaseOutcome;
import org.breakwater.core.typeddata.TypedDomain;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;

/// Use case: asks the Governor, the Timelock, the token and the tribunal themselves how things stand, all as of one
/// block. Answers are decoded strictly.
public final class ReadDao {

    private static final BigInteger CHAIN_FIELDS = BigInteger.valueOf(0x0f);

    private final ChainView.AtHead chain;
    private final Dao dao;

    public ReadDao(ChainView.AtHead chain, Dao dao) {
        this.chain = chain;
        this.dao = dao;
    }

    public Dao dao() {
        return dao;
    }

    /// By what the contracts number a proposal and what the Timelock carries out for it, proposed or not.
    public record Hashed(BigInteger id, Hash32 operation) {}

    /// What the contracts hash some actions to.
    public Hashed hashed(ProposalActions actions) throws ProblemException {
        var asked = new Asked(chain.newest());
        return new Hashed(
                asked.number(dao.governor(), "hashProposal(address[],uint256[],bytes[],bytes32)", actions.arguments()),
                asked.word(
                        dao.timelock(),
                        "hashOperationBatch(address[],uint256[],bytes[],bytes32,bytes32)",
                        actions.operationArguments(dao.governor())));
    }

    /// The actions of a proposal by its id, with the hash of its text as the Governor has it (`GovernorStorage`): a
    /// text
    /// that is none, or that is not known here, keeps nobody from voting on it. Empty where there is no such
    /// proposal.
    public Optional<ProposalActions> announced(BigInteger id) throws ProblemException {
        var details = new Asked(chain.newest())
                .answer(
                        dao.governor(),
                        "proposalDetails(uint256)",
                        List.of("address[]", "uint256[]", "bytes[]", "bytes32"),
                        List.of(new AbiValue.Whole(id)));
        return details.isEmpty()
                ? Optional.empty()
                : ProposalActions.in(details.get())
                        .filter(actions -> actions.id().equals(id));
    }

    /// How a proposal stands, if it was proposed.
    public Optional<ProposalOnChain> find(ProposalActions actions) throws ProblemException {
        var known = new Asked(chain.newest())
                .ifAnswered(dao.governor(), "state(uint256)", new AbiValue.Whole(actions.id()));
        return known.isPresent() ? Optional.of(proposal(actions)) : Optional.empty();
    }

    /// How a proposal stands, by its actions.
    public ProposalOnChain proposal(ProposalActions actions) throws ProblemException {
        var asked = new Asked(chain.newest());
        var governor = dao.governor();
        var id = asked.number(governor, "hashProposal(address[],uint256[],bytes[],bytes32)", actions.arguments());
        var number = new AbiValue.Whole(id);
        var state = one(ProposalState.values(), asked.number(governor, "state(uint256)", number));
        var votes = asked.ask(
                governor, "proposalVotes(uint256)", List.of("uint256", "uint256", "uint256"), List.of(number));
        var snapshot = asked.number(governor, "proposalSnapshot(uint256)", number);
        var eta = asked.number(governor, "proposalEta(uint256)", number);
        var operation = asked.word(
                dao.timelock(),
                "hashOperationBatch(address[],uint256[],bytes[],bytes32,bytes32)",
                actions.operationArguments(governor));
        return new ProposalOnChain(
                asked.view().block(),
                id,
                state,
                snapshot.longValueExact(),
                asked.number(governor, "proposalDeadline(uint256)", number).longValueExact(),
                eta.signum() == 0 ? Optional.empty() : Optional.of(eta.longValueExact()),
                asked.flag(governor, "proposalNeedsQueuing(uint256)", number),
                whole(votes.get(0)),
                whole(votes.get(1)),
                whole(votes.get(2)),
                asked.ifAnswered(governor, "quorum(uint256)", new AbiValue.Whole(snapshot)),
                operation,
                one(
                        OperationState.values(),
                        asked.number(
                                dao.timelock(), "getOperationState(bytes32)", new AbiValue.Binary(operation.bytes()))),
                asked.number(governor, "lateQuorumVoteExtension()").longValueExact());
    }

    /// What somebody can do on a proposal.
    public VoterOnChain voter(BigInteger proposalId, Address voter) throws ProblemException {
        var asked = new Asked(chain.newest());
        var number = new AbiValue.Whole(proposalId);
        var account = new AbiValue.Account(voter);
        var snapshot = asked.number(dao.governor(), "proposalSnapshot(uint256)", number);
        return new VoterOnChain(
                voter,
                asked.flag(dao.governor(), "hasVoted(uint256,address)", number, account),
                asked.ifAnswered(dao.governor(), "getVotes(address,uint256)", account, new AbiValue.Whole(snapshot)),
                asked.number(dao.token(), "getVotes(address)", account),
                asked.number(dao.token(), "balanceOf(address)", account),
                asked.account(dao.token(), "delegates(address)", account),
                asked.number(dao.governor(), "nonces(address)", account));
    }

    /// What somebody can do in a case.
    ///
    /// @param snapshot of the case, seconds since 1970
    /// @param weightCap of the case, 1e-18 token
    /// @param pool whose money it is about
    public JurorOnChain juror(long caseId, Address voter, long snapshot, BigInteger weightCap, Address pool)
            throws ProblemException {
        var asked = new Asked(chain.newest());
        var account = new AbiValue.Account(voter);
        var id = AbiValue.Whole.of(caseId);
        var ballot = asked.ask(
                dao.tribunal(),
                "ballot(uint64,address)",
                List.of("uint8", "uint16", "uint48", "uint208", "bytes32"),
                List.of(id, account));
        var tally = asked.ask(dao.tribunal(), "tally(uint64)", List.of("uint8", "uint16"), List.of(id));
        return new JurorOnChain(
                asked.view().block(),
                voter,
                asked.number(dao.tribunal(), "weightOf(uint64,address)", id, account),
                asked.number(dao.token(), "getPastVotes(address,uint256)", account, AbiValue.Whole.of(snapshot)),
                weightCap,
                cast(ballot),
                asked.number(dao.tribunal(), "nonces(address)", account),
                asked.number(pool, "balanceOf(address)", account),
                asked.number(pool, "totalSupply()"),
                one(CaseOutcome.values(), whole(tally.get(0))),
                whole(tally.get(1)).intValueExact());
    }

    /// The nonce of somebody's next signed ballot in a case.
    public BigInteger nonceInCases(Address voter) throws ProblemException {
        return new Asked(chain.newest()).number(dao.tribunal(), "nonces(address)", new AbiValue.Account(voter));
    }

    private static Optional<JurorOnChain.Cast> cast(List<AbiValue> ballot) throws ProblemException {
        var choice = one(BallotChoice.values(), whole(ballot.get(0)));
        return choice == BallotChoice.NONE
                ? Optional.empty()
                : Optional.of(new JurorOnChain.Cast(
                        choice,
                        whole(ballot.get(1)).intValueExact(),
                        whole(ballot.get(3)),
                        new Hash32(binary(ballot.get(4)))));
    }

    /// What the Governor's signed ballots are for.
    public TypedDomain governorDomain() throws ProblemException {
        return domain(dao.governor());
    }

    /// What the tribunal's signed ballots are for.
    public TypedDomain tribunalDomain() throws ProblemException {
        return domain(dao.tribunal());
    }

    /// A domain of name, version, chain and contract, as the contract itself says it (ERC-5267). It must be of this
    /// chain and of that contract.
    private TypedDomain domain(Address contract) throws ProblemException {
        var said = new Asked(chain.newest())
                .ask(
                        contract,
                        "eip712Domain()",
                        List.of("bytes1", "string", "string", "uint256", "address", "bytes32", "uint256[]"),
                        List.of());
        var domain = new TypedDomain(
                Optional.of(text(said.get(1))),
                Optional.of(text(said.get(2))),
                Optional.of(BigInteger.valueOf(dao.chain().number())),
                Optional.of(contract),
                Optional.empty());
        if (!binary(said.get(0)).toUnsigned().equals(CHAIN_FIELDS)
                || !whole(said.get(3)).equals(BigInteger.valueOf(dao.chain().number()))
                || !said.get(4).equals(new AbiValue.Account(contract))) {
            throw new ProblemException(new Problem(
                    contract + " says that its signed ballots are for another chain or contract.",
                    "A ballot that is signed for it would count elsewhere, or not at all.",
                    "Vote by a transaction, and check the network."));
        }
        return domain;
    }

    /// The one of some constants that a contract names by its number.
    private static <E> E one(E[] constants, BigInteger code) throws ProblemException {
        if (code.compareTo(BigInteger.valueOf(constants.length)) >= 0) {
            throw new ProblemException(
                    Problem.of("A contract names a state that this program does not know.", "Use a newer version."));
        }
        return constants[code.intValueExact()];
    }

    private static BigInteger whole(AbiValue value) throws ProblemException {
        if (value instanceof AbiValue.Whole(var number)) {
            return number;
        }
        throw unexpected();
    }

    private static Bytes binary(AbiValue value) throws ProblemException {
        if (value instanceof AbiValue.Binary(var bytes)) {
            return bytes;
        }
        throw unexpected();
    }

    private static String text(AbiValue value) throws ProblemException {
        if (value instanceof AbiValue.Text(var text)) {
            return text;
        }
        throw unexpected();
    }

    private static ProblemException unexpected() {
        return new ProblemException(
                Problem.of("A contract answered something else than what was asked.", "Check the network."));
    }

    /// Questions as of one block.
    private record Asked(ChainView view) {

        List<AbiValue> ask(Address contract, String function, List<String> types, List<AbiValue> arguments)
                throws ProblemException {
            return answer(contract, function, types, arguments)
                    .orElseThrow(() -> new ProblemException(Problem.of(
                            contract + " does not answer " + function + ".",
                            "Check that the deployment file belongs to this network.")));
        }

        private Optional<List<AbiValue>> answer(
                Address contract, String function, List<String> types, List<AbiValue> arguments)
                throws ProblemException {
            var signature = FunctionSignature.parse(function);
            var answered = view.call(contract, AbiEncoder.call(signature, arguments));
            if (answered.isEmpty()) {
                return Optional.empty();
            }
            var parameters = types.stream()
                    .map(type -> new AbiParameter("", AbiType.parse(type)))
                    .toList();
            return Optional.of(
                    AbiDecoder.values(parameters, "the answer of " + contract + " to " + function, answered.get())
                            .required()
                            .stream()
                            .map(Argument::value)
                            .toList());
        }

        BigInteger number(Address contract, String function, AbiValue... arguments) throws ProblemException {
            return number(contract, function, List.of(arguments));
        }

        BigInteger number(Address contract, String function, List<AbiValue> arguments) throws ProblemException {
            return whole(ask(contract, function, List.of("uint256"), arguments).getFirst());
        }

        Optional<BigInteger> ifAnswered(Address contract, String function, AbiValue... arguments)
                throws ProblemException {
            var answer = answer(contract, function, List.of("uint256"), List.of(arguments));
            return answer.isEmpty()
                    ? Optional.empty()
                    : Optional.of(whole(answer.get().getFirst()));
        }

        boolean flag(Address contract, String function, AbiValue... arguments) throws ProblemException {
            return ask(contract, function, List.of("bool"), List.of(arguments))
                    .getFirst()
                    .equals(new AbiValue.Flag(true));
        }

        Address account(Address contract, String function, AbiValue... arguments) throws ProblemException {
            if (ask(contract, function, List.of("address"), List.of(arguments)).getFirst()
                    instanceof AbiValue.Account(var account)) {
                return account;
            }
            throw unexpected();
        }

        Hash32 word(Address contract, String function, List<AbiValue> arguments) throws ProblemException {
            return new Hash32(binary(
                    ask(contract, function, List.of("bytes32"), arguments).getFirst()));
        }
    }
}
