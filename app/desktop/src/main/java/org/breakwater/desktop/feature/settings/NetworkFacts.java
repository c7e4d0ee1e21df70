package org.breakwater.desktop.feature.settings;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import org.breakwater.core.alerting.SetWatch;
import org.breakwater.core.alerting.WatchSetting;
import org.breakwater.core.chain.AskedEndpoint;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.reminder.DesktopNotices;
import org.breakwater.core.service.ServiceState;
import org.breakwater.desktop.l10n.Times;

/// What the settings show of the network that the window is on. All observable values live on the toolkit's thread.
///
/// @param name with its chain id
/// @param lateAfter the age from which on its newest block counts as late
/// @param folder where what is kept of it lies
/// @param endpoints what each said last, in order of preference
/// @param service how the transaction service does
/// @param editing what can be changed; nothing where the program started the network itself
/// @param notices of the desktop that it is on
/// @param watch chooses by which rules alerts are raised and whom they are told
/// @param watched what was chosen, and how those that are told stand
public record NetworkFacts(
        String name,
        Deployment deployment,
        Duration lateAfter,
        String folder,
        ObservableValue<List<AskedEndpoint>> endpoints,
        ObservableValue<ServiceState> service,
        Optional<NetworkEditing> editing,
        DesktopNotices notices,
        SetWatch watch,
        ObservableValue<WatchSetting> watched,
        ObservableValue<Instant> now,
        ObservableValue<Times> times) {}
