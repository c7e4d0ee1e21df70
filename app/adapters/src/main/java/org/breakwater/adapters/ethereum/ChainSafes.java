package org.breakwater.adapters.ethereum;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SafeSetup;
import org.breakwater.core.safe.SafeSetup.Approval;
import org.breakwater.core.safe.SafeSetup.Executed;
import org.breakwater.core.safe.SafeSetup.SignedMessage;
import org.breakwater.core.safe.SafeSetups;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.TokenAmount;
import org.jspecify.annotations.Nullable;

/// Safes as of one block, by their storage, with what they hold and what they did.
public final class ChainSafes implements SafeSetups {

    private static final ContractAbi TOKEN = ContractAbi.of("LocalToken");
    private static final ContractAbi POOL = ContractAbi.of("RiskPool");

    /// A transaction that is in a block.
    private record Sent(Instant at, Bytes input) {}

    private final Map<Hash32, Sent> sent = new ConcurrentHashMap<>();
    private final EthereumNode node;
    private final Deployment deployment;
    private volatile @Nullable Address asset;

    public ChainSafes(EthereumNode node, Deployment deployment) {
        this.node = node;
        this.deployment = deployment;
    }

    @Override
    public SafeSetup setup(Address safe, BlockRef block) throws ProblemException {
        return new Reading(new BlockView(node, block), safe).setup();
    }

    /// The settlement asset, asked for when it is needed first: pools never change theirs.
    private Address asset(BlockView view) throws ProblemException {
        var known = asset;
        if (known == null) {
            var pool = deployment.pools().getFirst().address();
            var answer = view.call("the asset of " + pool, pool, POOL.function("asset"));
            known = Address.parse(answer.get(0).toString());
            asset = known;
        }
        return known;
    }

    /// One Safe at one block.
    private final class Reading {

        private final BlockView view;
        private final Address safe;

        Reading(BlockView view, Address safe) {
            this.view = view;
            this.safe = safe;
        }

        SafeSetup setup() throws ProblemException {
            var topics = List.of(SafeLog.SUCCESS, SafeLog.FAILURE, SafeLog.MESSAGE, SafeLog.APPROVAL);
            var logs = node.logs(safe, topics, 0, view.block().number()).stream()
                    .map(SafeLog::new)
                    .toList();
            var viewed = new ViewedSafe(view, safe);
            var configuration = viewed.configuration();
            return new SafeSetup(
                    safe,
                    viewed.version(),
                    configuration.singleton(),
                    configuration.owners(),
                    configuration.threshold().intValueExact(),
                    configuration.nonce(),
                    configuration.modules(),
                    configuration.guard(),
                    configuration.moduleGuard(),
                    configuration.fallbackHandler(),
                    List.of(view.balance(safe), held()),
                    executed(logs),
                    messages(logs),
                    approvals(logs));
        }

        private TokenAmount held() throws ProblemException {
            var asset = asset(view);
            var units = view.call(
                    "what " + safe + " holds", asset, TOKEN.function("balanceOf"), ChainAuthority.headlong(safe));
            var decimals = view.call("the decimals of " + asset, asset, TOKEN.function("decimals"));
            var symbol = view.call("the symbol of " + asset, asset, TOKEN.function("symbol"));
            return new TokenAmount(units.get(0), decimals.<Number>get(0).intValue(), symbol.get(0));
        }

        private List<Executed> executed(List<SafeLog> logs) throws ProblemException {
            var executed = new ArrayList<Executed>();
            for (var log : logs) {
                if (log.isExecution()) {
                    var sent = sent(log.transaction(), log.block());
                    executed.add(new Executed(
                            log.hash(),
                            log.transaction(),
                            log.block(),
                            sent.at(),
                            log.topic().equals(SafeLog.SUCCESS),
                            sent.input()));
                }
            }
            return executed;
        }

        private Sent sent(Hash32 transaction, long number) throws ProblemException {
            var known = sent.get(transaction);
            if (known == null) {
                known = new Sent(node.block(number).time(), node.input(transaction));
                sent.put(transaction, known);
            }
            return known;
        }

        private static List<Approval> approvals(List<SafeLog> logs) {
            return logs.stream()
                    .filter(log -> log.topic().equals(SafeLog.APPROVAL))
                    .map(log -> new Approval(log.approver(), log.hash()))
                    .toList();
        }

        private static List<SignedMessage> messages(List<SafeLog> logs) {
            return logs.stream()
                    .filter(log -> log.topic().equals(SafeLog.MESSAGE))
                    .map(log -> new SignedMessage(log.hash(), log.block()))
                    .toList();
        }
    }
}
