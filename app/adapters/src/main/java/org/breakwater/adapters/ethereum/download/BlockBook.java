package org.breakwater.adapters.ethereum.download;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.breakwater.core.chain.ChainLog;
import org.breakwater.core.value.BlockRef;

/// The blocks that the logs of one answer lie in: one block for each height, shared by its logs.
final class BlockBook {

    private static final Comparator<ReceivedLog> ORDER =
            Comparator.comparingLong(ReceivedLog::height).thenComparingInt(ReceivedLog::index);

    private final Map<Long, BlockRef> blocks = new HashMap<>();

    void add(BlockRef block) throws MalformedAnswerException {
        var before = blocks.putIfAbsent(block.number(), block);
        if (before != null && !before.equals(block)) {
            throw new MalformedAnswerException("block " + block.number() + " is two different blocks");
        }
    }

    /// Takes the times that the logs themselves tell.
    ///
    /// @return heights of the blocks whose time none tells
    SortedSet<Long> addFrom(List<ReceivedLog> logs) throws MalformedAnswerException {
        var missing = new TreeSet<Long>();
        BlockRef last = null;
        for (var log : logs) {
            if (log.time() == ReceivedLog.NO_TIME) {
                if (!blocks.containsKey(log.height())) {
                    missing.add(log.height());
                }
            } else if (last == null || !isIn(log, last)) {
                last = new BlockRef(log.height(), log.blockHash(), Instant.ofEpochSecond(log.time()));
                add(last);
            }
        }
        missing.removeAll(blocks.keySet());
        return missing;
    }

    private static boolean isIn(ReceivedLog log, BlockRef block) {
        return block.number() == log.height()
                && block.hash().equals(log.blockHash())
                && block.time().getEpochSecond() == log.time();
    }

    /// The logs in their blocks, ascending, each once.
    List<ChainLog> place(List<ReceivedLog> received) throws MalformedAnswerException {
        var sorted = new ArrayList<>(received);
        sorted.sort(ORDER);
        var logs = new ArrayList<ChainLog>(sorted.size());
        ReceivedLog before = null;
        for (var log : sorted) {
            if (before == null || ORDER.compare(before, log) != 0) {
                logs.add(log.in(block(log)));
            } else if (!before.equals(log)) {
                throw new MalformedAnswerException(
                        "two logs lie in block " + log.height() + " at index " + log.index());
            }
            before = log;
        }
        return logs;
    }

    private BlockRef block(ReceivedLog log) throws MalformedAnswerException {
        var block = blocks.get(log.height());
        if (block == null || !block.hash().equals(log.blockHash())) {
            throw new MalformedAnswerException("a log lies in another block " + log.height() + " than the chain's");
        }
        return block;
    }
}
