package org.breakwater.desktop.kit.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import org.breakwater.desktop.fx.Background;
import org.junit.jupiter.api.Test;

class PagedRowsTest {

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final List<Integer> read = new ArrayList<>();
    private final PagedRows<Integer> rows = new PagedRows<>(new Background(waiting::add, Runnable::run));

    @Test
    void readsOnlyThePageThatIsLookedAtAndReadsItOnce() {
        rows.show(100_000, this::page);

        assertThat(rows.get(50_123)).isNull();
        assertThat(rows.get(50_124)).isNull();
        finish();

        assertThat(rows.get(50_123)).isEqualTo(50_123);
        assertThat(read).containsExactly(50_000);
    }

    @Test
    void tellsWhichRowsArrived() {
        rows.show(1_000, this::page);
        var updated = new ArrayList<Integer>();
        rows.addListener((ListChangeListener<Integer>) change -> {
            while (change.next()) {
                updated.add(change.getFrom());
                updated.add(change.getTo());
            }
        });

        var unread = rows.get(400);
        finish();

        assertThat(unread).isNull();
        assertThat(updated).containsExactly(400, 600);
    }

    @Test
    void anAnswerForRowsThatAreNoLongerShownIsDropped() {
        rows.show(1_000, this::page);
        assertThat(rows.get(0)).isNull();
        rows.show(
                1_000,
                (offset, limit) ->
                        IntStream.range(-offset - limit, -offset).boxed().toList());
        finish();

        assertThat(rows.get(0)).isNull();
        finish();

        assertThat(rows.get(0)).isNegative();
    }

    @Test
    void pagesThatWereNotLookedAtForLongAreForgotten() {
        rows.show(1_000_000, this::page);
        for (int i = 0; i < 60; i++) {
            assertThat(rows.get(i * PagedRows.PAGE)).isNull();
            finish();
        }

        assertThat(rows.get(59 * PagedRows.PAGE)).isNotNull();
        assertThat(rows.get(0)).isNull();
        assertThat(rows.waitingFor()).containsExactly(0);
    }

    @Test
    void rowsThatAreRenewedStayUntilTheyAreReadAnewAndOnlyWhatDiffersIsTold() {
        rows.show(400, this::page);
        assertThat(rows.get(0)).isNull();
        assertThat(rows.get(200)).isNull();
        finish();
        var updated = new ArrayList<Integer>();
        rows.addListener((ListChangeListener<Integer>) change -> {
            while (change.next()) {
                updated.add(change.getFrom());
            }
        });

        rows.renew(401, (offset, limit) -> offset == 0 ? page(0, limit) : page(offset + 1, limit));
        assertThat(rows.get(200)).isEqualTo(200);
        finish();

        assertThat(rows).hasSize(401);
        assertThat(rows.get(0)).isZero();
        assertThat(rows.get(200)).isEqualTo(201);
        assertThat(updated).containsExactly(400, 200);
    }

    @Test
    void rowsThatAreBeingReadWhenTheyAreRenewedArriveAllTheSame() {
        rows.show(400, this::page);
        assertThat(rows.get(300)).isNull();

        rows.renew(400, (offset, limit) -> page(offset + 1, limit));
        finish();

        assertThat(rows.get(300)).isEqualTo(301);
    }

    @Test
    void rowsThatAreNoLongerThereAreGoneAtOnce() {
        rows.show(400, this::page);
        assertThat(rows.get(300)).isNull();
        finish();

        rows.renew(150, this::page);

        assertThat(rows).hasSize(150);
        assertThat(rows.waitingFor()).isEmpty();
    }

    private List<Integer> page(int offset, int limit) {
        read.add(offset);
        return IntStream.range(offset, offset + limit).boxed().toList();
    }

    private void finish() {
        while (!waiting.isEmpty()) {
            waiting.poll().run();
        }
    }
}
