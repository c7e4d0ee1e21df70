package org.breakwater.core.watch;

import org.breakwater.core.alert.Alert.Subject;
import org.breakwater.core.alert.AlertNames;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.projection.view.PoolView;

/// What alerts are about, inside sentences.
record SubjectWords(AlertNames names) {

    String of(Subject about, ProtocolView view) {
        return switch (about) {
            case Subject.Pool(var id) -> view.pool(id).map(PoolView::name).orElse("pool " + id);
            case Subject.Incident(var id) -> "incident " + id;
            case Subject.Feed(var feed) -> names.address(feed);
            case Subject.Adapter(var adapter) -> names.address(adapter);
            case Subject.Asset(var asset) -> names.address(asset);
            case Subject.Venue(var venue) -> names.address(venue);
            case Subject.InsuredSubject(var _, var subject) -> names.subject(subject);
            case Subject.Registry _ -> "the registry";
            case Subject.Integrator(var integrator) -> names.address(integrator);
            case Subject.Treasury _ -> "the treasury";
            case Subject.Pause(var id) -> "pause " + id;
            case Subject.Protocol _ -> "the protocol";
            case Subject.Claim(var id) -> "claim " + id;
            case Subject.Case(var id) -> "case " + id;
            case Subject.Safe(var safe) -> names.address(safe);
            case Subject.Proposal(var id) -> "proposal " + shortened(id.toString());
            case Subject.ParameterChange(var id) -> "change " + id;
            case Subject.Contract(var contract) -> names.address(contract);
            case Subject.Endpoint(var name) -> name;
            case Subject.Store(var name) -> name;
            case Subject.Target(var name) -> name;
            case Subject.Machine _ -> "this machine";
        };
    }

    /// The numbers of proposals have up to 78 digits.
    private static String shortened(String digits) {
        return digits.length() <= 12 ? digits : digits.substring(0, 6) + "…" + digits.substring(digits.length() - 4);
    }
}
