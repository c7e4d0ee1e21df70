package org.breakwater.core.watch.rule;

import org.breakwater.core.risk.Metric.Scope;

/// Which figures of one kind a rule looks at.
public sealed interface MetricScope {

    boolean includes(Scope scope);

    /// One of them.
    record Only(Scope scope) implements MetricScope {

        @Override
        public boolean includes(Scope other) {
            return scope.equals(other);
        }
    }

    /// Those of all pools, assets or feeds, each by itself.
    record Every(Kind kind) implements MetricScope {

        @Override
        public boolean includes(Scope other) {
            return switch (kind) {
                case POOL -> other instanceof Scope.Pool;
                case ASSET -> other instanceof Scope.Asset;
                case FEED -> other instanceof Scope.Feed;
            };
        }
    }

    /// Those of all assets, if each fell by so much.
    ///
    /// @param bps of its value
    record EveryFallen(int bps) implements MetricScope {

        @Override
        public boolean includes(Scope other) {
            return other instanceof Scope.Fallen(var _, var fallen) && fallen == bps;
        }
    }

    /// What there are several of.
    enum Kind {
        POOL,
        ASSET,
        FEED
    }
}
