package org.breakwater.core.verification;

import java.math.BigInteger;
import java.util.List;
import java.util.SortedMap;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.deployment.RestrictedFunction;

/// Port: what a deployment is by this program's own source, the contracts and the script that deploys them.
public interface ProtocolSource {

    /// The signatures of all functions of a contract that change state; none where the source has no such contract.
    List<String> changingFunctions(String contract);

    /// Which role each restricted function needs.
    List<RestrictedFunction> manifest();

    /// The roles as the script leaves them, by their numbers.
    SortedMap<Long, RoleDesign> roles();

    /// What a setting of the timelock or the Governor is at first.
    BigInteger governance(GovernanceSetting setting);

    /// Every parameter as the script defines it.
    ///
    /// @param deployment whose own addresses stand in the scopes
    List<ParameterDefinition> parameters(Deployment deployment);
}
