package org.breakwater.desktop.boot;

import java.util.function.Function;
import org.breakwater.desktop.feature.claims.ClaimsView;
import org.breakwater.desktop.feature.claims.DossierView;
import org.breakwater.desktop.feature.claims.IncidentView;
import org.breakwater.desktop.feature.overview.OverviewViewModel;
import org.breakwater.desktop.feature.settings.SettingsView;
import org.breakwater.desktop.feature.settings.SettingsViewModel;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Screen;
import org.breakwater.desktop.place.Surroundings;

/// Which screen stands at which place.
final class Screens implements Function<Place, Screen> {

    private final Surroundings around;
    private final OverviewViewModel overview;
    private final SettingsViewModel settings;

    Screens(Surroundings around, OverviewViewModel overview, SettingsViewModel settings) {
        this.around = around;
        this.overview = overview;
        this.settings = settings;
    }

    @Override
    public Screen apply(Place place) {
        return switch (place) {
            case Place.Composition _ -> new OverviewScreen(overview);
            case Place.Settings(var part) -> new SettingsView(part, settings, around.router(), around.commands());
            case Place.Inbox _ -> new UnreadScreen(place.section());
            case Place.Pools _, Place.Pool _ -> new UnreadScreen(place.section());
            case Place.Registry _, Place.Subject _ -> new UnreadScreen(place.section());
            case Place.Policies _, Place.Policy _ -> new UnreadScreen(place.section());
            case Place.Claims _ -> new ClaimsView(around);
            case Place.Claim(var id) -> new DossierView(id, around);
            case Place.Incident(var id) -> new IncidentView(id, around);
            case Place.Proposals _, Place.Proposal _, Place.ParameterChange _ -> new UnreadScreen(place.section());
            case Place.Council _, Place.Safe _, Place.SafeTransaction _ -> new UnreadScreen(place.section());
            case Place.Treasury _ -> new UnreadScreen(place.section());
            case Place.Emergency _ -> new UnreadScreen(place.section());
            case Place.AddressBook _, Place.KnownAddress _ -> new UnreadScreen(place.section());
            case Place.Activity _ -> new UnreadScreen(place.section());
        };
    }
}
