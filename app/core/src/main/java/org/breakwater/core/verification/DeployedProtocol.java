package org.breakwater.core.verification;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import org.breakwater.core.deployment.DeployedContract;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;

/// Port: what the chain has of one deployment, all as of one block. Every list is read as a whole, so that a node is
/// asked
/// in few rounds.
public interface DeployedProtocol {

    BlockRef asOf();

    /// The code of every contract of the deployment.
    Map<DeployedContract, DeployedCode> codes() throws ProblemException;

    /// Which contracts these contracts answer with where their source has the function.
    ///
    /// @param getters functions without arguments, such as `authority`
    List<Link> links(List<DeployedContract> contracts, List<String> getters) throws ProblemException;

    /// Every role that the AccessManager's events or the deployment file name, with its holders now and soon.
    SortedMap<Long, RoleState> roles() throws ProblemException;

    /// How the AccessManager guards contracts.
    ///
    /// @param functions the signatures to ask for, by contract
    Map<DeployedContract, TargetState> targets(Map<DeployedContract, SortedSet<String>> functions)
            throws ProblemException;

    /// The timelock's own roles, by their names.
    SortedMap<String, TimelockRole> timelockRoles(List<String> roles) throws ProblemException;

    SettingHistory setting(GovernanceSetting setting) throws ProblemException;

    /// The Directory's entries under these names; the zero address where there is none.
    SortedMap<String, Address> modules(List<String> names) throws ProblemException;

    /// The Directory's pools in the order of their numbers.
    List<Address> pools() throws ProblemException;

    /// Every parameter of the registry as it is in force.
    List<ParameterDefinition> parameters() throws ProblemException;

    /// Everything that the registry recorded, in its order.
    List<ParameterRecord> parameterRecords() throws ProblemException;
}
