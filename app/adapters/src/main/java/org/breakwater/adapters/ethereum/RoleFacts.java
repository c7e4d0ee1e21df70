package org.breakwater.adapters.ethereum;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import org.breakwater.core.snapshot.Fact;
import org.breakwater.core.verification.RoleState;

/// A role of the AccessManager as a snapshot has it.
final class RoleFacts {

    private RoleFacts() {}

    static Fact of(long number, RoleState role) {
        var fields = new LinkedHashMap<String, Fact>();
        fields.put("role", number(number));
        fields.put("name", new Fact.Text(role.name()));
        fields.put("admin", number(role.admin()));
        fields.put("guardian", number(role.guardian()));
        fields.put("grantDelay", new Fact.Count(role.grantDelay().seconds()));
        fields.put(
                "members",
                new Fact.Items(role.holdings().stream().map(RoleFacts::member).toList()));
        return new Fact.Fields(fields);
    }

    /// A role's number fills all 64 bits.
    private static Fact number(long role) {
        return role >>> Fact.Count.MOST_BITS == 0
                ? new Fact.Count(role)
                : new Fact.Amount(new BigInteger(Long.toUnsignedString(role)));
    }

    /// A delay that is about to change has two fields more.
    private static Fact member(RoleState.Holding holding) {
        var delay = holding.delay();
        var fields = new LinkedHashMap<String, Fact>();
        fields.put("account", new Fact.Text(holding.account().toString()));
        fields.put("since", new Fact.Count(holding.since().getEpochSecond()));
        fields.put("delay", new Fact.Count(delay.seconds()));
        if (delay.next() != delay.seconds()) {
            fields.put("nextDelay", new Fact.Count(delay.next()));
            fields.put("nextDelayFrom", new Fact.Count(delay.from().getEpochSecond()));
        }
        return new Fact.Fields(fields);
    }
}
