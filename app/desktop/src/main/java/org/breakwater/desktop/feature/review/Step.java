package org.breakwater.desktop.feature.review;

import java.util.List;
import org.breakwater.core.acting.Person;
import org.breakwater.core.execution.PreparedCall;
import org.breakwater.core.execution.Speed;
import org.breakwater.core.value.Address;

/// Where a person is who does something with a transaction.
sealed interface Step {

    /// The bar alone.
    record Idle() implements Step {}

    /// Types what holds it.
    record Settling() implements Step {}

    /// Compares the hashes before the device is asked.
    record Signing(Person person) implements Step {}

    /// Reads what their policy could allow.
    record Allowing(List<Address> contracts) implements Step {}

    /// Something is under way.
    ///
    /// @param canStop whether a person may stop waiting for it
    record Working(String words, boolean canStop) implements Step {

        Working(String words) {
            this(words, false);
        }
    }

    /// Chooses a fee.
    record Paying(Way way, Person person, PreparedCall call, Speed speed) implements Step {}

    /// Unlocks the key that what was handed in is sent again with.
    record Raising(Person person) implements Step {}
}
