package org.breakwater.core.review.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Selector;
import org.breakwater.core.value.Word;

/// A proposal that a call votes for, as its governor keeps it, and whom its actions pay.
///
/// @param place of the call that votes
/// @param payments what each payee gets, in words
record PayingProposal(String place, Map<Address, String> payments) {

    private static final Set<String> VOTES = Set.of("castVote", "castVoteWithReason", "castVoteWithReasonAndParams");

    private static final BigInteger FOR = BigInteger.ONE;

    private static final Selector TRANSFER = Selector.of("transfer(address,uint256)");
    private static final Selector SPEND = Selector.of("spend(address,address,uint256,bytes32)");

    /// Those that are voted for and whose actions the governor tells.
    static List<PayingProposal> votes(Scene scene) throws ProblemException {
        var votes = new ArrayList<PayingProposal>();
        for (var call : scene.understood()) {
            if (VOTES.contains(call.read().call().function().name())) {
                var given = new Arguments(call.read().call().values());
                var details = Asked.values(
                        scene.chain(),
                        call.call().target(),
                        "proposalDetails(uint256)",
                        "(address[],uint256[],bytes[],bytes32)",
                        new AbiValue.Whole(given.number(0)));
                if (given.number(1).equals(FOR) && details.isPresent()) {
                    votes.add(new PayingProposal(call.call().place(), payments(scene, details.get())));
                }
            }
        }
        return votes;
    }

    private static Map<Address, String> payments(Scene scene, Arguments details) throws ProblemException {
        var payments = new LinkedHashMap<Address, String>();
        for (int i = 0; i < details.items(0).values().size(); i++) {
            var target = details.items(0).account(i);
            var data = ((AbiValue.Binary) details.items(2).values().get(i)).bytes();
            var value = details.items(1).number(i);
            if (value.signum() > 0) {
                payments.put(target, Amounts.ether(value));
            }
            if (isCall(data, TRANSFER, 2)) {
                payments.put(
                        account(data, 0), scene.amount(target, word(data, 1).toUnsigned()));
            } else if (isCall(data, SPEND, 4)) {
                payments.put(
                        account(data, 1),
                        scene.amount(account(data, 0), word(data, 2).toUnsigned()));
            }
        }
        return payments;
    }

    private static boolean isCall(Bytes data, Selector function, int words) {
        return data.length() == Selector.LENGTH + words * Word.LENGTH && data.startsWith(function.bytes());
    }

    private static Bytes word(Bytes data, int index) {
        var from = Selector.LENGTH + index * Word.LENGTH;
        return data.slice(from, from + Word.LENGTH);
    }

    private static Address account(Bytes data, int index) {
        return new Address(word(data, index).slice(Word.LENGTH - Address.LENGTH, Word.LENGTH));
    }
}
