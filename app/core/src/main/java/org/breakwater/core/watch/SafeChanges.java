package org.breakwater.core.watch;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.breakwater.core.alert.Alert.Subject;
import org.breakwater.core.alert.AlertNames;
import org.breakwater.core.safe.SafeConfiguration;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.watch.AlertChange.Evidence;
import org.breakwater.core.watch.rule.EventKind;

/// What became different about a Safe since it was looked at last. A Safe is not the protocol's own, and what it says
/// of itself is not in the index: its storage is compared.
record SafeChanges(AlertNames names) {

    /// @param mark tells one change from the next
    record Change(Happening.Began began, Hash32 mark) {}

    /// @param remembered how it stood; what is new is put into it
    List<Change> of(SafeConfiguration safe, Map<String, String> remembered) {
        var changes = new ArrayList<Change>();
        compare(EventKind.SAFE_OWNERS_CHANGED, "owners", safe, list(safe.owners()), remembered, changes);
        compare(
                EventKind.SAFE_THRESHOLD_CHANGED,
                "threshold",
                safe,
                safe.threshold().toString(),
                remembered,
                changes);
        compare(EventKind.SAFE_MODULES_CHANGED, "modules", safe, list(safe.modules()), remembered, changes);
        compare(
                EventKind.SAFE_GUARD_CHANGED,
                "guards",
                safe,
                written(safe.guard()) + ", " + written(safe.moduleGuard()),
                remembered,
                changes);
        compare(
                EventKind.SAFE_CODE_CHANGED,
                "code",
                safe,
                safe.singleton() + ", " + written(safe.fallbackHandler()),
                remembered,
                changes);
        return changes;
    }

    private static String list(Collection<Address> accounts) {
        return accounts.isEmpty()
                ? "none"
                : accounts.stream().sorted().map(Address::toString).collect(Collectors.joining(", "));
    }

    private static String written(Optional<Address> account) {
        return account.map(Address::toString).orElse("none");
    }

    private void compare(
            EventKind kind,
            String what,
            SafeConfiguration safe,
            String value,
            Map<String, String> remembered,
            List<Change> changes) {
        var name = "safe " + safe.address() + " " + what;
        var before = remembered.put(name, value);
        if (before != null && !before.equals(value)) {
            var time = Long.parseLong(remembered.getOrDefault(name + " changes", "0")) + 1;
            remembered.put(name + " changes", Long.toString(time));
            var source = "storage of " + safe.address();
            changes.add(new Change(
                    new Happening.Began(
                            kind,
                            what,
                            new Subject.Safe(safe.address()),
                            names.address(safe.address()),
                            "Its " + what + ": " + before + " → " + value,
                            List.of(new Evidence("before", before, source), new Evidence("after", value, source)),
                            BigInteger.ZERO),
                    Keccak.hash(what + time)));
        }
    }
}
