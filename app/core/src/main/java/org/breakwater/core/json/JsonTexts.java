package org.breakwater.core.json;

import org.breakwater.core.problem.ProblemException;

/// Port: JSON in texts that are already here: pasted, or inside another document.
@FunctionalInterface
public interface JsonTexts {

    /// Reads a whole text. One that is larger than the limits, repeats a name or is cut is refused.
    ///
    /// @param name of the text in refusals
    JsonDocument parse(String name, String text, JsonLimits limits) throws ProblemException;
}
