package org.breakwater.desktop.boot;

import java.util.Optional;
import java.util.function.Function;
import org.breakwater.desktop.feature.activity.ActivityScreen;
import org.breakwater.desktop.feature.addresses.AddressBookScreen;
import org.breakwater.desktop.feature.addresses.KnownAddressScreen;
import org.breakwater.desktop.feature.claims.ClaimsView;
import org.breakwater.desktop.feature.claims.DossierView;
import org.breakwater.desktop.feature.claims.IncidentView;
import org.breakwater.desktop.feature.compose.ComposeView;
import org.breakwater.desktop.feature.council.CouncilView;
import org.breakwater.desktop.feature.emergency.EmergencyScreen;
import org.breakwater.desktop.feature.emergency.PauseScreen;
import org.breakwater.desktop.feature.inbox.InboxView;
import org.breakwater.desktop.feature.message.MessageScreen;
import org.breakwater.desktop.feature.policies.IntegratorScreen;
import org.breakwater.desktop.feature.policies.PoliciesScreen;
import org.breakwater.desktop.feature.policies.RecordLists;
import org.breakwater.desktop.feature.pools.PoolsView;
import org.breakwater.desktop.feature.proposals.ProposalsView;
import org.breakwater.desktop.feature.registry.RegistryView;
import org.breakwater.desktop.feature.review.ReviewScreen;
import org.breakwater.desktop.feature.settings.NetworkFacts;
import org.breakwater.desktop.feature.settings.SettingsView;
import org.breakwater.desktop.feature.settings.SettingsViewModel;
import org.breakwater.desktop.feature.treasury.TreasuryScreen;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Screen;
import org.breakwater.desktop.place.Surroundings;

/// Which screen stands at which place.
final class Screens implements Function<Place, Screen> {

    private final Surroundings around;
    private final SettingsViewModel settings;
    private final NetworkFacts network;

    Screens(Surroundings around, SettingsViewModel settings, NetworkFacts network) {
        this.around = around;
        this.settings = settings;
        this.network = network;
    }

    @Override
    public Screen apply(Place place) {
        return switch (place) {
            case Place.Composition composition -> new ComposeView(composition, around);
            case Place.NewProposal proposal -> new ComposeView(proposal, around);
            case Place.ParameterProposal(var key, var scope) -> ComposeView.proposing(key, scope, around);
            case Place.Settings(var part) -> new SettingsView(part, settings, network, around);
            case Place.Inbox _ -> new InboxView(around);
            case Place.Pools _, Place.Pool _ -> new PoolsView(place, around);
            case Place.Registry _, Place.Subject _ -> new RegistryView(place, around);
            case Place.Policies(var list) -> policies(list);
            case Place.Integrator(var address) -> new IntegratorScreen(address, around);
            case Place.Policy(var id) -> new PoliciesScreen(around, Optional.of(id));
            case Place.Claims _ -> new ClaimsView(around);
            case Place.Claim(var id) -> new DossierView(id, around);
            case Place.Incident(var id) -> new IncidentView(id, around);
            case Place.Proposals _, Place.Proposal _, Place.ParameterChange _ -> ProposalsView.at(place, around);
            case Place.Council _ -> new CouncilView(around, Optional.empty());
            case Place.Safe(var address) -> new CouncilView(around, Optional.of(address));
            case Place.SafeTransaction(var safe, var hash) -> new ReviewScreen(safe, hash, around);
            case Place.SafeMessage(var safe, var hash) -> new MessageScreen(safe, hash, around);
            case Place.Treasury _ -> new TreasuryScreen(around);
            case Place.Emergency _ -> new EmergencyScreen(around);
            case Place.Pause _ -> new PauseScreen(around);
            case Place.AddressBook _ -> new AddressBookScreen(around);
            case Place.KnownAddress(var address) -> new KnownAddressScreen(address, around);
            case Place.Activity(var part) -> new ActivityScreen(around, part);
        };
    }

    private Screen policies(Place.PolicyList list) {
        return switch (list) {
            case POLICIES -> new PoliciesScreen(around, Optional.empty());
            case SERIES, ACCOUNT_COVER, INTEGRATORS -> RecordLists.screen(around, list);
        };
    }
}
