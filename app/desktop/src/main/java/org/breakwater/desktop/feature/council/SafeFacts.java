package org.breakwater.desktop.feature.council;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.feature.council.SafePage.Owner;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.place.Surroundings;
import org.breakwater.desktop.wording.Finding;

/// Beside a Safe's queue: its owners, how it is built, and what to do about what cannot be signed.
final class SafeFacts {

    private static final double NAMES = 118;

    private final Surroundings around;
    private final SafePage safe;

    SafeFacts(Surroundings around, SafePage safe) {
        this.around = around;
        this.safe = safe;
    }

    VBox root() {
        var column = new VBox(owners(), build());
        var advice = advice();
        if (!advice.isEmpty()) {
            column.getChildren().add(section("What to do", advice));
        }
        return column;
    }

    private Node owners() {
        var rows = new VBox();
        safe.owners().stream().map(this::owner).forEach(rows.getChildren()::add);
        var heading = Boxes.row(
                8,
                Words.strong("Owners"),
                Words.secondary(safe.owners().size() + ", any " + safe.threshold() + " decide"),
                Boxes.spacer(),
                Words.secondary("signed what waits"));
        return Boxes.styled(new VBox(6, heading, rows), "fact-section");
    }

    private Node owner(Owner owner) {
        var nonces = owner.signed().stream().map(Object::toString).collect(Collectors.joining(", "));
        var words = Words.secondary(nonces.isEmpty() ? "none" : "nonce " + nonces);
        words.setMinWidth(Region.USE_PREF_SIZE);
        return Boxes.styled(Boxes.row(8, around.chip(owner.address()), Boxes.spacer(), words), "fact-row");
    }

    private Node build() {
        var build = safe.build();
        return section(
                "How it is built",
                List.of(
                        fact("Singleton", around.chip(build.singleton())),
                        fact("Version", Words.body(build.version())),
                        fact("Modules", accounts(build.modules())),
                        fact("Guard", account(build.guard())),
                        fact("Module guard", account(build.moduleGuard())),
                        fact("Fallback handler", account(build.fallbackHandler())),
                        fact(
                                "Next nonce",
                                identified("safe-nonce", build.nonce().toString()))));
    }

    private static Node identified(String id, String words) {
        var label = Words.body(words);
        label.setId(id);
        return label;
    }

    private Node account(Optional<Address> account) {
        return account.<Node>map(around::chip).orElseGet(() -> Words.body("none"));
    }

    private Node accounts(List<Address> accounts) {
        if (accounts.isEmpty()) {
            return Words.body("none");
        }
        var column = new VBox(2);
        accounts.forEach(account -> column.getChildren().add(around.chip(account)));
        return column;
    }

    private static Node fact(String name, Node value) {
        var label = Words.muted(name);
        label.setMinWidth(NAMES);
        label.setPrefWidth(NAMES);
        return Boxes.styled(new HBox(8, label, value), "fact-line");
    }

    private static Node section(String heading, List<Node> rows) {
        var column = new VBox(6, Words.strong(heading));
        column.getChildren().addAll(rows);
        return Boxes.styled(column, "fact-section");
    }

    private List<Node> advice() {
        return safe.slots().stream()
                .flatMap(slot -> slot.rows().stream())
                .flatMap(row -> row.findings().stream()
                        .filter(finding -> finding.severity() == Severity.BLOCK)
                        .limit(1)
                        .map(finding -> advice(row, finding)))
                .toList();
    }

    private static Node advice(SafePage.Row row, Finding finding) {
        var signed = row.signers().isEmpty()
                ? ""
                : " " + String.join(", ", row.signers()) + " signed it; that stays usable until nonce " + row.nonce()
                        + " is spent.";
        var words = Words.wrapped(Words.secondary("Nonce " + row.nonce() + ": " + finding.sentence() + signed));
        Tone.DEFAULT.on(words);
        return new HBox(8, Icon.STOP.at(Icon.Size.BUTTON, Tone.DANGER), Boxes.growing(words));
    }
}
