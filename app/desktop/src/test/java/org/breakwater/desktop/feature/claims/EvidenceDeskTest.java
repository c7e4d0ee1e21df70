package org.breakwater.desktop.feature.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.breakwater.core.evidence.EvidencePlace;
import org.breakwater.core.evidence.EvidencePlace.Kind;
import org.breakwater.core.evidence.EvidencePlaces;
import org.breakwater.core.evidence.EvidenceSource.Given;
import org.breakwater.core.evidence.FetchEvidence;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.projection.view.EvidenceView;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Keccak;
import org.breakwater.desktop.boot.OpenConsole;
import org.breakwater.desktop.feature.claims.EvidenceDesk.Looking;
import org.junit.jupiter.api.Test;

/// Evidence comes when it is asked for, and only as it was filed.
class EvidenceDeskTest {

    private static final String TEXT = "The vault was emptied.";

    private final List<EvidencePlace> allowed = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private String served = TEXT;

    private final EvidenceDesk desk = new EvidenceDesk(
            new FetchEvidence(
                    (_, url) -> {
                        asked.add(url);
                        return new Given(Bytes.ofText(served), "text/plain");
                    },
                    new Kept(allowed)),
            OpenConsole.AT_ONCE);

    /// Places that are kept nowhere.
    private record Kept(List<EvidencePlace> allowed) implements EvidencePlaces {

        @Override
        public List<EvidencePlace> read() {
            return List.copyOf(allowed);
        }

        @Override
        public void write(List<EvidencePlace> places) {
            allowed.clear();
            allowed.addAll(places);
        }
    }

    private static EvidenceView filed(String address) {
        return new EvidenceView(0, Address.ZERO, Keccak.hash(TEXT), address, 1_700_000_000, false);
    }

    private void allow(Kind kind, String origin) throws ProblemException {
        allowed.add(EvidencePlace.of(kind, origin));
    }

    @Test
    void nothingIsAskedBeforeSomebodyAsksForIt() throws ProblemException {
        allow(Kind.GATEWAY, "https://ipfs.io");
        desk.follow();

        assertThat(desk.of(filed("ipfs://bafk")).get()).isEqualTo(new Looking.Unasked());
        assertThat(asked).isEmpty();
    }

    @Test
    void whyItCannotBeAskedForStandsBesideTheButton() throws ProblemException {
        allow(Kind.HOST, "https://files.example.org");
        desk.follow();

        assertThat(desk.missing(filed(""))).isEqualTo("filed without an address");
        assertThat(desk.missing(filed("see my page"))).isEqualTo("filed with no address that is asked");
        assertThat(desk.missing(filed("ipfs://bafk"))).startsWith("Settings allow no place");
        assertThat(desk.missing(filed("https://files.example.org/a"))).isEmpty();
    }

    @Test
    void whatWasFiledIsShownAndWhatWasNotIsRefusedWithoutAWordOfIt() throws ProblemException {
        allow(Kind.GATEWAY, "https://ipfs.io");
        desk.follow();
        var evidence = filed("ipfs://bafk");
        served = "The vault is fine.";
        desk.fetch(evidence);
        assertThat(desk.of(evidence).get())
                .isInstanceOfSatisfying(
                        Looking.Refused.class,
                        refused -> assertThat(refused.problem().toString())
                                .contains("other bytes than those that were filed")
                                .doesNotContain("fine"));

        served = TEXT;
        desk.fetch(evidence);
        assertThat(desk.of(evidence).get())
                .isInstanceOfSatisfying(
                        Looking.Shown.class,
                        shown -> assertThat(shown.evidence().whence()).isEqualTo("https://ipfs.io"));
    }

    @Test
    void aFileThatIsOpenedByHandNeedsNoPlace() {
        var evidence = filed("");
        desk.open(evidence, "other.txt", Bytes.ofText("Something else."));
        assertThat(desk.of(evidence).get()).isInstanceOf(Looking.Refused.class);
        desk.open(evidence, "filed.txt", Bytes.ofText(TEXT));

        assertThat(desk.of(evidence).get()).isInstanceOf(Looking.Shown.class);
        assertThat(asked).isEmpty();
    }
}
