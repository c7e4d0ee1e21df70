package org.breakwater.desktop.feature.settings;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.check.CheckId;
import org.breakwater.core.review.policy.ChangePolicy;
import org.breakwater.core.review.policy.PersonalPolicy;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.feature.settings.NetworkSettingsViewModel.Result;
import org.breakwater.desktop.fx.Attempt;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.l10n.Times;

/// Shows what the person's policy says, and changes it. Lives on the toolkit's thread.
public final class PolicyViewModel {

    private static final int MOST_DIGITS = 78;

    /// The policy as it was read.
    ///
    /// @param now by the chain's clock: what counts counts by it
    public record Read(PersonalPolicy policy, Instant now) {}

    /// What is being done.
    public sealed interface Editing {

        record Nothing() implements Editing {}

        record Allowing() implements Editing {}

        record Refunding() implements Editing {}

        record Denying() implements Editing {}

        record AskingSecondPerson() implements Editing {}

        record Pardoning(Address account) implements Editing {}

        record Waiving(CheckId check) implements Editing {}

        record TakingOver() implements Editing {}
    }

    private final ChangePolicy policy;
    private final Background background;
    private final ReadOnlyObjectWrapper<Optional<Read>> read = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> unread = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Editing> editing = new ReadOnlyObjectWrapper<>(new Editing.Nothing());
    private final ReadOnlyObjectWrapper<Optional<Result>> result = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    public PolicyViewModel(ChangePolicy policy, Background background) {
        this.policy = policy;
        this.background = background;
    }

    /// What it says; nothing while it was not read.
    public ReadOnlyObjectProperty<Optional<Read>> policy() {
        return read.getReadOnlyProperty();
    }

    /// Why it could not be read.
    public ReadOnlyObjectProperty<Optional<Problem>> unread() {
        return unread.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Editing> editing() {
        return editing.getReadOnlyProperty();
    }

    /// What came of the last act.
    public ReadOnlyObjectProperty<Optional<Result>> result() {
        return result.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// Where the file is.
    public String where() {
        return policy.store().where();
    }

    public void read() {
        background.run("Reading the policy", () -> Attempt.of(this::readNow), this::show);
    }

    private Read readNow() throws ProblemException {
        return new Read(policy.store().read(), policy.clock().instant());
    }

    private void show(Attempt<Read> came) {
        came.then(
                now -> {
                    unread.set(Optional.empty());
                    read.set(Optional.of(now));
                },
                problem -> {
                    read.set(Optional.empty());
                    unread.set(Optional.of(problem));
                });
    }

    public void edit(Editing other) {
        result.set(Optional.empty());
        editing.set(other);
    }

    public void allow(String contract, String typed, String why) {
        act(
                () -> policy.allow(address(contract), typed, why),
                allowed ->
                        "Written down. It counts from " + time(allowed.from()) + ", for the code that is there now.");
    }

    public void forbid(Address contract) {
        act(
                () -> {
                    policy.forbid(contract);
                    return contract;
                },
                _ -> "Taken back. It counts no longer.");
    }

    /// @param token empty for the network's own money
    /// @param most in the token's smallest units
    public void allowRefund(String receiver, String token, String most, String typed, String why) {
        act(
                () -> policy.allowRefund(
                        address(receiver), token.isBlank() ? Address.ZERO : address(token), amount(most), typed, why),
                allowed -> "Written down. It counts from " + time(allowed.from()) + ".");
    }

    public void forbidRefund(Address receiver, Address token) {
        act(
                () -> {
                    policy.forbidRefund(receiver, token);
                    return receiver;
                },
                _ -> "Taken back. It counts no longer.");
    }

    public void deny(String account) {
        act(
                () -> {
                    var denied = address(account);
                    policy.deny(denied);
                    return denied;
                },
                _ -> "Denied from now on.");
    }

    public void pardon(Address account, String typed) {
        act(() -> policy.pardon(account, typed), from -> "It is denied until " + time(from) + ".");
    }

    public void askSecondPerson(String check) {
        act(
                () -> {
                    var id = check(check);
                    policy.askSecondPerson(id);
                    return id;
                },
                id -> "Where " + id + " holds, another owner must have signed before.");
    }

    public void waiveSecondPerson(CheckId check, String typed) {
        act(
                () -> policy.waiveSecondPerson(check, typed),
                from -> "A second person is wanted until " + time(from) + ".");
    }

    public void takeOver(String typed) {
        act(
                () -> {
                    policy.adopt(typed);
                    return typed;
                },
                _ -> "Taken over. What it allows counts a day from now.");
    }

    private static String time(Instant instant) {
        return Times.date(instant) + ", " + Times.time(instant);
    }

    private static Address address(String text) throws ProblemException {
        try {
            return Address.parse(text.strip());
        } catch (IllegalArgumentException malformed) {
            throw new ProblemException(
                    Problem.of("That is no address: " + malformed.getMessage() + ".", "Copy it whole from its source."),
                    malformed);
        }
    }

    private static BigInteger amount(String text) throws ProblemException {
        var digits = text.strip().replace(",", "");
        if (!digits.matches("[0-9]+") || digits.length() > MOST_DIGITS) {
            throw new ProblemException(Problem.of(
                    "The most that is refunded is a whole number of the token's smallest units.",
                    "For 0.01 ETH write 10,000,000,000,000,000."));
        }
        return new BigInteger(digits);
    }

    private static CheckId check(String text) throws ProblemException {
        var wanted = text.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(CheckId.values())
                .filter(id -> id.name().equals(wanted))
                .findFirst()
                .orElseThrow(() ->
                        new ProblemException(Problem.of("There is no such check.", "Write its number, such as FW18.")));
    }

    private <T> void act(Attempt.Work<T> work, Function<? super T, String> done) {
        busy.set(true);
        result.set(Optional.empty());
        background.run("Writing the policy", () -> Attempt.of(work), came -> {
            busy.set(false);
            came.then(
                    value -> {
                        editing.set(new Editing.Nothing());
                        result.set(Optional.of(new Result(true, done.apply(value))));
                        read();
                    },
                    refused -> result.set(Optional.of(new Result(false, refused.toString()))));
        });
    }
}
