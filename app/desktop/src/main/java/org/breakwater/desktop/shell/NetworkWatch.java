package org.breakwater.desktop.shell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.breakwater.core.chain.AskedEndpoint;
import org.breakwater.core.chain.CompareEndpoints;
import org.breakwater.core.chain.Endpoint;
import org.breakwater.core.chain.EndpointAnswer;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.kit.NetworkKind;
import org.breakwater.desktop.shell.NetworkStatus.Endpoints;

/// Asks the endpoints for their newest blocks, again and again, one round at a time. Lives on the toolkit's thread.
public final class NetworkWatch implements AutoCloseable {

    private static final javafx.util.Duration EVERY = javafx.util.Duration.seconds(2);

    private final Duration lateAfter;
    private final Background background;
    private final ReadOnlyObjectWrapper<NetworkStatus> status;
    private final ReadOnlyObjectWrapper<List<AskedEndpoint>> asked = new ReadOnlyObjectWrapper<>(List.of());
    private final Timeline beats = new Timeline();
    private List<Endpoint> endpoints = List.of();
    private Subscription asking = Subscription.EMPTY;
    private boolean isAsking;

    public NetworkWatch(NetworkKind kind, String name, Duration lateAfter, Background background) {
        this.lateAfter = lateAfter;
        this.background = background;
        this.status = new ReadOnlyObjectWrapper<>(
                new NetworkStatus(kind, name, new Loadable.Loading<>(), lateAfter, new Endpoints(0, 0)));
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

    /// Asks these from now on.
    ///
    /// @param others the one that is read first
    public void ask(List<Endpoint> others) {
        asking.unsubscribe();
        isAsking = false;
        endpoints = List.copyOf(others);
        var last = status.get();
        status.set(new NetworkStatus(
                last.kind(), last.name(), last.head(), last.lateAfter(), new Endpoints(0, endpoints.size())));
        asked.set(endpoints.stream()
                .map(endpoint -> new AskedEndpoint(endpoint.name(), Optional.empty()))
                .toList());
        ask();
        beats.play();
    }

    private void ask() {
        if (!isAsking) {
            isAsking = true;
            var compare = new CompareEndpoints(endpoints, lateAfter);
            asking = background.quietly(compare::run, this::heard);
        }
    }

    /// The bar tells of the endpoint that is read. One that fails leaves its last block there, marked as what it is.
    private void heard(List<EndpointAnswer> round) {
        isAsking = false;
        var last = status.get();
        var head = switch (round.getFirst()) {
            case EndpointAnswer.Head(var block, var _, var _) -> new Loadable.Ready<>(block, block);
            case EndpointAnswer.None(var problem) ->
                failed(last.head(), problem.happened(), new Loadable.Failed<>(problem));
        };
        var answered = new ArrayList<AskedEndpoint>();
        for (int i = 0; i < round.size(); i++) {
            answered.add(new AskedEndpoint(endpoints.get(i).name(), Optional.of(round.get(i))));
        }
        var agreeing = (int) answered.stream().filter(AskedEndpoint::agrees).count();
        asked.set(List.copyOf(answered));
        status.set(new NetworkStatus(
                last.kind(), last.name(), head, last.lateAfter(), new Endpoints(agreeing, answered.size())));
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
