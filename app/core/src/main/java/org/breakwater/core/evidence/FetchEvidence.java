package org.breakwater.core.evidence;

import java.util.ArrayList;
import java.util.List;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;

/// Use case: has a piece of evidence given, because a person asked for it, by the places that they allow, one after
/// the other, until one gives the bytes that were filed. Blocks while it asks.
public final class FetchEvidence {

    private final EvidenceSource source;
    private final EvidencePlaces places;

    public FetchEvidence(EvidenceSource source, EvidencePlaces places) {
        this.source = source;
        this.places = places;
    }

    public EvidencePlaces places() {
        return places;
    }

    /// @param filed Keccak-256 that the chain has
    /// @param written what was filed as the address
    /// @throws EvidenceException that names what failed at each place
    public FetchedEvidence fetch(Hash32 filed, String written) throws ProblemException {
        var address = EvidenceAddress.parse(written)
                .orElseThrow(() -> new EvidenceException(new EvidenceFault.NoAddress(written)));
        var faults = new ArrayList<EvidenceFault>();
        for (var place : places.read()) {
            var url = address.at(place);
            if (url.isPresent()) {
                try {
                    var given = source.ask(place, url.get());
                    return FetchedEvidence.checked(filed, given.content(), place.toString(), given.type());
                } catch (EvidenceException failed) {
                    if (failed.fault() instanceof EvidenceFault.Cancelled) {
                        throw failed;
                    }
                    faults.add(failed.fault());
                }
            }
        }
        throw new EvidenceException(
                switch (faults.size()) {
                    case 0 -> new EvidenceFault.NotAllowed(wanted(address));
                    case 1 -> faults.getFirst();
                    default -> new EvidenceFault.Nowhere(faults);
                });
    }

    private static String wanted(EvidenceAddress address) {
        return switch (address) {
            case EvidenceAddress.Ipfs _ -> "an IPFS gateway";
            case EvidenceAddress.Web(var origin, var _) -> origin;
        };
    }

    /// What a person chose by hand.
    public static FetchedEvidence opened(Hash32 filed, String name, Bytes bytes) throws EvidenceException {
        if (bytes.length() > EvidenceSource.MOST_BYTES) {
            throw new EvidenceException(new EvidenceFault.TooLarge(name, EvidenceSource.MOST_BYTES));
        }
        return FetchedEvidence.checked(filed, bytes, name, "");
    }

    /// Allows a place from now on.
    public List<EvidencePlace> allow(EvidencePlace place) throws ProblemException {
        var all = new ArrayList<>(places.read());
        if (!all.contains(place)) {
            all.add(place);
            places.write(all);
        }
        return places.read();
    }

    /// Never asks a place again.
    public List<EvidencePlace> forbid(EvidencePlace place) throws ProblemException {
        places.write(places.read().stream().filter(each -> !each.equals(place)).toList());
        return places.read();
    }
}
