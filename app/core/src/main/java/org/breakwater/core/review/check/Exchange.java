package org.breakwater.core.review.check;

import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.review.call.ReviewedCall;
import org.breakwater.core.value.Address;

/// Where an exchange's or a vault's function says what must come back at least, and to whom.
record Exchange(Optional<BigInteger> least, Optional<Address> receiver) {

    static Optional<Exchange> of(ReviewedCall call) {
        return call.understood()
                .flatMap(read -> of(call.signature(), new Arguments(read.call().values())));
    }

    private static Optional<Exchange> of(String signature, Arguments given) {
        return switch (signature) {
            case "swapExactTokensForTokens(uint256,uint256,address[],address,uint256)",
                    "swapExactTokensForETH(uint256,uint256,address[],address,uint256)" ->
                swap(given.number(1), given.account(3));
            case "swapExactETHForTokens(uint256,address[],address,uint256)" -> swap(given.number(0), given.account(2));
            case "swapTokensForExactTokens(uint256,uint256,address[],address,uint256)",
                    "swapTokensForExactETH(uint256,uint256,address[],address,uint256)" ->
                swap(given.number(0), given.account(3));
            case "swapETHForExactTokens(uint256,address[],address,uint256)" -> swap(given.number(0), given.account(2));
            case "exactInputSingle((address,address,uint24,address,uint256,uint256,uint256,uint160))" ->
                swap(given.tuple(0).number(6), given.tuple(0).account(3));
            case "exactInputSingle((address,address,uint24,address,uint256,uint256,uint160))" ->
                swap(given.tuple(0).number(5), given.tuple(0).account(3));
            case "exactInput((bytes,address,uint256,uint256,uint256))" ->
                swap(given.tuple(0).number(4), given.tuple(0).account(1));
            case "exactInput((bytes,address,uint256,uint256))" ->
                swap(given.tuple(0).number(3), given.tuple(0).account(1));
            case "exchange(int128,int128,uint256,uint256)", "exchange(uint256,uint256,uint256,uint256)" ->
                Optional.of(new Exchange(Optional.of(given.number(3)), Optional.empty()));
            case "deposit(uint256,address)", "mint(uint256,address)" -> to(given.account(1));
            case "withdraw(uint256,address,address)", "redeem(uint256,address,address)" -> to(given.account(1));
            case "supply(address,uint256,address,uint16)", "deposit(address,uint256,address,uint16)" ->
                to(given.account(2));
            case "withdraw(address,uint256,address)" -> to(given.account(2));
            default -> Optional.empty();
        };
    }

    private static Optional<Exchange> swap(BigInteger least, Address receiver) {
        return Optional.of(new Exchange(Optional.of(least), Optional.of(receiver)));
    }

    private static Optional<Exchange> to(Address receiver) {
        return Optional.of(new Exchange(Optional.empty(), Optional.of(receiver)));
    }
}
