package org.breakwater.adapters.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.breakwater.adapters.files.BoundedText;
import org.breakwater.adapters.files.WholeFile;
import org.breakwater.core.evidence.EvidencePlace;
import org.breakwater.core.evidence.EvidencePlace.Kind;
import org.breakwater.core.evidence.EvidencePlaces;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;

/// Keeps the places beside the index of their network, in a file that a person can read: one a line, `gateway` or
/// `host` before its address.
public final class EvidencePlacesFile implements EvidencePlaces {

    private static final String FORMAT = "breakwater-evidence/1";
    private static final String GATEWAY = "gateway ";
    private static final String HOST = "host ";
    private static final int MOST_BYTES = 8 << 10;

    private final Path file;

    public EvidencePlacesFile(Path folder) {
        this.file = folder.resolve("evidence.txt");
    }

    /// @throws ProblemException where the file is not as {@link #write} writes it: nothing is asked then
    @Override
    public List<EvidencePlace> read() throws ProblemException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        var text = BoundedText.read(file, MOST_BYTES);
        var places = new ArrayList<EvidencePlace>();
        for (var line : text.lines().skip(1).toList()) {
            if (line.startsWith(GATEWAY)) {
                places.add(EvidencePlace.of(Kind.GATEWAY, line.substring(GATEWAY.length())));
            } else if (line.startsWith(HOST)) {
                places.add(EvidencePlace.of(Kind.HOST, line.substring(HOST.length())));
            }
        }
        if (!print(places).equals(text) || places.size() > MOST) {
            throw new ProblemException(Problem.of(
                    "The places for evidence in " + file + " were changed by something else.",
                    "Delete the file, then allow places again in Settings."));
        }
        return List.copyOf(places);
    }

    @Override
    public void write(List<EvidencePlace> places) throws ProblemException {
        if (places.size() > MOST) {
            throw new ProblemException(
                    Problem.of("At most " + MOST + " places are allowed.", "Take one out before you add another."));
        }
        try {
            WholeFile.replace(file, print(places).getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new ProblemException(
                    new Problem(
                            "The places for evidence could not be kept in " + file + ": " + failed.getMessage() + ".",
                            "What may be asked is as it was.",
                            "Make the folder writable, then try again."),
                    failed);
        }
    }

    private static String print(List<EvidencePlace> places) {
        var text = new StringBuilder(FORMAT).append('\n');
        for (var place : places) {
            text.append(place.kind() == Kind.GATEWAY ? GATEWAY : HOST)
                    .append(place.origin())
                    .append('\n');
        }
        return text.toString();
    }
}
