package org.breakwater.adapters.deployment;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.breakwater.adapters.ethereum.EthereumNode;
import org.breakwater.core.abi.AbiDecoder;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.Argument;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.deployment.DeployedContract;
import org.breakwater.core.governor.ProposalActions;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Word;

/// Finds a proposal by its id among those that the Governor has announced.
record ProposalLog(EthereumNode node, DeployedContract governor) {

    private static final FunctionSignature CREATED =
            FunctionSignature.parse("ProposalCreated(uint256 id,address proposer,address[] targets,uint256[] values,"
                    + "string[] signatures,bytes[] calldatas,uint256 start,uint256 end,string description)");

    /// What was proposed, with its text.
    ///
    /// @param at time of the block that has it
    record Announced(ProposalActions actions, String text, Instant at) {}

    private record Read(ProposalActions actions, String text) {}

    Announced find(BigInteger id) throws ProblemException {
        var logs = node.eventData(
                governor.address(),
                Keccak.hash(CREATED.canonical()),
                governor.block(),
                node.head().number());
        for (var log : logs) {
            var found = read(id, log.data());
            if (found.isPresent()) {
                return new Announced(
                        found.get().actions(),
                        found.get().text(),
                        node.block(log.block()).time());
            }
        }
        throw new ProblemException(Problem.of(
                "The Governor " + governor.address() + " has announced no proposal " + id + ".",
                "Check the id and the network."));
    }

    private static Optional<Read> read(BigInteger id, Bytes data) throws ProblemException {
        return switch (AbiDecoder.values(CREATED.parameters(), "an announced proposal", data)) {
            case Decoding.Decoded(var values) ->
                announced(id, values.stream().map(Argument::value).toList());
            case Decoding.Refused(var refusal) -> {
                if (data.length() >= Word.LENGTH
                        && data.slice(0, Word.LENGTH).toUnsigned().equals(id)) {
                    throw new ProblemException(new Problem(
                            "The Governor announced the proposal " + id + ", and it cannot be read: " + refusal + ".",
                            "Whoever proposed it wrote bytes that are no text, or no calls.",
                            "Do not vote for what cannot be read."));
                }
                yield Optional.empty();
            }
        };
    }

    private static Optional<Read> announced(BigInteger id, List<AbiValue> values) {
        if (values.getFirst().equals(new AbiValue.Whole(id)) && values.get(8) instanceof AbiValue.Text(var text)) {
            return ProposalActions.in(List.of(
                            values.get(2),
                            values.get(3),
                            values.get(5),
                            new AbiValue.Binary(Keccak.hash(text).bytes())))
                    .map(actions -> new Read(actions, text));
        }
        return Optional.empty();
    }
}
