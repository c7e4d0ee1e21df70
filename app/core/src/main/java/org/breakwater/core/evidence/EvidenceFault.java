package org.breakwater.core.evidence;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Quotation;

/// Why a piece of evidence is not shown.
public sealed interface EvidenceFault {

    /// What happened, without a full stop: it stands alone or after the name of the place.
    String words();

    /// What to do about it.
    default String remedy() {
        return "Try again, allow another place in Settings, or open the file by hand.";
    }

    default Problem problem() {
        return new Problem(words() + ".", "Nothing of it is shown.", remedy());
    }

    /// What was filed as its address is none.
    record NoAddress(String written) implements EvidenceFault {
        @Override
        public String words() {
            return written.isEmpty()
                    ? "It was filed without an address"
                    : Quotation.of(written) + " is no address that is asked";
        }

        @Override
        public String remedy() {
            return "Ask whoever filed it, and open the file by hand.";
        }
    }

    /// No place is allowed that could have it.
    ///
    /// @param wanted the host, or an IPFS gateway
    record NotAllowed(String wanted) implements EvidenceFault {
        @Override
        public String words() {
            return "It would be asked from " + wanted + ", which Settings do not allow";
        }

        @Override
        public String remedy() {
            return "Allow it in Settings, or open the file by hand.";
        }
    }

    record Unreachable(EvidencePlace place, String why) implements EvidenceFault {
        @Override
        public String words() {
            return place + " cannot be reached: " + why;
        }
    }

    /// @param after silence, or the whole time that is given
    record Stalled(EvidencePlace place, Duration after) implements EvidenceFault {
        @Override
        public String words() {
            return place + " was given up on after "
                    + (after.toSeconds() > 0 ? after.toSeconds() + " s" : after.toMillis() + " ms");
        }
    }

    /// @param to where it sends one
    record Elsewhere(EvidencePlace place, String to) implements EvidenceFault {
        @Override
        public String words() {
            return place + " sends one to another host, which is not followed: " + Quotation.of(to);
        }

        @Override
        public String remedy() {
            return "Allow that host in Settings if you trust it with the question, or open the file by hand.";
        }
    }

    record Refused(EvidencePlace place, int status) implements EvidenceFault {
        @Override
        public String words() {
            return place + " does not give it: it answers with status " + status;
        }
    }

    record TooLarge(String whence, int most) implements EvidenceFault {
        @Override
        public String words() {
            return whence + " has more than " + (most >> 20) + " MiB for it, which is not taken";
        }

        @Override
        public String remedy() {
            return "Ask whoever filed it for a smaller piece: what is larger than that is not shown here.";
        }
    }

    record Broken(EvidencePlace place) implements EvidenceFault {
        @Override
        public String words() {
            return "The answer of " + place + " breaks off or is no HTTP";
        }
    }

    record Cancelled(EvidencePlace place) implements EvidenceFault {
        @Override
        public String words() {
            return "Asking " + place + " was stopped";
        }
    }

    /// The bytes are others than those that were filed.
    ///
    /// @param whence place or file
    record Different(String whence, Hash32 filed, Hash32 actual) implements EvidenceFault {
        @Override
        public String words() {
            return whence + " has other bytes than those that were filed: their Keccak-256 is " + start(actual)
                    + ", filed was " + start(filed);
        }

        @Override
        public String remedy() {
            return "Do not count it as evidence. Ask another place, or whoever filed it.";
        }

        private static String start(Hash32 hash) {
            return hash.toString().substring(0, 14) + "…";
        }
    }

    /// Several places were asked, and each failed.
    record Nowhere(List<EvidenceFault> faults) implements EvidenceFault {

        public Nowhere {
            faults = List.copyOf(faults);
        }

        @Override
        public String words() {
            return faults.stream().map(EvidenceFault::words).collect(Collectors.joining(". "));
        }

        @Override
        public String remedy() {
            return faults.getLast().remedy();
        }
    }
}
