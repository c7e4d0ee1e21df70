package org.breakwater.core.watch;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.breakwater.core.alert.AlertNames;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.projection.ProtocolProjection;
import org.breakwater.core.risk.Metric;
import org.breakwater.core.risk.MetricKind;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.ChainId;
import org.breakwater.core.watch.rule.Rule;

/// What a threshold makes of one pool's solvency.
record SolvencyOf(BlockRef block) {

    String find(Rule.Threshold rule, long bps) {
        var metric = new Metric(
                MetricKind.SOLVENCY,
                new Metric.Scope.Pool(2),
                Optional.of(BigInteger.valueOf(bps)),
                "",
                block,
                block.time());
        var deployment =
                new Deployment(new ChainId(31_337), List.of(), new TreeMap<>(), new TreeMap<>(), List.of(), List.of());
        var view = new ProtocolProjection(deployment).viewAt(block.time().getEpochSecond());
        var found = new MetricReader(List.of(metric), view, block, new SubjectWords(AlertNames.NUMBERS))
                .find(rule, Set.of());
        return found.isEmpty() ? "clears" : found.getFirst().raises() ? "raises" : "keeps";
    }
}
