package org.breakwater.desktop.kit;

import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Every icon of the program, from one pack: Feather.
public enum Icon {
    ACTIVITY(Feather.ACTIVITY),
    ALERT(Feather.ALERT_TRIANGLE),
    ARROW_DOWN(Feather.ARROW_DOWN),
    ARROW_LEFT(Feather.ARROW_LEFT),
    ARROW_RIGHT(Feather.ARROW_RIGHT),
    ARROW_UP(Feather.ARROW_UP),
    ARROW_UP_RIGHT(Feather.ARROW_UP_RIGHT),
    BELL(Feather.BELL),
    BLOCK(Feather.BOX),
    BOOK(Feather.BOOK_OPEN),
    BRANCH(Feather.GIT_BRANCH),
    CHART(Feather.BAR_CHART_2),
    CHECK(Feather.CHECK),
    CHEVRON_DOWN(Feather.CHEVRON_DOWN),
    CHEVRON_RIGHT(Feather.CHEVRON_RIGHT),
    CIRCLE(Feather.CIRCLE),
    CLAIM(Feather.LIFE_BUOY),
    CLOCK(Feather.CLOCK),
    CLOUD(Feather.CLOUD),
    COPY(Feather.COPY),
    COUNCIL(Feather.USERS),
    DATABASE(Feather.DATABASE),
    DISC(Feather.DISC),
    DOWNLOAD(Feather.DOWNLOAD),
    DOWNLOAD_CLOUD(Feather.DOWNLOAD_CLOUD),
    EXTERNAL_LINK(Feather.EXTERNAL_LINK),
    EYE(Feather.EYE),
    FAST_FORWARD(Feather.FAST_FORWARD),
    FILE(Feather.FILE),
    FILE_TEXT(Feather.FILE_TEXT),
    FILTER(Feather.FILTER),
    GLOBE(Feather.GLOBE),
    INBOX(Feather.INBOX),
    INFO(Feather.INFO),
    KEY(Feather.KEY),
    KEYBOARD(Feather.COMMAND),
    LOCK(Feather.LOCK),
    MENU(Feather.MENU),
    MINUS(Feather.MINUS),
    MOON(Feather.MOON),
    MORE(Feather.MORE_HORIZONTAL),
    PAUSE(Feather.PAUSE_CIRCLE),
    PEN(Feather.EDIT_2),
    PLAY(Feather.PLAY_CIRCLE),
    PLUS(Feather.PLUS),
    POOLS(Feather.LAYERS),
    PROBLEM(Feather.ALERT_CIRCLE),
    PROHIBITED(Feather.SLASH),
    PROPOSAL(Feather.GIT_PULL_REQUEST),
    QUESTION(Feather.HELP_CIRCLE),
    REFRESH(Feather.REFRESH_CW),
    SCISSORS(Feather.SCISSORS),
    SEARCH(Feather.SEARCH),
    SETTINGS(Feather.SETTINGS),
    SHIELD(Feather.SHIELD),
    SLIDERS(Feather.SLIDERS),
    STOP(Feather.X_OCTAGON),
    SUN(Feather.SUN),
    TABLE(Feather.LIST),
    TREASURY(Feather.PIE_CHART),
    UNLOCK(Feather.UNLOCK),
    USER(Feather.USER),
    USER_CHECK(Feather.USER_CHECK),
    X(Feather.X),
    X_CIRCLE(Feather.X_CIRCLE),
    PASSED(Feather.CHECK_CIRCLE),
    HIDDEN(Feather.EYE_OFF),
    MONEY(Feather.DOLLAR_SIGN),
    CALENDAR(Feather.CALENDAR),
    CODE(Feather.CODE),
    MOVE_IN(Feather.LOG_IN),
    MOVE_OUT(Feather.LOG_OUT),
    SAVE(Feather.SAVE),
    SEND(Feather.SEND),
    TRASH(Feather.TRASH_2),
    UPLOAD(Feather.UPLOAD),
    USER_PLUS(Feather.USER_PLUS),
    USER_MINUS(Feather.USER_MINUS);

    /// The sizes icons are drawn in, in pixels at a text size of 100 %.
    public enum Size {
        /// In tags and captions: 12.
        TAG(12),
        /// In buttons: 14.
        BUTTON(14),
        /// In rows: 16.
        ROW(16),
        /// Alone in an empty pane: 20.
        PANE(20);

        private final String styleClass;

        Size(int pixels) {
            this.styleClass = "size-" + pixels;
        }
    }

    private final Feather glyph;

    Icon(Feather glyph) {
        this.glyph = glyph;
    }

    public Node at(Size size) {
        return at(size, Tone.DEFAULT);
    }

    public Node at(Size size, Tone tone) {
        var icon = new FontIcon(glyph);
        icon.getStyleClass().addAll("icon", size.styleClass);
        icon.setAccessibleRole(AccessibleRole.IMAGE_VIEW); // else its character would be read out
        icon.setAccessibleText(name().toLowerCase(Locale.ROOT).replace('_', ' '));
        return tone.on(icon);
    }
}
