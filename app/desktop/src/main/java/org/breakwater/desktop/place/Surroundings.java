package org.breakwater.desktop.place;

import java.time.Instant;
import javafx.beans.value.ObservableValue;
import org.breakwater.core.activity.EventLog;
import org.breakwater.core.call.CallReader;
import org.breakwater.core.council.Council;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.emergency.Drills;
import org.breakwater.core.evidence.FetchEvidence;
import org.breakwater.core.follow.FollowProtocol.Progress;
import org.breakwater.core.follow.Known;
import org.breakwater.core.names.AddressBook;
import org.breakwater.core.policies.PolicySearch;
import org.breakwater.core.review.Reviewer;
import org.breakwater.core.stress.ChooseAssumptions;
import org.breakwater.core.stress.own.OwnScenarios;
import org.breakwater.core.text.TextLibrary;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.command.Commands;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.kit.AddressChip;
import org.breakwater.desktop.kit.AddressLabel;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.navigation.Router;

/// What screens work with. All observable values live on the toolkit's thread.
///
/// @param known the protocol, kept up with the chain
/// @param progress how far reading has come while nothing is known yet
/// @param deployment the contracts
/// @param events what happened, event by event
/// @param book names of addresses
/// @param saving for what is exported
/// @param now the present, once a second
/// @param times how times are written
/// @param texts what people wrote, by the hashes that the chain has of it
/// @param policies finds policies among all
/// @param council the Safes, read anew after each block
/// @param calls reads calldata
/// @param reviewer reviews transactions of Safes
/// @param acting who acts at this window
/// @param opening for what comes by file
/// @param composing what it takes to write transactions
/// @param reviews of what waits for the Safes
/// @param drills pauses that were practised
/// @param evidence has evidence given by the places that the person allows
/// @param scenarios that somebody thought of on this machine
/// @param reporting makes the report of a month
/// @param alerting the alerts that stand
/// @param detecting looks whether something that is covered was lost
/// @param assumptions of the stress engine
public record Surroundings(
        ObservableValue<Loadable<Known>> known,
        ObservableValue<Progress> progress,
        Deployment deployment,
        EventLog events,
        AddressBook book,
        Router router,
        Commands commands,
        Background background,
        Saving saving,
        ObservableValue<Instant> now,
        ObservableValue<Times> times,
        TextLibrary texts,
        PolicySearch policies,
        ObservableValue<Loadable<Council>> council,
        CallReader calls,
        Reviewer reviewer,
        Acting acting,
        Opening opening,
        Composing composing,
        Reviews reviews,
        Drills drills,
        FetchEvidence evidence,
        OwnScenarios scenarios,
        Reporting reporting,
        Alerting alerting,
        Detecting detecting,
        ChooseAssumptions assumptions) {

    /// An address with its name, for rows and details.
    public AddressChip chip(Address address) {
        return new AddressChip(label(address));
    }

    public AddressLabel label(Address address) {
        return book.name(address)
                .map(name -> AddressLabel.named(address, name))
                .or(() -> book.lookAlike(address)
                        .map(other -> AddressLabel.lookAlike(address, other.address(), other.name())))
                .orElseGet(() -> AddressLabel.unknown(address));
    }

    /// What an address is called: its name, else its shortened digits.
    public String name(Address address) {
        return book.name(address).orElseGet(() -> label(address).shortened());
    }
}
