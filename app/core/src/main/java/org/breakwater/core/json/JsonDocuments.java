package org.breakwater.core.json;

import org.breakwater.core.problem.ProblemException;

/// Port: JSON documents on this machine.
public interface JsonDocuments {

    /// Reads a whole document. One that is larger than the limits, repeats a name, is cut or is not UTF-8 is
    /// refused.
    ///
    /// @param path of the file
    JsonDocument read(String path, JsonLimits limits) throws ProblemException;
}
