package org.breakwater.desktop.shell;

import java.time.Duration;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.breakwater.core.chain.Chain;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.kit.NetworkKind;
import org.breakwater.desktop.shell.NetworkStatus.Endpoints;

/// Asks one endpoint for its newest block, again and again, one question at a time.
public final class NetworkWatch implements AutoCloseable {

    private static final javafx.util.Duration EVERY = javafx.util.Duration.seconds(2);

    private final Chain chain;
    private final Background background;
    private final ReadOnlyObjectWrapper<NetworkStatus> status;
    private final Timeline beats = new Timeline();
    private Subscription asking = Subscription.EMPTY;
    private boolean isAsking;

    public NetworkWatch(NetworkKind kind, String name, Duration lateAfter, Chain chain, Background background) {
        this.chain = chain;
        this.background = background;
        this.status = new ReadOnlyObjectWrapper<>(
                new NetworkStatus(kind, name, new Loadable.Loading<>(), lateAfter, new Endpoints(0, 1)));
        beats.getKeyFrames().add(new KeyFrame(EVERY, _ -> ask()));
        beats.setCycleCount(Animation.INDEFINITE);
    }

    public ObservableValue<NetworkStatus> status() {
        return status.getReadOnlyProperty();
    }

    public NetworkWatch started() {
        ask();
        beats.play();
        return this;
    }

    private void ask() {
        if (!isAsking) {
            isAsking = true;
            asking = background.quietly(this::head, this::heard);
        }
    }

    private Loadable<BlockRef> head() {
        try {
            var head = chain.head();
            return new Loadable.Ready<>(head, head);
        } catch (ProblemException failed) {
            return new Loadable.Failed<>(failed.problem());
        }
    }

    /// An answer that fails leaves the last block on the bar, marked as what it is.
    private void heard(Loadable<BlockRef> answer) {
        isAsking = false;
        var last = status.get();
        var shown = switch (answer) {
            case Loadable.Failed<BlockRef>(var problem) -> failed(last.head(), problem.happened(), answer);
            case Loadable.Idle<BlockRef> _,
                    Loadable.Loading<BlockRef> _,
                    Loadable.Ready<BlockRef> _,
                    Loadable.Stale<BlockRef> _ -> answer;
        };
        var answering = answer instanceof Loadable.Ready ? 1 : 0;
        status.set(new NetworkStatus(last.kind(), last.name(), shown, last.lateAfter(), new Endpoints(answering, 1)));
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
