package org.breakwater.core.governor;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;

/// A proposal that is written and not made: its actions and its text, from which its id follows.
public record NewProposal(ProposalActions actions, String text) {

    /// The longest text, in bytes. Each is paid for and kept on the chain for good.
    public static final int MOST_TEXT = 32_768;

    /// How many actions a proposal may have: what fits into one block to be carried out, and a person can read.
    public static final int MOST_ACTIONS = 100;

    public NewProposal {
        if (!actions.description().equals(Keccak.hash(text))) {
            throw new IllegalArgumentException("the actions belong to another text");
        }
    }

    /// @param calls in the order in which they are made, all or none
    /// @throws ProblemException where the Governor would not take it, or nobody could know what it is
    public static NewProposal of(List<SafeCall> calls, String text) throws ProblemException {
        if (calls.isEmpty()) {
            throw new ProblemException(Problem.of("There is no action yet.", "Choose a template."));
        }
        if (calls.size() > MOST_ACTIONS) {
            throw new ProblemException(Problem.of(
                    "A proposal has at most " + MOST_ACTIONS + " actions here, and this one " + calls.size() + ".",
                    "Make two proposals of them."));
        }
        if (calls.stream().anyMatch(call -> call.operation() != Operation.CALL)) {
            throw new ProblemException(
                    Problem.of("The timelock runs no foreign code as itself.", "Call the contract instead."));
        }
        if (text.isBlank()) {
            throw new ProblemException(Problem.of("It has no text yet.", "Write what it is for."));
        }
        var length = bytes(text);
        if (length > MOST_TEXT) {
            throw new ProblemException(new Problem(
                    "The text has " + length + " bytes, of at most " + MOST_TEXT + ".",
                    "Each byte is paid for and kept on the chain for good.",
                    "Put the long form elsewhere, and its hash here."));
        }
        return new NewProposal(
                new ProposalActions(
                        calls.stream().map(SafeCall::to).toList(),
                        calls.stream().map(SafeCall::value).toList(),
                        calls.stream().map(SafeCall::data).toList(),
                        Keccak.hash(text)),
                text);
    }

    private static int bytes(String text) throws ProblemException {
        if (text.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE)) {
            throw new ProblemException(new Problem(
                    "The text has half a character in it.",
                    "No bytes stand for it, so that the chain would keep another text.",
                    "Delete it and write it anew."));
        }
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /// The Governor's id.
    public BigInteger id() {
        return actions.id();
    }

    /// What is known of the text on the chain without the text.
    public Hash32 descriptionHash() {
        return actions.description();
    }

    /// Who may propose it.
    public ProposerRule proposerRule() {
        return ProposerRule.of(text);
    }

    /// The call with which an account proposes it.
    public AccountCall by(Address proposer, Dao dao) {
        return DaoCalls.propose(
                dao.governor(), actions.targets(), actions.values(), actions.calldatas(), text, proposer);
    }
}
