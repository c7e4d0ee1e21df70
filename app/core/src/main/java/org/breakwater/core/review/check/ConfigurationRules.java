package org.breakwater.core.review.check;

import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.chain.PublishedSafeContracts;
import org.breakwater.core.review.check.CheckResult.NotApplicable;
import org.breakwater.core.review.check.CheckResult.NotAvailable;
import org.breakwater.core.safe.SafeChange;
import org.breakwater.core.safe.SafeConfiguration;
import org.breakwater.core.safe.SafeStorage;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Keccak;

/// What becomes of the Safe: its owners, its threshold, what else may act for it, and its code.
final class ConfigurationRules {

    /// How the code of an account begins that lets a contract act for it (EIP-7702).
    private static final Bytes DELEGATED = Bytes.fromHex("0xef0100");

    private static final BigInteger FEWEST_SIGNATURES = BigInteger.TWO;

    private ConfigurationRules() {}

    static Map<CheckId, Rule> rules() {
        return Map.of(
                CheckId.FW17, ConfigurationRules::safeOwners,
                CheckId.FW18, ConfigurationRules::knownOwners,
                CheckId.FW19, ConfigurationRules::knownExtensions,
                CheckId.FW20, ConfigurationRules::guardsStay,
                CheckId.FW21, ConfigurationRules::extensionsOfPolicy,
                CheckId.FW22, ConfigurationRules::codeStays);
    }

    /// Who owns a Safe, and how many must sign.
    record Ownership(SequencedSet<Address> owners, BigInteger threshold) {

        static Ownership of(SafeConfiguration safe) {
            return new Ownership(new LinkedHashSet<>(safe.owners()), safe.threshold());
        }

        Ownership after(List<SafeChange> changes) {
            var owners = new LinkedHashSet<>(this.owners);
            var must = threshold;
            for (var change : changes) {
                switch (change) {
                    case SafeChange.AddOwner(var owner, var number) -> {
                        owners.add(owner);
                        must = number;
                    }
                    case SafeChange.RemoveOwner(var _, var owner, var number) -> {
                        owners.remove(owner);
                        must = number;
                    }
                    case SafeChange.SwapOwner(var _, var old, var owner) -> {
                        owners.remove(old);
                        owners.add(owner);
                    }
                    case SafeChange.ChangeThreshold(var number) -> must = number;
                    case SafeChange.EnableModule _,
                            SafeChange.DisableModule _,
                            SafeChange.SetGuard _,
                            SafeChange.SetModuleGuard _,
                            SafeChange.SetFallbackHandler _,
                            SafeChange.ChangeMasterCopy _,
                            SafeChange.Migrate _ -> {}
                }
            }
            return new Ownership(owners, must);
        }

        BigInteger count() {
            return BigInteger.valueOf(owners.size());
        }

        @Override
        public String toString() {
            return threshold + " of " + owners.size();
        }
    }

    private static CheckResult safeOwners(Scene scene) throws ProblemException {
        var before = Ownership.of(scene.configuration());
        var after = before.after(scene.changes());
        if (after.equals(before)) {
            return new NotApplicable("The owners and the threshold stay.");
        }
        var findings = new Findings();
        var step = "The Safe goes from " + before + " to " + after + " owners.";
        if (after.threshold().compareTo(FEWEST_SIGNATURES) < 0) {
            findings.hold(step + " One signature would be enough.");
        }
        if (after.threshold().shiftLeft(1).compareTo(after.count()) < 0) {
            findings.hold(step + " Less than half of the owners would be enough.");
        }
        if (after.threshold().compareTo(after.count()) >= 0) {
            findings.hold(step + " All owners would have to sign, so that one lost key locks the Safe.");
        }
        for (var owner : after.owners()) {
            if (!before.owners().contains(owner) && !scene.isNamed(owner)) {
                var unnamed = "The new owner " + owner + " has no name in your address book.";
                if (scene.hasBook()) {
                    findings.hold(unnamed);
                } else {
                    findings.warn(unnamed);
                }
            }
        }
        return findings.or(new CheckResult.Note(step));
    }

    private static List<Address> newOwners(Scene scene) throws ProblemException {
        var before = Ownership.of(scene.configuration());
        return before.after(scene.changes()).owners().stream()
                .filter(owner -> !before.owners().contains(owner))
                .toList();
    }

    private static CheckResult knownOwners(Scene scene) throws ProblemException {
        var added = newOwners(scene);
        if (added.isEmpty()) {
            return new NotApplicable("It brings in no owner.");
        }
        var findings = new Findings();
        for (var owner : added) {
            strangeness(scene, owner).ifPresent(sentence -> {
                if (scene.isNamed(owner)) {
                    findings.warn(sentence);
                } else {
                    findings.hold(sentence);
                }
            });
        }
        return findings.orPassed("The new owners are accounts with a history.");
    }

    private static Optional<String> strangeness(Scene scene, Address owner) throws ProblemException {
        var code = scene.chain().code(owner);
        var written = "The new owner " + scene.written(owner);
        if (code.startsWith(DELEGATED)) {
            return Optional.of(written + " lets a contract act for it (EIP-7702).");
        }
        if (!code.isEmpty()) {
            return Optional.of(written + " is a contract, which decides by itself what counts as its signature.");
        }
        var unused = scene.chain().transactions(owner).signum() == 0
                && scene.chain().balance(owner).signum() == 0;
        return unused ? Optional.of(written + " has never sent anything and holds nothing.") : Optional.empty();
    }

    /// What a change puts beside the Safe.
    private record Extension(String what, Address contract, boolean handler) {}

