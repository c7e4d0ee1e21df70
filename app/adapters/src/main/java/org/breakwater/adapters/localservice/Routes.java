package org.breakwater.adapters.localservice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.core.problem.ProblemException;

/// Which path and method leads to which answer.
final class Routes {

    /// Answers a request.
    @FunctionalInterface
    interface Handler {
        Reply handle(Request request) throws RefusedRequest, ProblemException;
    }

    /// What a path leads to.
    ///
    /// @param byMethod never empty
    record Match(List<String> arguments, Map<String, Handler> byMethod) {}

    /// @param parts of the path; `*` for one that is open
    private record Route(List<String> parts, Map<String, Handler> byMethod) {

        Optional<Match> match(List<String> path) {
            if (path.size() != parts.size()) {
                return Optional.empty();
            }
            var arguments = new ArrayList<String>();
            for (int i = 0; i < parts.size(); i++) {
                if (parts.get(i).equals("*")) {
                    arguments.add(path.get(i));
                } else if (!parts.get(i).equals(path.get(i))) {
                    return Optional.empty();
                }
            }
            return Optional.of(new Match(arguments, byMethod));
        }
    }

    private final Map<String, Route> routes = new LinkedHashMap<>();

    /// @param path behind `/api/`, without the slash at its end
    Routes add(String method, String path, Handler handler) {
        routes.computeIfAbsent(path, _ -> new Route(List.of(path.split("/")), new LinkedHashMap<>()))
                .byMethod()
                .put(method, handler);
        return this;
    }

    Optional<Match> match(String path) {
        var parts = List.of(path.split("/"));
        return routes.values().stream()
                .flatMap(route -> route.match(parts).stream())
                .findFirst();
    }
}
