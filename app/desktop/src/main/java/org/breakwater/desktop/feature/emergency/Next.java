package org.breakwater.desktop.feature.emergency;

import java.util.List;
import org.breakwater.core.acting.Person;
import org.breakwater.core.review.HoldUp;

/// What can be done next with a pause, or why nothing can.
sealed interface Next {

    record Can(Act act, Person person) implements Next {}

    record Cannot(String why) implements Next {}

    /// What holds it has to be settled before.
    record Held(List<HoldUp> open) implements Next {}

    record Working(String words) implements Next {}

    /// It can be practised on a copy of the chain; nothing is signed for that.
    record Practise() implements Next {}

    /// It is under way or over.
    record Done() implements Next {}

    /// What a person does.
    enum Act {
        SIGN("Hold to sign"),
        SIGN_AND_SEND("Hold to sign and send"),
        SEND("Hold to send");

        private final String words;

        Act(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
