package org.breakwater.core.call;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.projection.view.Proposal;
import org.breakwater.core.projection.view.ProposalState;
import org.breakwater.core.protocol.ChangeState;
import org.breakwater.core.rule.ParameterClash;
import org.breakwater.core.rule.ParameterClash.Setting;
import org.breakwater.core.rule.ParameterConsistency.Violation;

/// Every value that something undecided or unexecuted would give a parameter.
public record OpenSettings(List<OpenSetting> settings) {

    public OpenSettings {
        settings = List.copyOf(settings);
    }

    /// What would set a value.
    public sealed interface Origin {

        /// A pending change of the registry, by its number.
        record OfChange(long id) implements Origin {}

        /// A proposal of the DAO that is not over, by the Governor's id.
        record OfProposal(BigInteger id) implements Origin {}
    }

    public record OpenSetting(Origin origin, Setting setting) {}

    /// That a setting and another one cannot both be executed.
    public record Clash(OpenSetting one, OpenSetting other, Violation violation) {}

    /// @param calls reads the calldata of proposals
    public static OpenSettings of(ProtocolView view, CallReader calls) {
        var settings = new ArrayList<OpenSetting>();
        for (var pending : view.changes()) {
            var change = pending.change();
            if (change.state() == ChangeState.PENDING) {
                settings.add(new OpenSetting(
                        new Origin.OfChange(pending.changeId()),
                        new Setting(change.key(), change.scope(), change.newValue())));
            }
        }
        for (var proposal : view.governance().proposals()) {
            if (isOpen(proposal.state())) {
                for (var reading : readings(proposal.proposal(), calls)) {
                    ParameterStep.of(reading)
                            .ifPresent(step -> settings.add(new OpenSetting(
                                    new Origin.OfProposal(
                                            proposal.proposal().created().proposalId()),
                                    step.setting())));
                }
            }
        }
        return new OpenSettings(settings);
    }

    /// Whether a proposal can still be executed.
    public static boolean isOpen(ProposalState state) {
        return switch (state) {
            case PENDING, ACTIVE, SUCCEEDED, QUEUED -> true;
            case CANCELED, DEFEATED, EXPIRED, EXECUTED -> false;
        };
    }

    /// The calls of a proposal, in their order.
    public static List<CallReading> readings(Proposal proposal, CallReader calls) {
        var created = proposal.created();
        var readings = new ArrayList<CallReading>();
        for (int i = 0; i < created.targets().size(); i++) {
            readings.add(calls.read(
                    created.targets().get(i),
                    created.values().get(i),
                    created.calldatas().get(i)));
        }
        return readings;
    }

    /// What cannot be executed together with something of one origin.
    public List<Clash> clashes(Origin origin, ProtocolView view) {
        var clashes = new ArrayList<Clash>();
        for (var one : settings) {
            for (var other : settings) {
                if (one.origin().equals(origin) && !other.origin().equals(origin)) {
                    ParameterClash.between(view.parameterBook(), one.setting(), other.setting())
                            .ifPresent(violation -> clashes.add(new Clash(one, other, violation)));
                }
            }
        }
        return clashes;
    }
}
