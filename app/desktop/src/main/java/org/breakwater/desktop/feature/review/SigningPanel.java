package org.breakwater.desktop.feature.review;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.breakwater.core.acting.Person;
import org.breakwater.desktop.feature.review.ReviewPage.Reviewed;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.HashCard;
import org.breakwater.desktop.kit.Words;

/// Before the device is asked: the hashes that it must show.
final class SigningPanel {

    private static final double HASHES = 440;

    private SigningPanel() {}

    static Node of(ActionsViewModel model, Reviewed reviewed, Person person) {
        var hash = reviewed.review().hash();
        var hashes = new HashCard(List.of(
                new HashCard.Entry("Domain hash", hash.domainHash(), "computed here", true),
                new HashCard.Entry("Message hash", hash.messageHash(), "computed here", true)));
        hashes.setMaxWidth(HASHES);
        hashes.setMinWidth(HASHES);
        hashes.setMaxHeight(Region.USE_PREF_SIZE);
        var sign = Buttons.primary(
                "Sign nonce " + reviewed.queued().transaction().nonce() + " as " + person.name(), model::sign);
        sign.setId("action-sign");
        var words = new VBox(
                8,
                Words.wrapped(Words.strong(reviewed.title())),
                Words.wrapped(Words.body(instruction(person))),
                Words.wrapped(Words.secondary("A signature never expires. It ends when the Safe uses nonce "
                        + reviewed.queued().transaction().nonce() + " for this or for something else.")),
                Unlock.of(model, person).before(sign));
        words.setMinWidth(0);
        return Boxes.styled(Boxes.row(20, Boxes.growing(words), hashes), "action-panel");
    }

    private static String instruction(Person person) {
        return switch (person.means()) {
            case LOCAL_NETWORK ->
                person.name() + " signs with " + person.means().words()
                        + ", which asks nobody. A device would show these two hashes; compare them group by group.";
            case KEYSTORE ->
                person.name() + " signs with " + person.means().words()
                        + ". Compare the hashes with a second machine first.";
            case EXTERNAL_SIGNER ->
                "Your device shows these two hashes. Compare them group by group; where one differs, refuse there.";
        };
    }
}
