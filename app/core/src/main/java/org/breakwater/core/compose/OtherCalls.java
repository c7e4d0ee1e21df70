package org.breakwater.core.compose;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.safe.SafeHashCase;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

/// Reads calls of anything.
record OtherCalls(InputReader inputs, ComposeContext context) {

    private static final int ETHER_DECIMALS = 18;
    private static final int VOTE_DECIMALS = 18;

    Optional<ComposedCall> read() {
        return switch (inputs.template()) {
            case SEND_TOKEN -> token();
            case SEND_ETHER -> {
                var to = recipient();
                var value = inputs.amount(Input.ETHER, "Write the amount.", ETHER_DECIMALS);
                value.filter(wei -> holdings()
                                .filter(held -> wei.compareTo(held) > 0)
                                .isPresent())
                        .ifPresent(_ -> inputs.refuse(Input.ETHER, "The Safe does not hold as much."));
                yield to.flatMap(payee -> value.map(wei -> new ComposedCall.Raw(payee, wei, Bytes.EMPTY)));
            }
            case CALL_CONTRACT -> described();
            case CALL_WITH_DATA -> {
                var target = target();
                var data = inputs.read(Input.DATA, "Paste the calldata.", Bytes::parse)
                        .filter(this::isShortEnough);
                var value = ether();
                yield target.flatMap(contract ->
                        data.flatMap(bytes -> value.map(wei -> new ComposedCall.Raw(contract, wei, bytes))));
            }
            default -> throw new IllegalArgumentException("not any call: " + inputs.template());
        };
    }

    private boolean isShortEnough(Bytes data) {
        if (data.length() > SafeHashCase.MOST_DATA) {
            inputs.refuse(Input.DATA, "Calldata has at most " + SafeHashCase.MOST_DATA + " bytes.");
        }
        return data.length() <= SafeHashCase.MOST_DATA;
    }

    /// Ether of a Safe; empty for the Timelock, which is asked when the proposal is rehearsed.
    private Optional<BigInteger> holdings() {
        return context.composer()
                .asSafe()
                .map(safe -> safe.setup().balances().stream()
                        .filter(balance -> balance.decimals() == ETHER_DECIMALS)
                        .findFirst()
                        .map(balance -> balance.units())
                        .orElse(BigInteger.ZERO));
    }

    private Optional<Address> recipient() {
        return inputs.address(Input.RECIPIENT, "Say who gets it.").filter(to -> {
            if (to.isZero()) {
                inputs.refuse(Input.RECIPIENT, "What is sent to the zero address is lost.");
            }
            return !to.isZero();
        });
    }

    /// Decimals are known of the settlement assets and of the votes; of any other token the amount is of its smallest
    /// units.
    private Optional<ComposedCall> token() {
        var token = inputs.address(Input.TOKEN, "Say which token.");
        var amount = inputs.amount(
                Input.AMOUNT, "Write the amount.", token.map(this::decimals).orElse(SettlementAsset.DECIMALS));
        var to = recipient();
        if (to.isPresent() && to.equals(token)) {
            inputs.refuse(Input.RECIPIENT, "Tokens sent to their own contract are lost.");
        }
        return token.flatMap(
                sent -> amount.flatMap(sum -> to.map(payee -> new ComposedCall.SendToken(sent, payee, sum))));
    }

    private int decimals(Address token) {
        return decimals(context, token).orElse(0);
    }

    /// The decimals of a token, where they are known without asking it.
    static Optional<Integer> decimals(ComposeContext context, Address token) {
        var settles = context.known().view().treasury().assets().stream()
                .anyMatch(asset -> asset.asset().equals(token));
        if (settles) {
            return Optional.of(SettlementAsset.DECIMALS);
        }
        return context.deployment()
                .contract("CoverToken")
                .filter(votes -> votes.address().equals(token))
                .map(_ -> VOTE_DECIMALS);
    }

    private Optional<Address> target() {
        return inputs.address(Input.TARGET, "Say which contract is called.").filter(target -> {
            if (target.isZero()) {
                inputs.refuse(Input.TARGET, "There is no contract at the zero address.");
            }
            return !target.isZero();
        });
    }

    private Optional<BigInteger> ether() {
        return inputs.isEmpty(Input.ETHER)
                ? Optional.of(BigInteger.ZERO)
                : inputs.readIfWritten(Input.ETHER, text -> WrittenValue.amount(text, ETHER_DECIMALS));
    }

    private Optional<ComposedCall> described() {
        var target = target();
        var functions = inputs.read(Input.INTERFACE, "Paste the interface or a signature.", this::functions);
        var function = functions.flatMap(this::chosen);
        var data = function.flatMap(this::data);
        var value = ether();
        return target.flatMap(
                contract -> data.flatMap(bytes -> value.map(wei -> new ComposedCall.Raw(contract, wei, bytes))));
    }

    private List<FunctionSignature> functions(String pasted) {
        try {
            return context.interfaces().functions(pasted);
        } catch (ProblemException refused) {
            throw new IllegalArgumentException(refused.problem().toString(), refused);
        }
    }

    /// The only function needs no choice.
    private Optional<FunctionSignature> chosen(List<FunctionSignature> functions) {
        if (functions.size() == 1 && inputs.isEmpty(Input.FUNCTION)) {
            return Optional.of(functions.getFirst());
        }
        return inputs.read(
                Input.FUNCTION,
                "Choose a function.",
                text -> functions.stream()
                        .filter(function -> function.canonical().equals(text))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("The interface has no such function.")));
    }

    private Optional<Bytes> data(FunctionSignature function) {
        if (function.parameters().isEmpty()) {
            return Optional.of(AbiEncoder.call(function));
        }
        return inputs.read(
                        Input.ARGUMENTS,
                        "Write a value for each parameter, each in a line of its own.",
                        text -> AbiEncoder.call(function, arguments(function, text)))
                .filter(this::isShortEnough);
    }

    private List<AbiValue> arguments(FunctionSignature function, String text) {
        try {
            return context.interfaces().arguments(function, text.lines().toList());
        } catch (ProblemException refused) {
            throw new IllegalArgumentException(refused.problem().toString(), refused);
        }
    }
}
