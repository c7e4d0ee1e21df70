package org.breakwater.desktop.feature.emergency;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.breakwater.core.emergency.SafetyMeasure;
import org.breakwater.core.emergency.SafetyMeasure.Subject;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.ParameterWords;
import org.breakwater.desktop.place.PoolName;
import org.breakwater.desktop.place.Surroundings;

/// What else makes the protocol safer at once: each leads to a draft in which only the value and the reason are
/// missing.
record MeasuresSection(Surroundings around, EmergencyViewModel model) {

    Node root() {
        var quarantine = menu(
                "Quarantine an adapter…",
                "measure-quarantine",
                measure -> measure.subject() instanceof Subject.Adapter);
        var tighten = menu(
                "Tighten a parameter…", "measure-tighten", measure -> measure.subject() instanceof Subject.Parameter);
        return Boxes.styled(
                new VBox(
                        8,
                        Words.section("Other measures"),
                        row(Icon.PROHIBITED, "Its readings count no more, until the DAO restores it.", quarantine),
                        row(Icon.SHIELD, "One step its safe way, without a delay.", tighten)),
                "page-section");
    }

    private static Node row(Icon icon, String words, Node act) {
        var what = Words.wrapped(Words.secondary(words));
        what.setMaxWidth(Double.MAX_VALUE);
        return new HBox(8, icon.at(Icon.Size.BUTTON, Tone.MUTED), Boxes.growing(what), act);
    }

    /// Who may is asked when somebody wants to.
    private MenuButton menu(String words, String id, Predicate<SafetyMeasure> kind) {
        var menu = new MenuButton(words);
        menu.setId(id);
        menu.getStyleClass().addAll("face", "small");
        menu.setAccessibleText(words);
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.getItems().setAll(new MenuItem("Nobody here can"));
        menu.setOnShowing(_ -> menu.getItems().setAll(items(kind)));
        return menu;
    }

    private List<MenuItem> items(Predicate<SafetyMeasure> kind) {
        var able = model.measures(around.known().getValue(), around.council().getValue()).stream()
                .filter(kind)
                .toList();
        if (able.isEmpty()) {
            var nobody = new MenuItem("None of the Safes that are watched here may");
            nobody.setDisable(true);
            return List.of(nobody);
        }
        var groups = able.stream().collect(Collectors.groupingBy(this::group, LinkedHashMap::new, Collectors.toList()));
        var items = new ArrayList<MenuItem>();
        groups.forEach((group, measures) -> items.addAll(under(group, measures)));
        return items;
    }

    private List<MenuItem> under(String group, List<SafetyMeasure> measures) {
        var items = measures.stream().map(this::item).toList();
        if (group.isEmpty()) {
            return items;
        }
        var menu = new Menu(group);
        menu.getItems().setAll(items);
        return List.of(menu);
    }

    /// Parameters stand under what they hold for.
    private String group(SafetyMeasure measure) {
        return switch (measure.subject()) {
            case Subject.Adapter _ -> "";
            case Subject.Parameter(var _, var scope) ->
                scope.equals(ParameterScope.GLOBAL) ? "Everywhere" : pool(scope);
        };
    }

    private String pool(ParameterScope scope) {
        return around.known()
                .getValue()
                .read()
                .flatMap(known -> known.view().pool(scope.number().longValueExact()))
                .map(PoolView::name)
                .map(PoolName::inRow)
                .orElseGet(scope::toString);
    }

    private MenuItem item(SafetyMeasure measure) {
        var item = new MenuItem(
                switch (measure.subject()) {
                    case Subject.Adapter(var adapter) -> around.name(adapter);
                    case Subject.Parameter(var key, var _) -> ParameterWords.name(key.word());
                });
        item.setOnAction(_ -> model.begin(measure));
        return item;
    }
}
