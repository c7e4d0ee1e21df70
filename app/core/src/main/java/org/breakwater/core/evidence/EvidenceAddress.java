package org.breakwater.core.evidence;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where whoever filed a piece of evidence says that it can be asked for. They can write anything: only what reads as
/// an address of IPFS or of a host is one, and only a place that the person allows is asked by it.
public sealed interface EvidenceAddress {

    /// @param path the content's identifier, and what may follow it
    record Ipfs(String path) implements EvidenceAddress {}

    /// @param origin scheme, host and port
    /// @param rest path and query, from the slash on
    record Web(String origin, String rest) implements EvidenceAddress {}

    /// Nothing for what is no address, among it one with a user, a fragment or steps upwards.
    static Optional<EvidenceAddress> parse(String text) {
        var ipfs = Forms.IPFS.matcher(text);
        if (ipfs.matches()) {
            return isPlain(ipfs.group(1)) ? Optional.of(new Ipfs(ipfs.group(1))) : Optional.empty();
        }
        var web = Forms.WEB.matcher(text);
        if (!web.matches() || !isPlain(web.group(2))) {
            return Optional.empty();
        }
        var origin = EvidencePlace.canonical(web.group(1).toLowerCase(Locale.ROOT));
        return EvidencePlace.ORIGIN.matcher(origin).matches()
                ? Optional.of(new Web(origin, web.group(2).startsWith("/") ? web.group(2) : "/" + web.group(2)))
                : Optional.empty();
    }

    private static boolean isPlain(String path) {
        return !Forms.UPWARDS.matcher(path).find();
    }

    /// What a place is asked by it; nothing where that place has nothing to do with it.
    default Optional<String> at(EvidencePlace place) {
        return switch (this) {
            case Ipfs(var path)
            when place.kind() == EvidencePlace.Kind.GATEWAY -> Optional.of(place.origin() + "/ipfs/" + path);
            case Web(var origin, var rest)
            when place.kind() == EvidencePlace.Kind.HOST && place.origin().equals(origin) -> Optional.of(origin + rest);
            case Ipfs _, Web _ -> Optional.empty();
        };
    }

    /// How addresses are written.
    final class Forms {

        private static final String CHARACTERS = "A-Za-z0-9._~%!$&'()*+,;=:@/-";
        private static final Pattern IPFS =
                Pattern.compile("ipfs://(?:ipfs/)?([A-Za-z0-9]{1,128}(?:/[" + CHARACTERS + "]*)?)");
        private static final Pattern WEB = Pattern.compile(
                "((?i:https?://[a-z0-9.-]+)(?::[0-9]+)?)((?:/[" + CHARACTERS + "]*)?(?:\\?[?" + CHARACTERS + "]*)?)");
        private static final Pattern UPWARDS = Pattern.compile("(?i)(?:^|/)(?:\\.|%2e){1,2}(?:/|$)");

        private Forms() {}
    }
}
