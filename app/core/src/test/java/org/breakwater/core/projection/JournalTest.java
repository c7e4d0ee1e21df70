package org.breakwater.core.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Hash32;
import org.junit.jupiter.api.Test;

class JournalTest {

    private static final long DEPTH = 8;

    private final Journal journal = new Journal(DEPTH);
    private final Table<Integer, String> table = Table.in(journal);

    private void block(long number) {
        journal.open(new BlockRef(number, Hash32.ZERO, Instant.EPOCH));
    }

    private Map<Integer, String> rows() {
        return table.entries().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Test
    void aBlockThatIsTakenBackLeavesWhatWasThereBeforeIt() {
        block(1);
        table.put(1, "one");
        table.put(2, "two");
        block(2);
        table.put(1, "another");
        table.remove(2);
        table.put(3, "three");
        table.put(3, "three again");

        journal.takeBackLast();

        assertThat(rows()).containsExactlyInAnyOrderEntriesOf(Map.of(1, "one", 2, "two"));
        assertThat(journal.last()).map(BlockRef::number).contains(1L);
    }

    @Test
    void whateverWasWrittenEveryBlockCanBeTakenBack() {
        var random = new SplittableRandom(12);
        var history = new ArrayList<Map<Integer, String>>();
        for (int number = 0; number < 300; number++) {
            history.add(rows());
            block(number);
            for (int i = random.nextInt(6); i > 0; i--) {
                if (random.nextInt(4) == 0) {
                    table.remove(random.nextInt(10));
                } else {
                    table.put(random.nextInt(10), "value " + random.nextInt(100));
                }
            }
        }

        for (int number = 299; number >= 0; number--) {
            journal.takeBackLast();
            assertThat(rows()).as("before block %d", number).isEqualTo(history.get(number));
        }
    }

    @Test
    void theWayBackIsForgottenBelowItsDepth() {
        for (long number : new long[] {1, 5, 9, 20, 21, 28}) {
            block(number);
            journal.forget();
        }

        assertThat(journal.floor()).isEqualTo(20);
    }

    @Test
    void aSnapshotStaysAsItIsAndIsSharedUntilSomethingChanges() {
        block(1);
        table.put(1, "one");
        var snapshot = table.frozen();

        assertThat(table.frozen()).isSameAs(snapshot);
        table.put(1, "another");

        assertThat(snapshot.find(1)).contains("one");
        assertThat(table.frozen().find(1)).contains("another");
        assertThatThrownBy(() -> snapshot.put(2, "two")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aSnapshotFollowsWhatWasTakenBack() {
        block(1);
        table.put(1, "one");
        var before = new HashMap<>(rows());
        block(2);
        table.put(1, "another");
        table.frozen();

        journal.takeBackLast();

        assertThat(table.frozen().find(1)).contains("one");
        assertThat(rows()).isEqualTo(before);
    }
}
