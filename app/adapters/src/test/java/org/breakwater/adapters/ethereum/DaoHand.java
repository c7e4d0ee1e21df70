package org.breakwater.adapters.ethereum;

import com.esaulpaugh.headlong.abi.Function;
import java.math.BigInteger;
import java.util.Arrays;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Keccak;

/// Carries a proposal through the real Governor and timelock with the votes of the first token holder, days and all.
final class DaoHand {

    private static final ContractAbi GOVERNOR = ContractAbi.of("CoverGovernor");
    private static final ContractAbi TOKEN = ContractAbi.of("CoverToken");
    private static final long DAY = 86_400;
    private static final int FOR = 1;
    private static final String DESCRIPTION = "A decision of a test";

    private final AnvilHand hand;
    private final Deployment deployment;
    private final EthereumNode node;
    private final Address holder;

    DaoHand(AnvilHand hand, EthereumNode node, Deployment deployment) {
        this.hand = hand;
        this.node = node;
        this.deployment = deployment;
        this.holder = deployment.account("tokenHolder").orElseThrow();
    }

    void decide(Address target, Function function, Object... arguments) throws ProblemException {
        hand.call(holder, deployment.address("CoverToken"), TOKEN.function("delegate"), abi(holder));
        hand.pass(DAY);
        var action = new Object[] {
            new com.esaulpaugh.headlong.abi.Address[] {abi(target)},
            new BigInteger[] {BigInteger.ZERO},
            new byte[][] {ContractAbi.call(function, arguments).toArray()}
        };
        govern("propose(address[],uint256[],bytes[],string)", action, DESCRIPTION);
        hand.pass(2 * DAY + 1);
        govern("castVote(uint256,uint8)", new Object[] {proposal(action), FOR});
        hand.pass(4 * DAY + 1);
        govern("queue(address[],uint256[],bytes[],bytes32)", action, hashed());
        hand.pass(2 * DAY + 1);
        govern("execute(address[],uint256[],bytes[],bytes32)", action, hashed());
    }

    private static byte[] hashed() {
        return Keccak.hash(DESCRIPTION).bytes().toArray();
    }

    private void govern(String signature, Object[] arguments, Object... more) {
        hand.call(holder, deployment.address("CoverGovernor"), GOVERNOR.function(signature), joined(arguments, more));
    }

    private BigInteger proposal(Object[] action) throws ProblemException {
        return new BlockView(node, node.head())
                .call(
                        "the proposal",
                        deployment.address("CoverGovernor"),
                        GOVERNOR.function("getProposalId(address[],uint256[],bytes[],bytes32)"),
                        joined(action, hashed()))
                .get(0);
    }

    private static Object[] joined(Object[] first, Object... more) {
        var all = Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }

    private static com.esaulpaugh.headlong.abi.Address abi(Address address) {
        return ChainAuthority.headlong(address);
    }
}
