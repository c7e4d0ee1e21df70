package org.breakwater.core.review.check;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.abi.AbiDecoder;
import org.breakwater.core.abi.AbiParameter;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.Argument;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.chain.Question;
import org.breakwater.core.review.chain.ReviewChain;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

/// Functions that are asked of contracts which may be anything. Whatever is not exactly an answer is none.
final class Asked {

    /// The parameters of a signature stand for what a function answers.
    private static final List<AbiParameter> NUMBER = answer("(uint256)");

    private static final List<AbiParameter> TEXT = answer("(string)");
    private static final List<AbiParameter> WORD = answer("(bytes32)");
    private static final List<AbiParameter> ACCOUNT = answer("(address)");

    private Asked() {}

    private static List<AbiParameter> answer(String types) {
        return FunctionSignature.parse("answer" + types).parameters();
    }

    static Optional<BigInteger> number(ReviewChain chain, Address contract, String function, AbiValue... arguments)
            throws ProblemException {
        return ask(chain, contract, function, NUMBER, arguments).map(value -> ((AbiValue.Whole) value).number());
    }

    static Optional<String> text(ReviewChain chain, Address contract, String function) throws ProblemException {
        return ask(chain, contract, function, TEXT).map(value -> ((AbiValue.Text) value).text());
    }

    static Optional<AbiValue.Binary> word(ReviewChain chain, Address contract, String function, AbiValue... arguments)
            throws ProblemException {
        return ask(chain, contract, function, WORD, arguments).map(AbiValue.Binary.class::cast);
    }

    static Optional<BigInteger> tokenBalance(ReviewChain chain, Address token, Address holder) throws ProblemException {
        return number(chain, token, "balanceOf(address)", new AbiValue.Account(holder));
    }

    static Optional<Address> account(ReviewChain chain, Address contract, String function, AbiValue... arguments)
            throws ProblemException {
        return ask(chain, contract, function, ACCOUNT, arguments).map(value -> ((AbiValue.Account) value).address());
    }

    /// What a function answers that gives one struct.
    ///
    /// @param struct `(uint256,address)`
    static Optional<Arguments> struct(
            ReviewChain chain, Address contract, String function, String struct, AbiValue... arguments)
            throws ProblemException {
        return ask(chain, contract, function, answer("(" + struct + ")"), arguments)
                .map(value -> new Arguments(((AbiValue.Tuple) value).components()));
    }

    /// What a function answers that gives several values.
    ///
    /// @param types `(uint256,uint256)`
    static Optional<Arguments> values(
            ReviewChain chain, Address contract, String function, String types, AbiValue... arguments)
            throws ProblemException {
        return chain.call(contract, Question.of(contract, function, arguments).calldata())
                .flatMap(returned -> read(types, returned));
    }

    /// An answer that was given already.
    static Optional<Arguments> read(String types, Bytes returned) {
        return decoded(answer(types), returned).map(Arguments::new);
    }

    private static Optional<AbiValue> ask(
            ReviewChain chain, Address contract, String function, List<AbiParameter> answer, AbiValue... arguments)
            throws ProblemException {
        return chain.call(contract, Question.of(contract, function, arguments).calldata())
                .flatMap(returned -> decoded(answer, returned))
                .map(List::getFirst);
    }

    private static Optional<List<AbiValue>> decoded(List<AbiParameter> answer, Bytes returned) {
        return switch (AbiDecoder.values(answer, "the answer", returned)) {
            case Decoding.Decoded(var values) ->
                Optional.of(values.stream().map(Argument::value).toList());
            case Decoding.Refused<?> _ -> Optional.empty();
        };
    }
}
