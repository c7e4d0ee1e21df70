package org.breakwater.core.release;

import java.util.List;
import org.breakwater.core.problem.ProblemException;

/// Port: files of a release on this machine.
@FunctionalInterface
public interface Releases {

    /// Compares a file with the manifest beside it, and the manifest's signatures with keys.
    ///
    /// @param file its path; `manifest.json` lies in the same folder, and its signatures in `manifest.json.sig`
    /// @param keys paths of public keys of Ed25519 (RFC 8410, PEM); none: whose list it is is not asked
    ReleaseVerdict verify(String file, List<String> keys) throws ProblemException;
}
