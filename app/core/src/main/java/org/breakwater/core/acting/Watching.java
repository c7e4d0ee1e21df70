package org.breakwater.core.acting;

import java.util.List;
import java.util.Optional;
import org.breakwater.core.execution.PayingAccount;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.signing.SigningDevice;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Live;

/// Whether this console only watches: everything can be read and nobody signs, whoever could. Any thread may ask it.
public final class Watching {

    private final boolean fromTheStart;
    private final Live<Boolean> state;

    private Watching(boolean fromTheStart) {
        this.fromTheStart = fromTheStart;
        this.state = new Live<>(fromTheStart);
    }

    /// Whoever is listed signs, until somebody decides otherwise.
    public static Watching off() {
        return new Watching(false);
    }

    /// No signer is opened, so that none can sign before the next start.
    public static Watching fromTheStart() {
        return new Watching(true);
    }

    public boolean isFromTheStart() {
        return fromTheStart;
    }

    public boolean isOn() {
        return state.get();
    }

    public Live<Boolean> state() {
        return state;
    }

    /// Counts at once. What watches from the start goes on watching.
    public void set(boolean watches) {
        if (!fromTheStart) {
            state.set(watches);
        }
    }

    /// The same people, of whom nobody signs while this console only watches.
    public People guard(People people) {
        return new People() {
            @Override
            public List<Person> all() {
                return isOn() ? List.of() : people.all();
            }

            @Override
            public Optional<Person> find(Address address) {
                return isOn() ? Optional.empty() : people.find(address);
            }

            @Override
            public SigningDevice device(Person person) throws ProblemException {
                requireOff();
                return people.device(person);
            }

            @Override
            public Optional<PayingAccount> account(Person person) throws ProblemException {
                requireOff();
                return people.account(person);
            }
        };
    }

    private void requireOff() throws ProblemException {
        if (isOn()) {
            throw new ProblemException(refusal());
        }
    }

    static Problem refusal() {
        return Problem.of(
                "This console only watches: nobody signs at it.", "Change it in the settings, under Signers.");
    }
}
