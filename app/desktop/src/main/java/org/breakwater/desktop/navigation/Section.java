package org.breakwater.desktop.navigation;

import org.breakwater.desktop.kit.Icon;

/// An entry of the rail. The first eight have the keys Ctrl+1 to Ctrl+8.
public enum Section {
    INBOX("Inbox", Icon.INBOX),
    POOLS("Pools", Icon.POOLS),
    POLICIES("Policies", Icon.FILE_TEXT),
    CLAIMS("Claims", Icon.CLAIM),
    PROPOSALS("Proposals", Icon.PROPOSAL),
    COUNCIL("Council", Icon.COUNCIL),
    TREASURY("Treasury", Icon.TREASURY),
    EMERGENCY("Emergency", Icon.PAUSE),
    ADDRESS_BOOK("Address book", Icon.BOOK),
    ACTIVITY("Activity", Icon.ACTIVITY),
    SETTINGS("Settings", Icon.SETTINGS);

    private final String title;
    private final Icon icon;

    Section(String title, Icon icon) {
        this.title = title;
        this.icon = icon;
    }

    public String title() {
        return title;
    }

    public Icon icon() {
        return icon;
    }

    /// Whether it stands at the foot of the rail.
    public boolean isFoot() {
        return switch (this) {
            case INBOX, POOLS, POLICIES, CLAIMS, PROPOSALS, COUNCIL, TREASURY, EMERGENCY -> false;
            case ADDRESS_BOOK, ACTIVITY, SETTINGS -> true;
        };
    }

    /// Where the entry leads.
    public Place place() {
        return switch (this) {
            case INBOX -> new Place.Inbox();
            case POOLS -> new Place.Pools();
            case POLICIES -> new Place.Policies(Place.PolicyList.POLICIES);
            case CLAIMS -> new Place.Claims();
            case PROPOSALS -> new Place.Proposals();
            case COUNCIL -> new Place.Council();
            case TREASURY -> new Place.Treasury();
            case EMERGENCY -> new Place.Emergency();
            case ADDRESS_BOOK -> new Place.AddressBook();
            case ACTIVITY -> new Place.Activity(Place.ActivityPart.LOG);
            case SETTINGS -> new Place.Settings(Place.SettingsPart.APPEARANCE);
        };
    }
}
