package org.breakwater.desktop.shell;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.breakwater.core.chain.AskedEndpoint;
import org.breakwater.core.chain.EndpointAnswer;
import org.breakwater.core.connection.EndpointSelection;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.kit.NetworkKind;
import org.breakwater.desktop.shell.NetworkStatus.Endpoints;

/// Asks the endpoints for their newest blocks, again and again, one round at a time, and so has one of them chosen.
/// Lives on the toolkit's thread.
public final class NetworkWatch implements AutoCloseable {

    private static final javafx.util.Duration EVERY = javafx.util.Duration.seconds(2);

    private final Background background;
    private final ReadOnlyObjectWrapper<NetworkStatus> status;
    private final ReadOnlyObjectWrapper<List<AskedEndpoint>> asked = new ReadOnlyObjectWrapper<>(List.of());
    private final Timeline beats = new Timeline();
    private Optional<EndpointSelection> selection = Optional.empty();
    private Subscription asking = Subscription.EMPTY;
    private boolean isAsking;

    public NetworkWatch(NetworkKind kind, String name, Duration lateAfter, Background background) {
        this.background = background;
        this.status = new ReadOnlyObjectWrapper<>(new NetworkStatus(
                kind, name, new Loadable.Loading<>(), lateAfter, new Endpoints(0, 0, Optional.empty())));
        beats.getKeyFrames().add(new KeyFrame(EVERY, _ -> ask()));
        beats.setCycleCount(Animation.INDEFINITE);
    }

    public ObservableValue<NetworkStatus> status() {
        return status.getReadOnlyProperty();
    }

    /// What each endpoint said last, in their order.
    public ObservableValue<List<AskedEndpoint>> asked() {
        return asked.getReadOnlyProperty();
    }

    /// Asks these from now on, and chooses among them.
    public void watch(EndpointSelection others) {
        selection = Optional.of(others);
        ask();
        beats.play();
    }

    /// Says which endpoints there are, or which is used, as soon as that changes.
    public void changed() {
        selection.ifPresent(chosen -> {
            var told = asked.get();
            var use = chosen.use().get();
            var names = chosen.endpoints().get();
            show(
                    status.get().head(),
                    names.stream()
                            .map(endpoint -> new AskedEndpoint(
                                    endpoint.name(),
                                    endpoint.equals(use.endpoint()),
                                    told.stream()
                                            .filter(before -> before.name().equals(endpoint.name()))
                                            .findFirst()
                                            .flatMap(AskedEndpoint::answer)))
                            .toList());
            ask();
        });
    }

    private void ask() {
        if (!isAsking && selection.isPresent()) {
            isAsking = true;
            asking = background.quietly(selection.get()::look, this::heard);
        }
    }

    /// The bar tells of the endpoint that is used. One that fails leaves its last block there, marked as what it is.
    private void heard(List<AskedEndpoint> round) {
        isAsking = false;
        var last = status.get().head();
        var head = round.stream()
                .filter(AskedEndpoint::isUsed)
                .flatMap(used -> used.answer().stream())
                .findFirst()
                .map(answer -> switch (answer) {
                    case EndpointAnswer.Head(var block, var _, var _) -> new Loadable.Ready<>(block, block);
                    case EndpointAnswer.None(var _, var problem) ->
                        failed(last, problem.happened(), new Loadable.Failed<>(problem));
                })
                .orElse(last);
        show(head, round);
    }

    private void show(Loadable<BlockRef> head, List<AskedEndpoint> round) {
        var last = status.get();
        var agreeing = (int) round.stream().filter(AskedEndpoint::agrees).count();
        var fallback = selection
                .map(chosen -> chosen.use().get())
                .filter(use -> !use.passedOver().isEmpty());
        asked.set(round);
        status.set(new NetworkStatus(
                last.kind(), last.name(), head, last.lateAfter(), new Endpoints(agreeing, round.size(), fallback)));
    }

    private static Loadable<BlockRef> failed(Loadable<BlockRef> last, String why, Loadable<BlockRef> failure) {
        return switch (last) {
            case Loadable.Ready<BlockRef>(var head, var asOf) -> new Loadable.Stale<>(head, asOf, why);
            case Loadable.Stale<BlockRef>(var head, var asOf, var _) -> new Loadable.Stale<>(head, asOf, why);
            case Loadable.Idle<BlockRef> _, Loadable.Loading<BlockRef> _, Loadable.Failed<BlockRef> _ -> failure;
        };
    }

    @Override
    public void close() {
        beats.stop();
        asking.unsubscribe();
    }
}
