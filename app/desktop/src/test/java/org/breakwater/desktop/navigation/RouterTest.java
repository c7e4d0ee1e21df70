package org.breakwater.desktop.navigation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RouterTest {

    private static final Place INBOX = new Place.Inbox();
    private static final Place POOLS = new Place.Pools();
    private static final Place CLAIMS = new Place.Claims();

    private final Router router = new Router(INBOX);

    @Test
    void theWayBackLeadsThroughEveryPlaceAndForwardAgain() {
        router.go(POOLS);
        router.go(CLAIMS);

        router.back();
        assertThat(router.current().get()).isEqualTo(POOLS);
        router.back();
        assertThat(router.current().get()).isEqualTo(INBOX);
        assertThat(router.canGoBack().get()).isFalse();

        router.forward();
        router.forward();
        assertThat(router.current().get()).isEqualTo(CLAIMS);
        assertThat(router.canGoForward().get()).isFalse();
    }

    @Test
    void goingSomewhereForgetsWhatLayAhead() {
        router.go(POOLS);
        router.back();
        router.go(CLAIMS);

        assertThat(router.canGoForward().get()).isFalse();
        router.back();
        assertThat(router.current().get()).isEqualTo(INBOX);
    }

    @Test
    void goingWhereOneIsDoesNothing() {
        router.go(INBOX);

        assertThat(router.canGoBack().get()).isFalse();
    }

    @Test
    void whereNothingLiesOneStays() {
        router.back();
        router.forward();

        assertThat(router.current().get()).isEqualTo(INBOX);
    }

    @Test
    void theOldestOfManyPlacesIsForgotten() {
        for (int id = 0; id < 1_000; id++) {
            router.go(new Place.Claim(id));
        }
        for (int i = 0; i < 1_000; i++) {
            router.back();
        }

        assertThat(router.current().get()).isEqualTo(new Place.Claim(899));
    }
}
