package org.breakwater.core.projection;

import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.rule.FeedReading;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;

/// What is known after a block. It does not change, and may be shared between threads.
public final class ProtocolState {

    private final ProtocolRecords records;
    private final Optional<BlockRef> block;

    ProtocolState(ProtocolRecords records, Optional<BlockRef> block) {
        this.records = records;
        this.block = block;
    }

    /// The block it is known after; empty before the first.
    public Optional<BlockRef> block() {
        return block;
    }

    /// What the protocol comes to at a time. Of contracts that are not the protocol's own it believes what their logs
    /// said
    /// last, and of venues that they are worth what was put in.
    ///
    /// @param time seconds since 1970, not before the block's
    public ProtocolView at(long time) {
        return at(time, new Logged(records.treasury()));
    }

    /// @param outside what contracts that are not the protocol's own say at that time
    public ProtocolView at(long time, OutsideFacts outside) {
        return new ProtocolView(records, time, outside);
    }

    /// Outside facts as far as logs tell them.
    public OutsideFacts logged() {
        return new Logged(records.treasury());
    }

    private record Logged(TreasuryRecords treasury) implements OutsideFacts {

        @Override
        public Optional<FeedReading> answer(Address feed) {
            return treasury.answers().find(feed);
        }

        @Override
        public Optional<FeedReading.Limits> limits(Address feed) {
            return treasury.limits().find(feed);
        }

        @Override
        public BigInteger worth(Address venue, BigInteger principal) {
            return principal;
        }
    }
}
