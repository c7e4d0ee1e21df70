package org.breakwater.desktop.feature.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.breakwater.adapters.evidence.EvidencePlacesFile;
import org.breakwater.core.evidence.EvidenceException;
import org.breakwater.core.evidence.EvidenceFault;
import org.breakwater.core.evidence.EvidencePlace;
import org.breakwater.core.evidence.EvidencePlace.Kind;
import org.breakwater.core.evidence.FetchEvidence;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.desktop.boot.OpenConsole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which places may be asked for evidence is the person's choice, kept in a file.
class EvidenceViewModelTest {

    @TempDir
    Path folder;

    private EvidenceViewModel open() {
        var model = new EvidenceViewModel(
                new FetchEvidence(
                        (place, _) -> {
                            throw new EvidenceException(new EvidenceFault.Broken(place));
                        },
                        new EvidencePlacesFile(folder)),
                OpenConsole.AT_ONCE);
        model.read();
        return model;
    }

    @Test
    void atFirstThereIsNoneAndWhatIsAllowedIsThereTheNextTime() throws ProblemException {
        var model = open();
        assertThat(model.places().get()).isEmpty();
        model.typed().set("https://IPFS.io/");
        model.allow();
        model.kind().set(Kind.HOST);
        model.typed().set("https://files.example.org");
        model.allow();

        var gateway = EvidencePlace.of(Kind.GATEWAY, "https://ipfs.io");
        var host = EvidencePlace.of(Kind.HOST, "https://files.example.org");
        assertThat(open().places().get()).containsExactly(gateway, host);
        model.forbid(gateway);
        assertThat(open().places().get()).containsExactly(host);
    }

    @Test
    void whatIsNoHostIsRefusedInASentenceAndChangesNothing() {
        var model = open();
        model.typed().set("http://ipfs.io");
        model.allow();

        assertThat(model.result().get()).hasValueSatisfying(result -> {
            assertThat(result.isGood()).isFalse();
            assertThat(result.words()).contains("without encryption");
        });
        assertThat(model.typed().get()).as("can be mended").isEqualTo("http://ipfs.io");
        assertThat(model.places().get()).isEmpty();
    }
}
