package org.breakwater.desktop.kit.table;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.jspecify.annotations.Nullable;

/// A table of things in rows. J and K move, Enter opens. A row that is not read yet is shown as such.
public final class DataTable<R> extends VBox {

    /// By what a table is sorted.
    public record Order(int column, boolean descending) {}

    private final TableView<R> view = new TableView<>();
    private final List<Column<R>> columns;
    private final Map<Integer, Label> explained = new HashMap<>();
    private Optional<TotalRow<R>> total = Optional.empty();

    /// @param name what the rows are; read out
    public DataTable(String name, Density density, List<Column<R>> columns, ObservableList<R> rows) {
        this.columns = List.copyOf(columns);
        getStyleClass().add("data-table");
        columns.forEach(column -> view.getColumns().add(tableColumn(column)));
        view.setItems(rows);
        view.setAccessibleText(name);
        view.setPlaceholder(new Region());
        view.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        view.getStyleClass().add(density.styleClass());
        view.getSortOrder().addListener((ListChangeListener<Object>) _ -> markSorted());
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        getChildren().add(Boxes.growing(view));
        if (columns.stream().anyMatch(column -> !column.total().isEmpty())) {
            var row = new TotalRow<>(view, this.columns);
            total = Optional.of(row);
            getChildren().add(row);
        }
    }

    public ObservableValue<Optional<R>> selected() {
        return view.getSelectionModel().selectedItemProperty().map(Optional::of).orElse(Optional.empty());
    }

    public void select(R row) {
        view.getSelectionModel().select(row);
        view.scrollTo(row);
    }

    /// Selects the row at a place and brings it into view, without a jump where it is selected already.
    public void reveal(int index) {
        var selection = view.getSelectionModel();
        if (index < view.getItems().size() && selection.getSelectedIndex() != index) {
            selection.clearAndSelect(index);
            view.getFocusModel().focus(index);
            view.scrollTo(Math.max(0, index - 2));
        }
    }

    /// Shows newer rows of the same things: what is selected, the order and where one has scrolled to stay.
    ///
    /// @param key what a thing is, whatever its figures
    public void renew(List<R> newer, Function<R, ?> key) {
        var items = view.getItems();
        Optional<Object> chosen =
                Optional.ofNullable(view.getSelectionModel().getSelectedItem()).map(key);
        var byKey = new LinkedHashMap<Object, R>();
        newer.forEach(row -> byKey.put(key.apply(row), row));
        if (view.getSortOrder().isEmpty() && !items.stream().map(key).toList().equals(List.copyOf(byKey.keySet()))) {
            items.setAll(newer);
        } else {
            items.removeIf(row -> !byKey.containsKey(key.apply(row)));
            for (int i = 0; i < items.size(); i++) {
                var row = byKey.remove(key.apply(items.get(i)));
                if (row != null && !row.equals(items.get(i))) {
                    items.set(i, row);
                }
            }
            items.addAll(byKey.values());
            view.sort();
        }
        items.stream()
                .filter(row -> chosen.filter(key.apply(row)::equals).isPresent())
                .findFirst()
                .filter(row -> !row.equals(view.getSelectionModel().getSelectedItem()))
                .ifPresent(view.getSelectionModel()::select);
    }

    /// Shows other totals, one for each column; empty for none.
    public void showTotals(List<String> totals) {
        total.ifPresent(row -> row.show(totals));
    }

    /// Leaves columns out while there is no room for them.
    public void show(int column, boolean shown) {
        view.getColumns().get(column).setVisible(shown);
    }

    /// Never makes columns narrower than they are meant to be: their numbers would be cut.
    public DataTable<R> keepWhole(int... whole) {
        for (var column : whole) {
            view.getColumns().get(column).setMinWidth(columns.get(column).width());
        }
        return this;
    }

    /// Says in the tooltip of a head what the column is.
    public DataTable<R> explain(int column, String words) {
        var head = Words.secondary(columns.get(column).head());
        head.getStyleClass().add("medium");
        head.setTooltip(new Tooltip(words));
        head.setAccessibleHelp(words);
        explained.put(column, head);
        view.getColumns().get(column).setText("");
        markSorted();
        return this;
    }

