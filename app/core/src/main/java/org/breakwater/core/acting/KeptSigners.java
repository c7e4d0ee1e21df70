package org.breakwater.core.acting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.value.Address;

/// Who signs on this machine, as it is written down. Keys are in files of their own.
///
/// @param signers in the order in which they were added, each address once
public record KeptSigners(List<KeptSigner> signers, AutoLock autoLock) {

    public static final int MOST_SIGNERS = 100;

    public static final KeptSigners NOBODY = new KeptSigners(List.of(), AutoLock.STANDARD);

    public KeptSigners {
        signers = List.copyOf(signers);
        if (signers.size() > MOST_SIGNERS) {
            throw new IllegalArgumentException("at most " + MOST_SIGNERS + " sign on a machine");
        }
        if (signers.stream().map(KeptSigner::address).distinct().count() != signers.size()) {
            throw new IllegalArgumentException("an address is on the list once");
        }
    }

    public Optional<KeptSigner> find(Address address) {
        return signers.stream()
                .filter(signer -> signer.address().equals(address))
                .findFirst();
    }

    public KeptSigners with(KeptSigner signer) {
        var more = new ArrayList<>(signers);
        more.add(signer);
        return new KeptSigners(more, autoLock);
    }

    public KeptSigners without(Address address) {
        return new KeptSigners(
                signers.stream()
                        .filter(signer -> !signer.address().equals(address))
                        .toList(),
                autoLock);
    }

    public KeptSigners calling(Address address, String name) {
        return new KeptSigners(
                signers.stream()
                        .map(signer -> signer.address().equals(address) ? signer.called(name) : signer)
                        .toList(),
                autoLock);
    }

    public KeptSigners with(AutoLock other) {
        return new KeptSigners(signers, other);
    }
}
