package org.breakwater.core.review.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.review.call.ReviewedCall;
import org.breakwater.core.value.Address;

/// What the calls pay, and whom they let take tokens, as far as their bytes say it.
///
/// @param payments in the order of the calls
/// @param allowances in the order of the calls
record Flows(List<Payment> payments, List<Allowance> allowances) {

    /// Where "as much as there will ever be" begins. Tokens that keep less than 256 bits write it as their own greatest
    /// number.
    private static final List<BigInteger> UNLIMITED = List.of(greatest(96), greatest(128), greatest(160));

    private static final BigInteger ENDLESS = BigInteger.ONE.shiftLeft(200);

    /// @param token nothing for the network's own money
    /// @param amount of the token's units or wei; for a token without amounts its number
    record Payment(ReviewedCall call, Optional<Address> token, Address from, Address to, BigInteger amount) {}

    /// @param token whose tokens the spender may take; of the target where it keeps them itself
    /// @param amount units; 0 takes the allowance away
    record Allowance(ReviewedCall call, Address token, Address spender, BigInteger amount, boolean unlimited) {

        boolean isRevocation() {
            return amount.signum() == 0;
        }
    }

    private static BigInteger greatest(int bits) {
        return BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
    }

    static Flows of(Scene scene) {
        var payments = new ArrayList<Payment>();
        var allowances = new ArrayList<Allowance>();
        for (var call : scene.calls()) {
            if (call.value().signum() > 0 && !call.isEnvelope()) {
                payments.add(new Payment(call, Optional.empty(), call.performer(), call.target(), call.value()));
            }
            call.understood().ifPresent(read -> {
                var arguments = new Arguments(read.call().values());
                payment(call, arguments).ifPresent(payments::add);
                allowance(call, arguments).ifPresent(allowances::add);
            });
        }
        return new Flows(payments, allowances);
    }

    private static Optional<Payment> payment(ReviewedCall call, Arguments given) {
        var token = Optional.of(call.target());
        return switch (call.signature()) {
            case "transfer(address,uint256)", "transferAndCall(address,uint256,bytes)" ->
                Optional.of(new Payment(call, token, call.performer(), given.account(0), given.number(1)));
            case "transferFrom(address,address,uint256)" ->
                Optional.of(new Payment(call, token, given.account(0), given.account(1), given.number(2)));
            case "spend(address,address,uint256,bytes32)", "spendAsCouncil(address,address,uint256,bytes32)" ->
                Optional.of(new Payment(
                        call, Optional.of(given.account(0)), call.target(), given.account(1), given.number(2)));
            default -> Optional.empty();
        };
    }

    private static Optional<Allowance> allowance(ReviewedCall call, Arguments given) {
        var token = call.target();
        return switch (call.signature()) {
            case "approve(address,uint256)",
                    "increaseAllowance(address,uint256)",
                    "increaseApproval(address,uint256)",
                    "approveAndCall(address,uint256,bytes)" ->
                Optional.of(allowance(call, token, given.account(0), given.number(1)));
            case "approve(address,address,uint160,uint48)" ->
                Optional.of(allowance(call, given.account(0), given.account(1), given.number(2)));
            case "permit(address,address,uint256,uint256,uint8,bytes32,bytes32)" ->
                Optional.of(allowance(call, token, given.account(1), given.number(2)));
            case "permit(address,address,uint256,uint256,bool,uint8,bytes32,bytes32)" ->
                Optional.of(whole(call, token, given.account(1), given.flag(4)));
            case "setApprovalForAll(address,bool)" -> Optional.of(whole(call, token, given.account(0), given.flag(1)));
            default -> Optional.empty();
        };
    }

    private static Allowance allowance(ReviewedCall call, Address token, Address spender, BigInteger amount) {
        return new Allowance(
                call, token, spender, amount, amount.compareTo(ENDLESS) >= 0 || UNLIMITED.contains(amount));
    }

    private static Allowance whole(ReviewedCall call, Address token, Address spender, boolean approved) {
        return new Allowance(call, token, spender, approved ? greatest(256) : BigInteger.ZERO, approved);
    }
}
