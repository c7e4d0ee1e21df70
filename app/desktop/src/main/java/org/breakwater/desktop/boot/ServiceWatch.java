package org.breakwater.desktop.boot;

import java.time.InstantSource;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.breakwater.core.service.CheckService;
import org.breakwater.core.service.ServiceException;
import org.breakwater.core.service.ServiceState;
import org.breakwater.core.service.TransactionService;
import org.breakwater.core.value.ChainId;
import org.breakwater.desktop.fx.Background;

/// Asks the transaction service how it does, again and again, one question at a time. Lives on the toolkit's thread.
final class ServiceWatch implements AutoCloseable {

    private static final Duration EVERY = Duration.seconds(20);

    private final ChainId chain;
    private final Background background;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<ServiceState> state = new ReadOnlyObjectWrapper<>(new ServiceState.Unnamed());
    private Optional<CheckService> check = Optional.empty();
    private final Timeline beats = new Timeline();
    private Subscription asking = Subscription.EMPTY;
    private boolean isAsking;

    /// @param chain that the service must be on
    /// @param clock by which answers are dated
    ServiceWatch(ChainId chain, Background background, InstantSource clock) {
        this.chain = chain;
        this.background = background;
        this.clock = clock;
        beats.getKeyFrames().add(new KeyFrame(EVERY, _ -> ask()));
        beats.setCycleCount(Animation.INDEFINITE);
    }

    ReadOnlyObjectProperty<ServiceState> state() {
        return state.getReadOnlyProperty();
    }

    /// Asks this one from now on, or none.
    void ask(Optional<TransactionService> service) {
        asking.unsubscribe();
        isAsking = false;
        check = service.map(asked -> new CheckService(asked, chain));
        state.set(service.<ServiceState>map(asked -> new ServiceState.Unasked(asked.name()))
                .orElseGet(ServiceState.Unnamed::new));
        if (check.isPresent()) {
            ask();
            beats.play();
        } else {
            beats.stop();
        }
    }

    private void ask() {
        if (!isAsking && check.isPresent()) {
            isAsking = true;
            var asked = check.get();
            var before = state.get();
            asking = background.quietly(() -> answer(asked, before), this::heard);
        }
    }

    private ServiceState answer(CheckService asked, ServiceState before) {
        var name = asked.service().name();
        try {
            return new ServiceState.Answers(name, asked.run(), clock.instant());
        } catch (ServiceException failed) {
            return new ServiceState.Fails(name, failed.fault().problem(), before.lastAnswer());
        }
    }

    private void heard(ServiceState answer) {
        isAsking = false;
        state.set(answer);
    }

    @Override
    public void close() {
        beats.stop();
        asking.unsubscribe();
    }
}
