package org.breakwater.core.offer;

import org.breakwater.core.shape.Meaning;
import org.breakwater.core.value.Address;

@Meaning("A contract of the deployment.")
public record Contract(
        @Meaning("Of its source. There is one RiskPool for each pool.")
        String name,

        Address address) {}
