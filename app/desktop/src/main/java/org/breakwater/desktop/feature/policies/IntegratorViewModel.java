package org.breakwater.desktop.feature.policies;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.breakwater.core.compose.WrittenValue;
import org.breakwater.core.governor.CaseCalls;
import org.breakwater.core.governor.CoverCalls;
import org.breakwater.core.keeping.DueAction;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.rule.PrepaidBalance;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.kit.Field.Hint;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.place.ActViewModel;
import org.breakwater.desktop.place.ActViewModel.Wanted;

/// What a person does for an integrator: pays its cover ahead, and what anybody may do that is due. Lives on the
/// toolkit's thread.
final class IntegratorViewModel {

    /// The form in which an amount is written.
    static final String TOP_UP = "top-up";

    private final ActViewModel act;
    private final StringProperty amount = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<IntegratorPage>> page = new ReadOnlyObjectWrapper<>(Optional.empty());

    IntegratorViewModel(ActViewModel act) {
        this.act = act;
    }

    ActViewModel act() {
        return act;
    }

    /// What was typed, whole tokens.
    StringProperty amount() {
        return amount;
    }

    ReadOnlyObjectProperty<Optional<IntegratorPage>> page() {
        return page.getReadOnlyProperty();
    }

    void know(IntegratorPage now) {
        page.set(Optional.of(now));
    }

    /// What the amount that is typed comes to, or what is wrong with it.
    static Hint effect(IntegratorPage page, String typed) {
        if (typed.isBlank()) {
            var rate = page.view().state().ratePerSecond();
            return Hint.limits(
                    rate.signum() == 0
                            ? "No premium runs now: what is paid waits for the first account."
                            : "Seven days cost " + written(PrepaidBalance.reserve(rate)) + " at the premium of now.");
        }
        try {
            var units = units(typed);
            var until = page.view().lastsWith(units, page.time());
            var then = "Then " + written(page.left().add(units)) + " are prepaid, ";
            return Hint.limits(
                    until >= PrepaidBalance.NEVER
                            ? then + "and no premium runs now."
                            : then + "until " + Times.dateAndTime(Instant.ofEpochSecond(until))
                                    + " UTC at the premium of now.");
        } catch (IllegalArgumentException wrong) {
            return Hint.error(String.valueOf(wrong.getMessage()));
        }
    }

    /// @throws IllegalArgumentException for what is no amount above zero; the message is a sentence
    private static BigInteger units(String typed) {
        var units = WrittenValue.amount(typed, SettlementAsset.DECIMALS);
        if (units.signum() <= 0) {
            throw new IllegalArgumentException("It is more than nothing, such as 1,000.");
        }
        return units;
    }

    void write() {
        if (isSomebody()) {
            act.write(TOP_UP);
        }
    }

    private boolean isSomebody() {
        if (act.person().get().isEmpty()) {
            act.refuse(Problem.of("Nobody acts at this window.", "Choose who acts, at the top of the window."));
        }
        return act.person().get().isPresent();
    }

    /// Lets the contract take the amount, before it is paid.
    void allow() {
        with((now, units, payer) -> act.prepare(
                new Wanted("Let " + written(units) + " be taken", "AccountCover may take " + written(units)),
                CaseCalls.allow(now.asset(), now.cover(), units, payer)));
    }

    void topUp() {
        with((now, units, payer) -> act.prepare(
                new Wanted("Prepay " + written(units), written(units) + " are prepaid"),
                CoverCalls.topUp(now.cover(), now.view().integrator(), units, payer)));
    }

    @FunctionalInterface
    private interface Act {
        void with(IntegratorPage page, BigInteger units, Address payer);
    }

    private void with(Act then) {
        var now = page.get();
        var person = act.person().get();
        if (now.isPresent() && person.isPresent()) {
            try {
                then.with(now.get(), units(amount.get()), person.get().address());
            } catch (IllegalArgumentException wrong) {
                act.refuse(Problem.of(String.valueOf(wrong.getMessage()), "Correct the amount."));
            }
        }
    }

    /// Tries a call that is due and shows it before it is sent.
    void doNow(DueAction action) {
        if (isSomebody()) {
            act.prepare(new Wanted(action.what(), "Done: " + action.what()), action.call());
        }
    }

    static String written(BigInteger units) {
        return Numbers.amountWithUnit(SettlementAsset.amount(units), Rounding.HELD);
    }
}
