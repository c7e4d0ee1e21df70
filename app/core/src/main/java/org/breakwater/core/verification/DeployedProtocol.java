package org.breakwater.core.verification;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import org.breakwater.core.deployment.DeployedContract;
import org.breakwater.core.deployment.RoleGrant;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Hash32;

/// Port: what the chain has, all as of one block.
public interface DeployedProtocol {

    BlockRef asOf();

    Hash32 codeHash(Address contract) throws ProblemException;

    /// Whether the runtime code is what the compiler made of this program's source, immutable values left out; nothing
    /// where this program has no such source.
    Optional<Boolean> compiledHere(DeployedContract contract) throws ProblemException;

    /// The contract's `authority()`, where its source has one.
    Optional<Address> authority(DeployedContract contract) throws ProblemException;

    SortedMap<Long, String> roleNames() throws ProblemException;

    List<RoleGrant> roleMembers() throws ProblemException;

    /// The signatures of all functions of a contract's source that change state.
    List<String> changingFunctions(String contract);

    /// The role that a function needs.
    long requiredRole(Address contract, String signature) throws ProblemException;

    /// Who holds a role of the timelock, by its name: `PROPOSER_ROLE`, `CANCELLER_ROLE`, `EXECUTOR_ROLE`,
    /// `DEFAULT_ADMIN_ROLE`.
    SortedSet<Address> timelockHolders(String role) throws ProblemException;

    /// The answer of a function without arguments that names a contract, such as the Governor's `timelock()`.
    Address linked(DeployedContract contract, String function) throws ProblemException;

    /// The directory's entry under a name; the zero address where there is none.
    Address module(String name) throws ProblemException;

    /// The directory's pools in the order of their numbers.
    List<Address> pools() throws ProblemException;

    /// Every parameter of the registry, and every one that the deployment script defines.
    List<ParameterProof> parameters() throws ProblemException;
}
