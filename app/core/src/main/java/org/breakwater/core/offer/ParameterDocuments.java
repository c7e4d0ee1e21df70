package org.breakwater.core.offer;

import java.util.List;
import java.util.stream.IntStream;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.projection.view.ChangeView;
import org.breakwater.core.projection.view.ParameterView;
import org.breakwater.core.protocol.ChangeState;
import org.breakwater.core.value.Hash32;

/// Parameters as documents.
record ParameterDocuments(ProtocolView view) {

    List<Parameter> parameters() {
        var pending = view.changes().stream()
                .filter(known -> known.change().state() == ChangeState.PENDING)
                .toList();
        return view.parameters().stream()
                .map(known -> parameter(known, pending))
                .toList();
    }

    private static Parameter parameter(ParameterView known, List<ChangeView> pending) {
        var spec = known.spec();
        return new Parameter(
                name(known.key()),
                spec.unit(),
                known.value(),
                IntStream.range(0, known.scopes().size())
                        .mapToObj(place -> new ScopedValue(
                                known.scopes().get(place).toString(),
                                known.values().get(place)))
                        .toList(),
                spec.min(),
                spec.max(),
                spec.safe(),
                spec.minDelay(),
                pending.stream()
                        .filter(change -> change.change().key().equals(known.key()))
                        .map(ParameterDocuments::change)
                        .toList());
    }

    /// The characters of a key, or all of it in hex where it is no name.
    private static String name(Hash32 key) {
        return key.bytes()
                .toText()
                .map(text -> text.replaceAll("\0+$", ""))
                .filter(text -> text.matches("[A-Z0-9_]+"))
                .orElse(key.toString());
    }

    private static PendingChange change(ChangeView known) {
        var change = known.change();
        return new PendingChange(
                known.changeId(),
                change.scope().toString(),
                change.newValue(),
                change.eta(),
                change.expiry(),
                change.byDao());
    }
}
