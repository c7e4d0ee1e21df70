package org.breakwater.desktop.place;

import java.time.Duration;
import java.time.Instant;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.breakwater.core.value.BlockRef;
import org.breakwater.desktop.kit.FreshnessBadge;
import org.breakwater.desktop.kit.FreshnessBadge.Freshness;

/// From which block everything beside it is, and how old that is.
public final class BlockBadge {

    private BlockBadge() {}

    public static FreshnessBadge of(ObservableValue<BlockRef> block, ObservableValue<Instant> now) {
        ObservableValue<Freshness> freshness =
                Bindings.createObjectBinding(() -> freshness(block.getValue(), now.getValue()), block, now);
        return new FreshnessBadge(freshness);
    }

    private static Freshness freshness(BlockRef block, Instant now) {
        return new Freshness.AtBlock(block.number(), Duration.between(block.time(), now));
    }
}