    /// As high as its rows, for tables that scroll with their page.
    public DataTable<R> fitted() {
        view.prefHeightProperty()
                .bind(view.fixedCellSizeProperty()
                        .multiply(Bindings.size(view.getItems()))
                        .add(31));
        view.setMinHeight(USE_PREF_SIZE);
        return this;
    }

    /// Called with a row on Enter or a double click.
    public DataTable<R> onOpen(Consumer<R> open) {
        view.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                opened(open);
            }
        });
        view.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                opened(open);
                event.consume();
            }
        });
        return this;
    }

    private void opened(Consumer<R> open) {
        var row = view.getSelectionModel().getSelectedItem();
        if (row != null) {
            open.accept(row);
        }
    }

    /// Sorts by a column from the start.
    public DataTable<R> sorted(int column, boolean descending) {
        var sorted = view.getColumns().get(column);
        sorted.setSortType(descending ? SortType.DESCENDING : SortType.ASCENDING);
        view.getSortOrder().setAll(List.of(sorted));
        return this;
    }

    /// Leaves sorting to whoever reads the rows; called with each new order.
    public DataTable<R> sortedElsewhere(Consumer<Optional<Order>> sort) {
        view.setSortPolicy(_ -> {
            sort.accept(order());
            return true;
        });
        return this;
    }

    private Optional<Order> order() {
        return view.getSortOrder().stream()
                .findFirst()
                .map(column ->
                        new Order(view.getColumns().indexOf(column), column.getSortType() == SortType.DESCENDING));
    }

    /// The rows that are read, as CSV.
    public String csv() {
        return Csv.of(columns, view.getItems());
    }

    private void keyPressed(KeyEvent event) {
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        switch (event.getCode()) {
            case J -> move(1);
            case K -> move(-1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int step) {
        var last = view.getItems().size() - 1;
        if (last >= 0) {
            var next = Math.clamp(view.getSelectionModel().getSelectedIndex() + (long) step, 0, last);
            view.getSelectionModel().clearAndSelect(next);
            view.getFocusModel().focus(next);
            view.scrollTo(Math.max(0, next - 2));
        }
    }

    /// The arrow stands before the words of the head, so that they stay above their numbers.
    private void markSorted() {
        for (int i = 0; i < view.getColumns().size(); i++) {
            var column = view.getColumns().get(i);
            var sorted = view.getSortOrder().contains(column);
            var icon = column.getSortType() == SortType.ASCENDING ? Icon.ARROW_UP : Icon.ARROW_DOWN;
            @Nullable Node arrow = sorted ? icon.at(Icon.Size.TAG, Tone.MUTED) : null;
            var words = explained.get(i);
            if (words == null) {
                column.setGraphic(arrow);
            } else {
                words.setGraphic(arrow);
                column.setGraphic(words);
            }
        }
    }

    private TableColumn<R, R> tableColumn(Column<R> column) {
        var made = new TableColumn<R, R>(column.head());
        made.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        made.setCellFactory(_ -> new Cell<>(column));
        made.setPrefWidth(column.width());
        made.setReorderable(false);
        made.setSortNode(new Region());
        made.sortTypeProperty().subscribe(_ -> markSorted());
        made.setSortable(column.order().isPresent());
        column.order().ifPresent(made::setComparator);
        made.getStyleClass().add(column.numeric() ? "numeric" : "worded");
        if (!column.grows()) {
            made.setMinWidth(Math.min(column.width(), 48));
        }
        return made;
    }

    /// A cell: what the column draws for the row.
    private static final class Cell<R> extends TableCell<R, R> {

        private final Column<R> column;

        Cell(Column<R> column) {
            this.column = column;
            setAlignment(column.numeric() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(@Nullable R row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            if (empty) {
                setGraphic(null);
            } else if (row == null) {
                setGraphic(Words.muted("…"));
            } else {
                setGraphic(column.draw().apply(row));
                setAccessibleText(column.head() + ": " + column.text().apply(row));
            }
        }
    }
}
