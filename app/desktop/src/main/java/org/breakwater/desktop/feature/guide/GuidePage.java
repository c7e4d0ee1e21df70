package org.breakwater.desktop.feature.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Place.SettingsPart;

/// A page of the user guide. Its text is the file of `app/docs/guide`, packed with the program.
public enum GuidePage {
    GETTING_STARTED("getting-started", "Getting started"),
    BEFORE_YOU_SIGN("before-you-sign", "Before you sign"),
    READING("reading-the-protocol", "Reading the protocol"),
    COUNCIL("the-council-signs", "The council signs"),
    DAO("the-dao-votes", "The DAO votes"),
    CLAIM("a-disputed-claim", "A disputed claim"),
    EMERGENCY("an-emergency", "An emergency"),
    TREASURY("the-treasury", "The treasury"),
    ALERTS("alerts-and-monitor", "Alerts and the monitor"),
    KEEPER("the-keeper", "The keeper"),
    REAL_NETWORK("a-real-network", "A real network"),
    KEYS("keys-and-signers", "Keys and signers"),
    BACKUP("backup-and-moving", "Backup and moving"),
    TROUBLE("troubleshooting", "Troubleshooting"),
    GLOSSARY("glossary", "Glossary");

    private static final String PICTURES = "pictures/";

    private final String file;
    private final String title;

    GuidePage(String file, String title) {
        this.file = file;
        this.title = title;
    }

    /// The page about a place.
    public static GuidePage of(Place place) {
        return switch (place.section()) {
            case POOLS, POLICIES, ADDRESS_BOOK -> READING;
            case INBOX, COUNCIL -> COUNCIL;
            case CLAIMS -> CLAIM;
            case PROPOSALS -> DAO;
            case TREASURY -> TREASURY;
            case EMERGENCY -> EMERGENCY;
            case ACTIVITY -> ALERTS;
            case SETTINGS -> place instanceof Place.Settings(var part) ? of(part) : GETTING_STARTED;
        };
    }

    private static GuidePage of(SettingsPart part) {
        return switch (part) {
            case NETWORK, SERVICE -> REAL_NETWORK;
            case SIGNERS, POLICY -> KEYS;
            case EVIDENCE -> CLAIM;
            case ASSUMPTIONS -> TREASURY;
            case ALERTS, NOTICES -> ALERTS;
            case APPEARANCE, KEYBOARD, ABOUT -> GETTING_STARTED;
        };
    }

    /// The page that a link of the guide names, as in `the-treasury.md`.
    static Optional<GuidePage> linked(String target) {
        return Stream.of(values())
                .filter(page -> target.equals(page.file + ".md"))
                .findFirst();
    }

    String title() {
        return title;
    }

    /// Its Markdown.
    String text() {
        try (var stream = packed(file + ".md")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// A picture that came with the pages.
    ///
    /// @param name of its file
    static InputStream picture(String name) {
        return packed(PICTURES + name);
    }

    private static InputStream packed(String name) {
        return Objects.requireNonNull(GuidePage.class.getResourceAsStream(name), name);
    }
}
