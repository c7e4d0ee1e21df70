package org.breakwater.desktop.feature.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.breakwater.core.protocol.PauseScope;
import org.breakwater.desktop.feature.emergency.MapCell.State;
import org.junit.jupiter.api.Test;

class ScopeWordsTest {

    private static final Instant LATER = Instant.parse("2026-11-23T12:44:00Z");

    @Test
    void everyScopeHasWordsOfItsOwnForWhatItStopsAndWhatGoesOn() {
        var scopes = Arrays.asList(PauseScope.values());
        assertThat(scopes).extracting(ScopeWords::name).doesNotHaveDuplicates();
        assertThat(scopes).extracting(ScopeWords::stops).doesNotHaveDuplicates();
        assertThat(scopes).extracting(ScopeWords::goesOn).doesNotHaveDuplicates();
    }

    @Test
    void whatIsStoppedIsCalledSoAlthoughItCoolsDownToo() {
        assertThat(new MapCell(PauseScope.BUY, 1, Optional.of(LATER), Optional.of(LATER)).state())
                .isEqualTo(State.STOPPED);
        assertThat(new MapCell(PauseScope.BUY, 1, Optional.empty(), Optional.of(LATER)).state())
                .isEqualTo(State.COOLING);
        assertThat(new MapCell(PauseScope.BUY, 1, Optional.empty(), Optional.empty()).state())
                .isEqualTo(State.RUNNING);
    }
}