    private static Optional<Extension> extension(SafeChange change) {
        return switch (change) {
            case SafeChange.EnableModule(var module) ->
                Optional.of(new Extension(
                        "the module " + module + ", which may do anything without a signature", module, false));
            case SafeChange.SetGuard(var guard) ->
                Optional.of(new Extension("the guard " + guard + ", which may refuse every transaction", guard, false));
            case SafeChange.SetModuleGuard(var guard) ->
                Optional.of(new Extension("the guard of modules " + guard, guard, false));
            case SafeChange.SetFallbackHandler(var handler) ->
                Optional.of(new Extension(
                        "the fallback handler " + handler + ", which can act as the Safe", handler, true));
            case SafeChange.AddOwner _,
                    SafeChange.RemoveOwner _,
                    SafeChange.SwapOwner _,
                    SafeChange.ChangeThreshold _,
                    SafeChange.DisableModule _,
                    SafeChange.ChangeMasterCopy _,
                    SafeChange.Migrate _ -> Optional.empty();
        };
    }

    private static CheckResult knownExtensions(Scene scene) throws ProblemException {
        var findings = new Findings();
        var any = false;
        for (var change : scene.changes()) {
            var extension = extension(change).filter(put -> !put.contract().isZero());
            if (extension.isPresent()) {
                any = true;
                judge(scene, extension.get(), findings);
            }
        }
        return any
                ? findings.orPassed("What it puts beside the Safe is reviewed code.")
                : new NotApplicable("It puts nothing beside the Safe.");
    }

    private static void judge(Scene scene, Extension extension, Findings findings) throws ProblemException {
        var code = scene.chain().code(extension.contract());
        var reviewed = Optional.ofNullable(scene.policy().reviewedCode().get(extension.contract()))
                .equals(Optional.of(Keccak.hash(code)));
        var published = extension.handler()
                ? PublishedSafeContracts.handler(code)
                : Optional.<PublishedSafeContracts.Published>empty();
        if (published.isPresent()) {
            findings.note("It sets the " + published.get() + " as the fallback handler.");
        } else if (!reviewed) {
            findings.block("It sets " + extension.what() + ". Its code is not in your list of reviewed code.");
        }
    }

    private static CheckResult guardsStay(Scene scene) {
        var findings = new Findings();
        for (var change : scene.changes()) {
            switch (change) {
                case SafeChange.SetGuard(var guard)
                when guard.isZero() -> findings.hold("It removes the guard that may refuse transactions.");
                case SafeChange.SetModuleGuard(var guard)
                when guard.isZero() -> findings.hold("It removes the guard that may refuse what modules do.");
                case SafeChange.DisableModule(var _, var module) ->
                    findings.hold("It removes the module " + scene.written(module)
                            + "; a module may be what delays or limits others.");
                case SafeChange.SetFallbackHandler(var handler)
                when handler.isZero() ->
                    findings.warn("It removes the fallback handler: the Safe receives no tokens that ask it first, and"
                            + " confirms no signature.");
                case SafeChange.AddOwner _,
                        SafeChange.RemoveOwner _,
                        SafeChange.SwapOwner _,
                        SafeChange.ChangeThreshold _,
                        SafeChange.EnableModule _,
                        SafeChange.SetGuard _,
                        SafeChange.SetModuleGuard _,
                        SafeChange.SetFallbackHandler _,
                        SafeChange.ChangeMasterCopy _,
                        SafeChange.Migrate _ -> {}
            }
        }
        return findings.or(new NotApplicable("It removes no guard and no module."));
    }

    private static CheckResult extensionsOfPolicy(Scene scene) throws ProblemException {
        var configuration = scene.configuration();
        var findings = new Findings();
        for (var module : configuration.modules()) {
            unreviewed(scene, module, "module", findings);
        }
        configuration.guard().ifPresent(guard -> findings.note("The Safe has the guard " + scene.written(guard) + "."));
        configuration
                .moduleGuard()
                .ifPresent(guard -> findings.note("The Safe has the guard of modules " + scene.written(guard) + "."));
        if (configuration.fallbackHandler().isPresent()) {
            var handler = configuration.fallbackHandler().get();
            if (PublishedSafeContracts.handler(scene.chain().code(handler)).isEmpty()) {
                unreviewed(scene, handler, "fallback handler", findings);
            }
        }
        return findings.or(new NotAvailable(
                "Your policy has no earlier state of this Safe to compare with; it has no module and no guard."));
    }

    private static void unreviewed(Scene scene, Address contract, String what, Findings findings)
            throws ProblemException {
        var code = Keccak.hash(scene.chain().code(contract));
        var reviewed = scene.policy().reviewedCode().get(contract);
        if (reviewed == null) {
            findings.warn("The Safe has the " + what + " " + scene.written(contract)
                    + ", which can act for it without its owners; your policy does not know it.");
        } else if (!reviewed.equals(code)) {
            findings.block(
                    "The code of the " + what + " " + scene.written(contract) + " is not the one that was reviewed.");
        }
    }

    private static CheckResult codeStays(Scene scene) throws ProblemException {
        var findings = new Findings();
        var migrates = false;
        for (var change : scene.changes()) {
            if (change instanceof SafeChange.ChangeMasterCopy(var singleton)) {
                findings.block("It gives the Safe the code at " + singleton + ".");
            }
            if (change instanceof SafeChange.Migrate(var migration, var step)) {
                migrates = true;
                findings.hold("It moves the Safe to the published code of version " + migration.version() + " ("
                        + step.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ").");
            }
        }
        if (!scene.runsForeignCode()) {
            return findings.orPassed("No call can write the Safe's own storage.");
        }
        if (!migrates && scene.simulation().changes(scene.safe(), SafeStorage.SINGLETON)) {
            findings.block("When it is run, the code behind the Safe is another afterwards.");
        }
        return findings.orPassed("When it is run, the code behind the Safe stays.");
    }
}
