package org.breakwater.cli.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.breakwater.core.delivery.TargetState;

/// What there is to say of targets: that one waits, that it waits no more, and what it refused; each once.
final class TargetWords {

    private final Map<String, Said> said = new HashMap<>();

    private record Said(boolean isWell, long skipped) {}

    List<String> news(List<TargetState> states) {
        var news = new ArrayList<String>();
        for (var state : states) {
            var now = new Said(state.isWell(), state.skipped());
            var before = said.put(state.name(), now);
            if (before == null ? !now.isWell() : !before.equals(now)) {
                news.add(state.sentence());
            }
        }
        return news;
    }
}
