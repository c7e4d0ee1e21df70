package org.breakwater.core.fact;

import org.breakwater.core.shape.Wide;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Selector;

/// What the AccessManager says. Role numbers are unsigned 64-bit; 2^64 − 1 is the public.
public sealed interface AuthorityFact extends ProtocolFact {

    /// @param schedule from when it can be executed
    record OperationScheduled(Hash32 operationId, long nonce, long schedule, Address caller, Address target, Bytes data)
            implements AuthorityFact {}

    record OperationExecuted(Hash32 operationId, long nonce) implements AuthorityFact {}

    record OperationCanceled(Hash32 operationId, long nonce) implements AuthorityFact {}

    record RoleLabel(@Wide long roleId, String label) implements AuthorityFact {}

    /// @param delay seconds between the member's scheduling and executing
    /// @param since when the membership, or for a member the delay, takes effect
    record RoleGranted(@Wide long roleId, Address account, long delay, long since, boolean newMember)
            implements AuthorityFact {}

    record RoleRevoked(@Wide long roleId, Address account) implements AuthorityFact {}

    record RoleAdminChanged(@Wide long roleId, @Wide long admin) implements AuthorityFact {}

    record RoleGuardianChanged(@Wide long roleId, @Wide long guardian) implements AuthorityFact {}

    record RoleGrantDelayChanged(@Wide long roleId, long delay, long since) implements AuthorityFact {}

    record TargetFunctionRoleUpdated(
            Address target, Selector selector, @Wide long roleId) implements AuthorityFact {}

    record TargetAdminDelayUpdated(Address target, long delay, long since) implements AuthorityFact {}

    record TargetClosed(Address target, boolean closed) implements AuthorityFact {}
}
