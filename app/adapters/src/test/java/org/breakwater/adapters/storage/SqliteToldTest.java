package org.breakwater.adapters.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.breakwater.core.reminder.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteToldTest {

    @TempDir
    private Path folder;

    @Test
    void whatWasToldOutlivesTheProgram() throws Exception {
        try (var told = SqliteTold.open(folder.resolve("told.sqlite"), InstantSource.system())) {
            assertThat(told.keep(List.of("case-3/new", "case-4/new")))
                    .containsExactlyInAnyOrder("case-3/new", "case-4/new");
            assertThat(told.keep(List.of("case-4/new", "case-4/day/1790000000")))
                    .containsExactly("case-4/day/1790000000");
        }

        try (var told = SqliteTold.open(folder.resolve("told.sqlite"), InstantSource.system())) {
            assertThat(told.keep(List.of("case-3/new", "case-5/new", "case-5/new")))
                    .containsExactly("case-5/new");
            assertThatIllegalArgumentException().isThrownBy(() -> told.keep(List.of("x".repeat(Told.MOST_MARK + 1))));
        }
    }
}
