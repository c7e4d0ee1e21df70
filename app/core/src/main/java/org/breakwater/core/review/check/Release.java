package org.breakwater.core.review.check;

import java.util.List;

/// Whether this program's files are those of a release.
public sealed interface Release {

    /// There is no release to compare with.
    ///
    /// @param why a sentence
    record Unknown(String why) implements Release {}

    /// Every file that the program runs is the manifest's.
    record Same(String version, int files) implements Release {}

    /// Some are not.
    ///
    /// @param files by name
    record Altered(String version, List<String> files) implements Release {
        public Altered {
            files = List.copyOf(files);
        }
    }
}
