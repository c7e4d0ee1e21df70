package org.breakwater.desktop.feature.policies;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.breakwater.core.follow.Known;
import org.breakwater.core.problem.Problem;
import org.breakwater.desktop.command.Chord;
import org.breakwater.desktop.command.Command;
import org.breakwater.desktop.command.Command.Group;
import org.breakwater.desktop.event.EventNames;
import org.breakwater.desktop.fx.Subscriptions;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.SideDetail;
import org.breakwater.desktop.kit.StatePane;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Place.PolicyList;
import org.breakwater.desktop.navigation.Screen;
import org.breakwater.desktop.place.Surroundings;

/// All policies, and the detail of one beside them.
public final class PoliciesScreen implements Screen {

    /// Narrower than this, the detail stands in the place of the list.
    private static final double BOTH_FROM = 1_100;

    private final Surroundings around;
    private final PolicyListViewModel list;
    private final PolicyViewModel policy;
    private final SideDetail detail = new SideDetail();
    private Runnable focusSearch = () -> {};

    /// @param chosen the policy whose detail is shown
    public PoliciesScreen(Surroundings around, Optional<BigInteger> chosen) {
        this.around = around;
        this.list = new PolicyListViewModel(around.policies(), around.background());
        this.policy = new PolicyViewModel(around.deployment(), around.events(), around.texts(), around.background());
        policy.choose(chosen);
    }

    @Override
    public ObservableValue<List<String>> trail() {
        return policy.chosen()
                .map(id -> id.map(number -> List.of("Policies", "Policy " + number))
                        .orElse(List.of("Policies")));
    }

    @Override
    public boolean moveTo(Place place) {
        switch (place) {
            case Place.Policies(var part) when part == PolicyList.POLICIES -> policy.choose(Optional.empty());
            case Place.Policy(var id) -> policy.choose(Optional.of(id));
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    public Node root() {
        return new StatePane<>(around.known(), around.now(), this::content);
    }

    private Node content(ObservableValue<Known> known) {
        var rows = new PolicyListView(
                around, list, known, row -> around.router().go(new Place.Policy(BigInteger.valueOf(row.id()))));
        var isFound = list.found().map(Optional::isPresent);
        Shown.following(rows.root(), isFound, found -> {
            if (found) {
                policy.chosen().getValue().ifPresent(rows::reveal);
            }
        });
        Shown.following(rows.root(), policy.chosen(), chosen -> chosen.ifPresent(rows::reveal));
        focusSearch = () -> rows.search().input().requestFocus();
        var main = new VBox(
                PoliciesHead.of(around, PolicyList.POLICIES, known, rows.export()), Boxes.growing(rows.root()));
        var both = new HBox(Boxes.growing(main), detail);
        Shown.following(detail, policy.shown(), shown -> show(known, shown));
        share(both, main);
        return both;
    }

    /// Where there is no room for both, what was chosen stands alone.
    private void share(HBox both, Region main) {
        var chosen = policy.chosen().map(Optional::isPresent);
        detail.visibleProperty().bind(chosen);
        detail.managedProperty().bind(chosen);
        var room = Bindings.createBooleanBinding(
                () -> both.getWidth() >= BOTH_FROM || !chosen.getValue(), both.widthProperty(), policy.chosen());
        main.visibleProperty().bind(room);
        main.managedProperty().bind(room);
        detail.maxWidthProperty()
                .bind(Bindings.when(room).then(Region.USE_PREF_SIZE).otherwise(Double.MAX_VALUE));
        HBox.setHgrow(detail, Priority.SOMETIMES);
    }

    private void close() {
        around.router().go(new Place.Policies(PolicyList.POLICIES));
    }

    private void show(ObservableValue<Known> known, PolicyViewModel.Shown shown) {
        switch (shown) {
            case PolicyViewModel.Shown.Nothing _ -> {}
            case PolicyViewModel.Shown.Reading(var id) ->
                notice("Policy " + id, "Reading policy " + id + ".", List.of());
            case PolicyViewModel.Shown.Read(var facts) ->
                new PolicyDetail(
                                around,
                                detail,
                                EventNames.of(known.getValue(), around::name, around.texts()),
                                this::close)
                        .show(facts);
            case PolicyViewModel.Shown.Absent(var id, var count) ->
                notice(
                        "Policy " + id,
                        "There is no policy " + id + ". The newest is " + Numbers.count(count) + ".",
                        List.of(Buttons.plain("Show all policies", this::close)));
            case PolicyViewModel.Shown.Failed(Problem problem) ->
                notice(
                        "Policy",
                        problem.happened() + " " + problem.remedy(),
                        List.of(Buttons.plain("Show all policies", this::close)));
        }
    }

    private void notice(String kind, String sentence, List<Node> acts) {
        detail.show(
                new SideDetail.Head(Icon.FILE_TEXT, kind, sentence, "policy-notice", this::close),
                List.of(SideDetail.section(Words.secondary("Policies are numbered from 1 as they are bought."))),
                acts);
    }

    @Override
    public void shown(Subscriptions until) {
        until.add(around.known()
                .subscribe(state -> state.read().ifPresent(known -> {
                    list.know(known);
                    policy.know(known);
                })));
        until.add(list::close);
        until.add(policy::close);
        until.add(around.commands()
                .add(Command.always(
                                "policies.search",
                                Group.LIST,
                                Icon.SEARCH,
                                "Search the policies",
                                () -> focusSearch.run())
                        .on(Chord.typing("/"))));
        until.add(around.commands()
                .add(Command.always(
                        "policies.clear", Group.LIST, Icon.X, "Clear the filters of policies", list::clear)));
    }
}
