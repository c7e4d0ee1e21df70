package org.breakwater.adapters.ethereum.download;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Hears of new heads from whichever endpoint is used, where that one tells of them, until it is closed. Any thread
/// may call it.
public final class FollowedHeads implements AutoCloseable {

    private final Supplier<Optional<URI>> address;
    private final Runnable look;
    private @Nullable NewHeads telling;
    private boolean isClosed;

    /// @param address where the endpoint that is used tells of new heads; empty where it does not
    /// @param look called when there may be a new head
    public FollowedHeads(Supplier<Optional<URI>> address, Runnable look) {
        this.address = address;
        this.look = look;
    }

    /// Takes that another endpoint may be used. Looks at once where that is so: nobody says whether it knows of more.
    public synchronized void listen() {
        if (isClosed) {
            return;
        }
        var wanted = address.get();
        var present = telling;
        if (present != null && wanted.filter(present.address()::equals).isPresent()) {
            return;
        }
        end();
        telling = wanted.map(there -> NewHeads.start(there, look)).orElse(null);
        look.run();
    }

    /// Whether the node tells of new heads by itself now.
    public synchronized boolean isLive() {
        return telling != null && telling.isLive();
    }

    private void end() {
        if (telling != null) {
            telling.close();
            telling = null;
        }
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        end();
    }
}
