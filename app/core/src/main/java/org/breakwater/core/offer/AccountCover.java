package org.breakwater.core.offer;

import java.util.List;
import java.util.Optional;
import org.breakwater.core.shape.Meaning;
import org.breakwater.core.value.Address;

@Meaning("What one account is covered for now, by policies that it holds and through integrators.")
public record AccountCover(
        Address account,

        @Meaning("Whether an event in this block would find anything covered.")
        boolean covered,

        List<CoveredAmount> inForce,

        @Meaning("When the first of what is in force ends, as far as that is known. Seconds since 1970.")
        Optional<Long> firstEnd,

        @Meaning("All that it holds, over or not, newest first.")
        List<Policy> policies,

        List<IntegratedCover> integrated,
        @Meaning("Of parametric series that are not over.") List<SeriesUnits> units) {

    public AccountCover {
        inForce = List.copyOf(inForce);
        policies = List.copyOf(policies);
        integrated = List.copyOf(integrated);
        units = List.copyOf(units);
    }
}
