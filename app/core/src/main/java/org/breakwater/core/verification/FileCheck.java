package org.breakwater.core.verification;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.deployment.RestrictedFunction;
import org.jspecify.annotations.Nullable;

/// Whether the deployment file gives power to whom this program's source gives it: a file that was made to fit a chain
/// where a stranger is in charge passes every comparison with that chain.
final class FileCheck {

    /// Held by whom the DAO appoints, which no source can know: risk stewards and integrators.
    private static final Set<Long> APPOINTED = Set.of(40L, AccessCheck.INTEGRATOR);

    private final ProtocolSource source;
    private final Deployment deployment;
    private final Names names;
    private final Findings findings;

    FileCheck(ProtocolSource source, Deployment deployment, Names names, Findings findings) {
        this.source = source;
        this.deployment = deployment;
        this.names = names;
        this.findings = findings;
    }

    void run() {
        functions();
        source.roles().forEach((role, design) -> {
            expect("The name of role " + role, design.name(), deployment.roleName(role));
            if (!APPOINTED.contains(role)) {
                expect("Who holds " + design.name(), designed(design), filed(role));
            }
        });
        for (var role : deployment.roles().keySet()) {
            if (!source.roles().containsKey(role)) {
                expect("Role " + role, "none", deployment.roleName(role));
            }
        }
    }

    private void expect(String subject, String expected, String found) {
        findings.expect(Area.FILE, subject + " in the deployment file", expected, found);
    }

    private void functions() {
        var expected = byName(source.manifest());
        var found = byName(deployment.functions());
        var all = new TreeSet<>(expected.keySet());
        all.addAll(found.keySet());
        for (var function : all) {
            expect("The role that " + function + " needs", role(expected.get(function)), role(found.get(function)));
        }
    }

    private static SortedMap<String, Long> byName(List<RestrictedFunction> functions) {
        return functions.stream()
                .collect(Collectors.toMap(
                        function -> function.contract() + "." + function.signature(),
                        RestrictedFunction::role,
                        (first, _) -> first,
                        TreeMap::new));
    }

    private String role(@Nullable Long role) {
        return role == null ? "not listed" : deployment.roleName(role);
    }

    private String designed(RoleDesign design) {
        return joined(design.holders().stream()
                .map(holder -> words(
                        names.address(holder.name()).map(names::of).orElse("the " + holder.name()), holder.delay()))
                .toList());
    }

    private String filed(long role) {
        return joined(deployment.members().stream()
                .filter(grant -> grant.role() == role)
                .map(grant -> words(names.of(grant.member()), grant.delay()))
                .toList());
    }

    private static String words(String holder, long delay) {
        return holder + " with a delay of " + delay + " s";
    }

    private static String joined(List<String> holders) {
        return holders.isEmpty() ? "nobody" : holders.stream().sorted().collect(Collectors.joining(" and "));
    }
}
