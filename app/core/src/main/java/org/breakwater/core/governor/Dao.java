package org.breakwater.core.governor;

import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.ChainId;

/// The contracts by which token holders decide.
///
/// @param token that votes are counted in
public record Dao(
        ChainId chain,
        Address governor,
        Address timelock,
        Address token,
        Address tribunal,
        Address claims,
        Address incidents) {

    public static Dao of(Deployment deployment) {
        return new Dao(
                deployment.chain(),
                deployment.address("CoverGovernor"),
                deployment.address("TimelockController"),
                deployment.address("CoverToken"),
                deployment.address("Tribunal"),
                deployment.address("Claims"),
                deployment.address("Incidents"));
    }
}
