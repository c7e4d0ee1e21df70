package org.breakwater.desktop.kit;

import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// An address: pattern, name from the person's own book, shortened digits. Focus or the pointer shows all digits in
/// groups of four; C copies them. A look-alike of a known address turns hold-coloured and shows both in full, with the
/// groups that differ marked.
public final class AddressChip extends HBox {

    private static final double GAP = 6;

    private final AddressLabel label;
    private final Tooltip full;
    private final Label digits;

    public AddressChip(AddressLabel label) {
        this(label, false);
    }

    /// All digits at once, for the detail of one thing.
    public static AddressChip inFull(AddressLabel label) {
        return new AddressChip(label, true);
    }

    /// The name alone where there is one, for rows without room for more; the digits stay a focus or a pointer away.
    public static AddressChip byName(AddressLabel label) {
        var chip = new AddressChip(label);
        if (label.name().isPresent()) {
            chip.getChildren().remove(chip.digits);
        }
        return chip;
    }

    private AddressChip(AddressLabel label, boolean inFull) {
        super(GAP, new Identicon(label.address()));
        this.label = label;
        this.full = new Tooltip();
        this.digits = Boxes.styled(Words.mono(label.shortened()), "muted");
        getStyleClass().add("address-chip");
        setAlignment(Pos.CENTER_LEFT);
        setFillHeight(false);
        setMinWidth(USE_PREF_SIZE);
        setMaxWidth(USE_PREF_SIZE);
        if (inFull) {
            getChildren().add(HexGroups.plain(label.address()));
        } else {
            fill();
        }
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(label.spoken());
        setAccessibleHelp("C copies the address");
        full.setGraphic(fullForm());
        full.setShowDelay(Duration.millis(300));
        full.setShowDuration(Duration.INDEFINITE);
        Tooltip.install(this, full);
        focusedProperty().subscribe(this::focusMoved);
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        setOnContextMenuRequested(event -> menu().show(this, event.getScreenX(), event.getScreenY()));
    }

    private void fill() {
        label.name().ifPresent(name -> getChildren().add(Words.name(name)));
        digits.setMinWidth(USE_PREF_SIZE);
        getChildren().add(digits);
        label.looksLike().ifPresent(other -> {
            Tone.HOLD.on(digits).getStyleClass().add("strong");
            getChildren().add(new SeverityTag(Severity.HOLD, "Looks like " + other.name()));
        });
    }

    private Node fullForm() {
        var lines = new VBox(2);
        label.looksLike()
                .ifPresentOrElse(
                        other -> lines.getChildren()
                                .addAll(
                                        Words.secondary("This address"),
                                        HexGroups.compared(label.address(), other.address()),
                                        Words.secondary(other.name() + ", in your book"),
                                        HexGroups.compared(other.address(), label.address())),
                        () -> lines.getChildren().add(HexGroups.plain(label.address())));
        return lines;
    }

    private void focusMoved(boolean focused) {
        if (focused && getScene() != null && getScene().getWindow() != null) {
            Bounds bounds = localToScreen(getBoundsInLocal());
            full.show(this, bounds.getMinX(), bounds.getMaxY() + 4);
        } else {
            full.hide();
        }
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.C && !event.isAltDown() && !event.isMetaDown()) {
            copy();
            event.consume();
        }
    }

    private ContextMenu menu() {
        var copy = new MenuItem("Copy the address");
        copy.setOnAction(_ -> copy());
        return new ContextMenu(copy);
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putString(label.address().toString());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
