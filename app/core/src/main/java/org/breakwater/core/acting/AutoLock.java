package org.breakwater.core.acting;

/// When keystores that were unlocked lock themselves.
public sealed interface AutoLock {

    /// Of somebody who has not set anything.
    AutoLock STANDARD = new AfterIdle(10);

    /// Once none of their keys was used for a while.
    ///
    /// @param minutes {@link #LEAST} to {@link #MOST}
    record AfterIdle(int minutes) implements AutoLock {

        public static final int LEAST = 1;
        public static final int MOST = 60;

        public AfterIdle {
            if (minutes < LEAST || minutes > MOST) {
                throw new IllegalArgumentException(
                        "keystores lock after " + LEAST + " to " + MOST + " minutes, not after " + minutes);
            }
        }
    }

    /// After each signature, and after a minute without one.
    record AfterEachSignature() implements AutoLock {}
}
