package org.breakwater.core.alert;

import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.alert.Alert.Subject;
import org.breakwater.core.value.Address;

/// What an alert is about, as a short text that means the same tomorrow: `pool:2`, `safe:0x…`.
public final class SubjectText {

    private static final int MOST = 200;

    private SubjectText() {}

    public static String write(Subject about) {
        return switch (about) {
            case Subject.Pool(var id) -> "pool:" + id;
            case Subject.Incident(var id) -> "incident:" + id;
            case Subject.Feed(var feed) -> "feed:" + feed;
            case Subject.Adapter(var adapter) -> "adapter:" + adapter;
            case Subject.Asset(var asset) -> "asset:" + asset;
            case Subject.Venue(var venue) -> "venue:" + venue;
            case Subject.InsuredSubject(var pool, var subject) -> "subject:" + pool + "/" + subject;
            case Subject.Registry _ -> "registry";
            case Subject.Integrator(var integrator) -> "integrator:" + integrator;
            case Subject.Treasury _ -> "treasury";
            case Subject.Pause(var id) -> "pause:" + id;
            case Subject.Protocol _ -> "protocol";
            case Subject.Claim(var id) -> "claim:" + id;
            case Subject.Case(var id) -> "case:" + id;
            case Subject.Safe(var safe) -> "safe:" + safe;
            case Subject.Proposal(var id) -> "proposal:" + id;
            case Subject.ParameterChange(var id) -> "change:" + id;
            case Subject.Contract(var contract) -> "contract:" + contract;
            case Subject.Endpoint(var name) -> "endpoint:" + name;
            case Subject.Store(var name) -> "store:" + name;
            case Subject.Target(var name) -> "target:" + name;
            case Subject.Machine _ -> "machine";
        };
    }

    /// What {@link #write} wrote; nothing for any other text.
    public static Optional<Subject> read(String text) {
        if (text.length() > MOST) {
            return Optional.empty();
        }
        var colon = text.indexOf(':');
        try {
            var read = colon < 0 ? single(text) : of(text.substring(0, colon), text.substring(colon + 1));
            return Optional.of(read).filter(about -> write(about).equals(text));
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    private static Subject single(String kind) {
        return switch (kind) {
            case "registry" -> new Subject.Registry();
            case "treasury" -> new Subject.Treasury();
            case "protocol" -> new Subject.Protocol();
            case "machine" -> new Subject.Machine();
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static Subject of(String kind, String which) {
        return switch (kind) {
            case "pool" -> new Subject.Pool(Long.parseLong(which));
            case "incident" -> new Subject.Incident(Long.parseLong(which));
            case "feed" -> new Subject.Feed(Address.parse(which));
            case "adapter" -> new Subject.Adapter(Address.parse(which));
            case "asset" -> new Subject.Asset(Address.parse(which));
            case "venue" -> new Subject.Venue(Address.parse(which));
            case "subject" -> insured(which);
            case "integrator" -> new Subject.Integrator(Address.parse(which));
            case "pause" -> new Subject.Pause(Long.parseLong(which));
            case "claim" -> new Subject.Claim(Long.parseLong(which));
            case "case" -> new Subject.Case(Long.parseLong(which));
            case "safe" -> new Subject.Safe(Address.parse(which));
            case "proposal" -> new Subject.Proposal(new BigInteger(which));
            case "change" -> new Subject.ParameterChange(Long.parseLong(which));
            case "contract" -> new Subject.Contract(Address.parse(which));
            case "endpoint" -> new Subject.Endpoint(which);
            case "store" -> new Subject.Store(which);
            case "target" -> new Subject.Target(which);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static Subject insured(String which) {
        var stroke = which.indexOf('/');
        if (stroke < 0) {
            throw new IllegalArgumentException(which);
        }
        return new Subject.InsuredSubject(
                Long.parseLong(which.substring(0, stroke)), Long.parseLong(which.substring(stroke + 1)));
    }
}
