package org.breakwater.core.json;

/// How large a JSON document may be.
///
/// @param bytes of the whole document
/// @param depth of lists and objects inside each other
/// @param text characters of one text
/// @param tokens texts, numbers, names and brackets of the whole document
public record JsonLimits(long bytes, int depth, int text, long tokens) {

    public JsonLimits {
        if (bytes < 1 || depth < 1 || text < 1 || tokens < 1) {
            throw new IllegalArgumentException("a limit is above zero");
        }
    }
}
