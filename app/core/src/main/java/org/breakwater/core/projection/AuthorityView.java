package org.breakwater.core.projection;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.projection.AuthorityRecords.FunctionKey;
import org.breakwater.core.projection.AuthorityRecords.RoleKey;
import org.breakwater.core.projection.view.DelayedOperation;
import org.breakwater.core.projection.view.RoleView;
import org.breakwater.core.projection.view.RoleView.MemberView;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Selector;

/// Who may do what at one time, by one AccessManager.
public final class AuthorityView {

    private final AuthorityRecords records;
    private final Address manager;
    private final long at;

    AuthorityView(AuthorityRecords records, Address manager, long at) {
        this.records = records;
        this.manager = manager;
        this.at = at;
    }

    /// Roles that have members, by their numbers.
    public List<RoleView> roles() {
        return records.members().entries().stream()
                .filter(member -> member.getKey().manager().equals(manager))
                .map(member -> member.getKey().role())
                .distinct()
                .sorted(Long::compareUnsigned)
                .map(this::role)
                .toList();
    }

    public RoleView role(long number) {
        var key = new RoleKey(manager, number);
        return new RoleView(
                number,
                records.labels().get(key, ""),
                records.admins().get(key, 0L),
                records.guardians().get(key, 0L),
                members(number));
    }

    private List<MemberView> members(long role) {
        return records.members().entries().stream()
                .filter(member -> member.getKey().manager().equals(manager)
                        && member.getKey().role() == role)
                .map(member -> new MemberView(
                        member.getKey().account(),
                        member.getValue().isInEffect(at),
                        member.getValue().delay(at)))
                .sorted(Comparator.comparing(MemberView::account))
                .toList();
    }

    /// The role that may call a function; the role of administrators, 0, where none was named.
    public long roleOf(Address target, Selector function) {
        return records.functions().get(new FunctionKey(manager, target, function), 0L);
    }

    /// What members with a delay scheduled and nobody executed or cancelled yet, by its time.
    public List<DelayedOperation> waiting() {
        return records.operations().entries().stream()
                .filter(operation -> operation.getKey().manager().equals(manager))
                .map(operation -> operation.getValue())
                .filter(operation -> operation.state() == DelayedOperation.State.SCHEDULED && !operation.isExpired(at))
                .sorted(Comparator.comparingLong(
                        operation -> operation.scheduled().schedule()))
                .toList();
    }

    /// The membership of an account in a role, if it was granted.
    public Optional<MemberView> member(long role, Address account) {
        return members(role).stream()
                .filter(member -> member.account().equals(account))
                .findFirst();
    }
}
