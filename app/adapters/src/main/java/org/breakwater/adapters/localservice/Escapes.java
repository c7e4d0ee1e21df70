package org.breakwater.adapters.localservice;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Queries of addresses.
final class Escapes {

    private Escapes() {}

    static String query(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /// The first value of each name.
    ///
    /// @throws IllegalArgumentException for a broken escape
    static Map<String, String> parameters(@Nullable String query) {
        var parameters = new LinkedHashMap<String, String>();
        if (query != null) {
            for (var part : query.split("&", -1)) {
                var equals = part.indexOf('=');
                if (equals > 0) {
                    parameters.putIfAbsent(
                            URLDecoder.decode(part.substring(0, equals), StandardCharsets.UTF_8),
                            URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
                }
            }
        }
        return parameters;
    }
}
