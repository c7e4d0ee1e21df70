package org.breakwater.adapters.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.breakwater.core.chain.ChainLog;
import org.breakwater.core.fact.FollowedContract;
import org.breakwater.core.index.BlockHeader;
import org.breakwater.core.index.BlockRange;
import org.breakwater.core.index.ChainHeights;
import org.breakwater.core.index.EndpointFault;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.index.LogPage;
import org.breakwater.core.index.LogSource;
import org.breakwater.core.value.BlockRef;

/// An endpoint over a {@link ModelChain}: may lag, gives pages of any length, and lets something happen before each
/// answer.
final class ModelSource implements LogSource {

    private final ModelChain chain;
    private final long finalDepth;
    private long lag;
    private long pageLength = Long.MAX_VALUE;
    private Runnable beforeAnswer = () -> {};

    ModelSource(ModelChain chain, long finalDepth) {
        this.chain = chain;
        this.finalDepth = finalDepth;
    }

    ModelSource lagging(long blocks) {
        lag = blocks;
        return this;
    }

    ModelSource withPagesOf(long blocks) {
        pageLength = blocks;
        return this;
    }

    ModelSource before(Runnable happens) {
        beforeAnswer = happens;
        return this;
    }

    @Override
    public String endpoint() {
        return "model";
    }

    private long head() {
        return Math.max(0, chain.head() - lag);
    }

    @Override
    public ChainHeights heights() {
        beforeAnswer.run();
        return new ChainHeights(chain.at(head()).ref(), Math.max(0, head() - finalDepth));
    }

    @Override
    public List<BlockHeader> headers(BlockRange range) throws IndexException {
        beforeAnswer.run();
        if (range.last() > head()) {
            throw new IndexException(new EndpointFault.Behind(endpoint(), head() + 1));
        }
        return LongStream.rangeClosed(range.first(), range.last())
                .mapToObj(height -> chain.at(height).header())
                .toList();
    }

    @Override
    public LogPage finalLogs(BlockRange wanted, Collection<FollowedContract> contracts) {
        beforeAnswer.run();
        var range = wanted.start(pageLength);
        var logs = LongStream.rangeClosed(range.first(), Math.min(range.last(), head()))
                .boxed()
                .flatMap(height -> logs(chain.at(height), contracts))
                .toList();
        return new LogPage(range, logs);
    }

    @Override
    public List<ChainLog> logs(List<BlockRef> blocks, Collection<FollowedContract> contracts) throws IndexException {
        beforeAnswer.run();
        var logs = new ArrayList<ChainLog>();
        for (var block : blocks) {
            if (block.number() > head() || !chain.at(block.number()).ref().equals(block)) {
                throw new IndexException(new EndpointFault.Refused(endpoint(), "logs", "unknown block"));
            }
            logs.addAll(logs(chain.at(block.number()), contracts).toList());
        }
        return logs;
    }

    private static Stream<ChainLog> logs(ModelChain.Block block, Collection<FollowedContract> contracts) {
        var addresses = contracts.stream().map(FollowedContract::address).collect(Collectors.toSet());
        return block.logs().stream().filter(log -> addresses.contains(log.address()));
    }

    @Override
    public void close() {}
}
