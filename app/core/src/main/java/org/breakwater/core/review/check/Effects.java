package org.breakwater.core.review.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.breakwater.core.execution.RevertReason;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.chain.Simulation;
import org.breakwater.core.review.check.SafeEvents.Moved;
import org.breakwater.core.safe.SafeChange;
import org.breakwater.core.safe.SafeConfiguration;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Word;

/// What a simulated execution does, set beside what its calls say.
final class Effects {

    private static final Hash32 APPROVAL = Keccak.hash("Approval(address,address,uint256)");
    private static final Hash32 APPROVAL_FOR_ALL = Keccak.hash("ApprovalForAll(address,address,bool)");

    private final Scene scene;
    private final SafeConfiguration safe;
    private final Simulation simulation;

    private Effects(Scene scene, SafeConfiguration safe, Simulation simulation) {
        this.scene = scene;
        this.safe = safe;
        this.simulation = simulation;
    }

    /// @throws ProblemException where the execution could not be simulated
    static Effects of(Scene scene) throws ProblemException {
        return new Effects(scene, scene.configuration(), scene.simulation());
    }

    /// Whether the Safe says that it executed this very transaction.
    boolean succeeds() {
        return SafeEvents.executed(simulation, scene.safe(), scene.hash().hash());
    }

    /// Why it fails, as far as it says so.
    String failure() {
        return simulation.succeeded()
                ? "The Safe carries it out and reports that the call inside it failed."
                : "It reverts: "
                        + RevertReason.read(simulation.returned(), scene.errors())
                                .words() + ".";
    }

    /// Parts of the Safe's configuration that are others afterwards although no call says so.
    Set<String> hiddenChanges() {
        var said = new HashSet<String>();
        scene.changes().forEach(change -> said.addAll(parts(change)));
        var hidden = new HashSet<String>();
        ConfigurationSlots.of(safe).forEach((slot, part) -> {
            if (simulation.changes(scene.safe(), slot) && !said.contains(part)) {
                hidden.add(part);
            }
        });
        return hidden;
    }

    private static Set<String> parts(SafeChange change) {
        return switch (change) {
            case SafeChange.AddOwner _, SafeChange.RemoveOwner _ ->
                Set.of("the number of owners", "the threshold", "the list of owners");
            case SafeChange.SwapOwner _ -> Set.of("the list of owners");
            case SafeChange.ChangeThreshold _ -> Set.of("the threshold");
            case SafeChange.EnableModule _, SafeChange.DisableModule _ -> Set.of("the list of modules");
            case SafeChange.SetGuard _ -> Set.of("the guard");
            case SafeChange.SetModuleGuard _ -> Set.of("the guard of modules");
            case SafeChange.SetFallbackHandler _ -> Set.of("the fallback handler");
            case SafeChange.ChangeMasterCopy _ -> Set.of("the code behind the Safe");
            case SafeChange.Migrate _ -> Set.of("the code behind the Safe", "the fallback handler");
        };
    }

    /// Tokens that move.
    List<Moved> moved() {
        return SafeEvents.transfers(simulation);
    }

    /// What leaves the Safe although no call says so, as sentences.
    List<String> hiddenOutflows() {
        var said = new HashMap<Address, BigInteger>();
        var flows = Flows.of(scene);
        flows.payments().stream()
                .filter(payment -> payment.from().equals(scene.safe()))
                .forEach(payment ->
                        payment.token().ifPresent(token -> said.merge(token, payment.amount(), BigInteger::add)));
        flows.allowances().forEach(allowance -> said.merge(allowance.token(), allowance.amount(), BigInteger::add));
        var left = new LinkedHashMap<Address, BigInteger>();
        moved().stream()
                .filter(moved ->
                        moved.from().equals(scene.safe()) && !moved.to().equals(scene.safe()))
                // a vault's shares are burnt by the call that asks for it
                .filter(moved -> !isCalled(moved.token()) || !moved.to().isZero())
                .forEach(moved -> left.merge(moved.token(), moved.amount(), BigInteger::add));
        var hidden = new ArrayList<String>();
        left.forEach((token, amount) -> {
            if (amount.compareTo(said.getOrDefault(token, BigInteger.ZERO)) > 0) {
                hidden.add(amount + " units of " + scene.written(token) + " leave the Safe, "
                        + said.getOrDefault(token, BigInteger.ZERO) + " of them by its calls.");
            }
        });
        hiddenMoney(flows).ifPresent(hidden::add);
        return hidden;
    }

    /// What an owner lets somebody take.
    record Approved(Address token, Address owner, Address spender, BigInteger amount) {}

    List<Approved> approvals() {
        return simulation.events().stream()
                .filter(event -> event.topics().size() == 3
                        && event.topics().getFirst().equals(APPROVAL)
                        && event.data().length() == Word.LENGTH)
                .map(event -> new Approved(
                        event.contract(),
                        SafeEvents.account(event.topics().get(1)),
                        SafeEvents.account(event.topics().get(2)),
                        event.data().toUnsigned()))
                .toList();
    }

    private boolean isCalled(Address contract) {
        return scene.calls().stream().anyMatch(call -> call.target().equals(contract));
    }

    private Optional<String> hiddenMoney(Flows flows) {
        var said = flows.payments().stream()
                .filter(payment -> payment.token().isEmpty() && payment.from().equals(scene.safe()))
                .map(Flows.Payment::amount)
                .reduce(BigInteger.ZERO, BigInteger::add);
        var left = simulation
                .balances()
                .getOrDefault(scene.safe(), BigInteger.ZERO)
                .negate();
        return left.compareTo(said) > 0
                ? Optional.of(left + " wei leave the Safe, " + said + " of them by its calls.")
                : Optional.empty();
    }

    /// Allowances that the Safe gives although no call says so, as sentences.
    List<String> hiddenAllowances() {
        var said = new HashSet<List<Address>>();
        Flows.of(scene).allowances().forEach(given -> said.add(List.of(given.token(), given.spender())));
        return simulation.events().stream()
                .filter(event -> event.topics().size() == 3)
                .filter(event -> event.topics().getFirst().equals(APPROVAL)
                        || event.topics().getFirst().equals(APPROVAL_FOR_ALL))
                .filter(event -> SafeEvents.account(event.topics().get(1)).equals(scene.safe()))
                .filter(event -> event.data().length() == Word.LENGTH
                        && event.data().toUnsigned().signum() > 0)
                .filter(event -> !said.contains(List.of(
                        event.contract(), SafeEvents.account(event.topics().get(2)))))
                // a token may tell what is left of an allowance that is used
                .filter(event ->
                        moved().stream().noneMatch(moved -> moved.token().equals(event.contract())))
                .map(event -> scene.written(SafeEvents.account(event.topics().get(2))) + " may take "
                        + event.data().toUnsigned() + " units of " + scene.written(event.contract()) + ".")
                .distinct()
                .toList();
    }
}
