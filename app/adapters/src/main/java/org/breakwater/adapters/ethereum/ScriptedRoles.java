package org.breakwater.adapters.ethereum;

import com.esaulpaugh.headlong.abi.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.breakwater.core.verification.RoleDesign;

/// The AccessManager's roles as the calls of a script leave them.
final class ScriptedRoles {

    private final SortedMap<Long, Draft> drafts = new TreeMap<>();
    private final Map<String, String> accountNames;

    /// A role while the script is read.
    private static final class Draft {
        private String name = "none";
        private long admin;
        private long guardian;
        private long grantDelay;
        private final Map<String, Long> holders = new LinkedHashMap<>();

        RoleDesign design() {
            var granted = new ArrayList<RoleDesign.Holder>();
            holders.forEach((holder, delay) -> granted.add(new RoleDesign.Holder(holder, delay)));
            return new RoleDesign(name, admin, guardian, grantDelay, granted);
        }
    }

    /// @param accountNames the names of contracts and accounts, by their addresses
    /// @param creator who made the AccessManager and holds ADMIN by its constructor
    ScriptedRoles(Map<String, String> accountNames, String creator) {
        this.accountNames = Map.copyOf(accountNames);
        var admin = draft(0);
        admin.name = "ADMIN";
        admin.holders.put(creator, 0L);
    }

    private Draft draft(long role) {
        return drafts.computeIfAbsent(role, _ -> new Draft());
    }

    /// Follows one call of the AccessManager.
    void follow(String function, Tuple arguments) {
        switch (function) {
            case "labelRole" -> draft(number(arguments, 0)).name = arguments.get(1);
            case "setRoleAdmin" -> draft(number(arguments, 0)).admin = number(arguments, 1);
            case "setRoleGuardian" -> draft(number(arguments, 0)).guardian = number(arguments, 1);
            case "setGrantDelay" -> draft(number(arguments, 0)).grantDelay = number(arguments, 1);
            case "grantRole" -> draft(number(arguments, 0)).holders.put(account(arguments), number(arguments, 2));
            case "revokeRole", "renounceRole" ->
                draft(number(arguments, 0)).holders.remove(account(arguments));
            case "setTargetFunctionRole" -> {
                // Kept in the manifest, and proven function by function.
            }
            default -> throw new IllegalStateException("the deployment script calls AccessManager." + function);
        }
    }

    private String account(Tuple arguments) {
        var address = AbiFacts.address(arguments.get(1)).toString();
        return accountNames.getOrDefault(address, address);
    }

    private static long number(Tuple arguments, int index) {
        return arguments.<Number>get(index).longValue();
    }

    SortedMap<Long, RoleDesign> designs() {
        var designs = new TreeMap<Long, RoleDesign>();
        drafts.forEach((role, draft) -> designs.put(role, draft.design()));
        return designs;
    }
}
