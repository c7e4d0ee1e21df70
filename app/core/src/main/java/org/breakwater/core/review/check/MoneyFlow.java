package org.breakwater.core.review.check;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;

/// What a call moves, or lets somebody move, as far as its bytes say it; where they say nothing, what its simulation
/// moves.
///
/// @param place of the call
/// @param through the contract that the call goes to
/// @param token nothing for the network's own money
/// @param amount the token's units, or wei
/// @param allowance whether it only lets `to` take it
public record MoneyFlow(
        String place,
        Address through,
        Optional<Address> token,
        Address from,
        Address to,
        BigInteger amount,
        boolean allowance) {

    /// In the order of the calls.
    public static List<MoneyFlow> of(Scene scene) {
        var said = said(scene);
        try {
            return said.isEmpty() ? simulated(scene) : said;
        } catch (ProblemException notSimulated) {
            return said;
        }
    }

    /// What is minted and burnt moves between nobody.
    private static List<MoneyFlow> simulated(Scene scene) throws ProblemException {
        return Effects.of(scene).moved().stream()
                .filter(moved -> !moved.from().isZero() && !moved.to().isZero())
                .map(moved -> new MoneyFlow(
                        scene.unfolded().call().place(),
                        moved.from(),
                        Optional.of(moved.token()),
                        moved.from(),
                        moved.to(),
                        moved.amount(),
                        false))
                .toList();
    }

    private static List<MoneyFlow> said(Scene scene) {
        var flows = Flows.of(scene);
        return Stream.concat(
                        flows.payments().stream()
                                .map(paid -> new MoneyFlow(
                                        paid.call().place(),
                                        paid.call().target(),
                                        paid.token(),
                                        paid.from(),
                                        paid.to(),
                                        paid.amount(),
                                        false)),
                        flows.allowances().stream()
                                .map(allowed -> new MoneyFlow(
                                        allowed.call().place(),
                                        allowed.call().target(),
                                        Optional.of(allowed.token()),
                                        allowed.call().performer(),
                                        allowed.spender(),
                                        allowed.amount(),
                                        true)))
                .toList();
    }
}
