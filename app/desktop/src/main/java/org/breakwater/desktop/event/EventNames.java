package org.breakwater.desktop.event;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.breakwater.core.alert.AlertNames;
import org.breakwater.core.follow.Known;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.core.projection.view.SubjectView;
import org.breakwater.core.text.TextLibrary;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.place.SubjectName;

/// What things are called in the sentences of events.
///
/// @param addresses the name of an address, else its shortened digits
/// @param pools by their numbers
/// @param subjects by their numbers
/// @param proposals their places among all, from 1, by the Governor's numbers
public record EventNames(
        Function<Address, String> addresses,
        Map<Long, String> pools,
        Map<Long, String> subjects,
        Map<BigInteger, Integer> proposals) {

    public static EventNames of(Known known, Function<Address, String> addresses, TextLibrary texts) {
        return new EventNames(
                addresses,
                known.view().pools().stream().collect(Collectors.toMap(PoolView::poolId, PoolView::name)),
                known.view().subjects().stream()
                        .collect(Collectors.toMap(SubjectView::subjectId, each -> SubjectName.of(each, texts))),
                proposals(known));
    }

    private static Map<BigInteger, Integer> proposals(Known known) {
        var places = new HashMap<BigInteger, Integer>();
        known.view()
                .governance()
                .proposals()
                .forEach(view -> places.put(view.proposal().created().proposalId(), places.size() + 1));
        return places;
    }

    /// `proposal 43`; one that is not known yet by the first of its 77 digits.
    public String proposal(BigInteger id) {
        var digits = id.toString();
        var shortened = digits.length() > 8 ? digits.substring(0, 4) + "…" : digits;
        return "proposal "
                + Optional.ofNullable(proposals.get(id)).map(String::valueOf).orElse(shortened);
    }

    /// The same names for the sentences of alerts.
    public AlertNames alerts() {
        return new AlertNames(addresses, this::subject);
    }

    String address(Address address) {
        return address.isZero() ? "nobody" : addresses.apply(address);
    }

    String pool(long id) {
        return pools.getOrDefault(id, "pool " + id);
    }

    public String subject(long id) {
        return subjects.getOrDefault(id, "subject " + id);
    }
}
