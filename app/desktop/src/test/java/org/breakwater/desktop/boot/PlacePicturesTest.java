package org.breakwater.desktop.boot;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.fx.GuidePictures;
import org.breakwater.desktop.fx.ReferencePictures;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Place.PolicyList;
import org.breakwater.desktop.navigation.Place.PoolPart;
import org.breakwater.desktop.theme.Appearance.Scheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The main places look as they did, with the world's data at one moment.
class PlacePicturesTest extends FxTest {

    private static final Map<String, Place> PLACES = new LinkedHashMap<>();

    static {
        PLACES.put("pools", new Place.Pools());
        PLACES.put("pool", new Place.Pool(2, PoolPart.OVERVIEW));
        PLACES.put("policies", new Place.Policies(PolicyList.POLICIES));
        PLACES.put("claim", new Place.Claim(40));
        PLACES.put("treasury", new Place.Treasury());
        PLACES.put("emergency", new Place.Emergency());
        PLACES.put("registry", new Place.Registry());
    }

    private static final Set<String> IN_THE_GUIDE =
            Set.of("pools", "pool", "policies", "claim", "treasury", "emergency");

    private static OpenConsole open;

    @BeforeAll
    @SuppressWarnings("NullAway.Init") // JUnit calls it before anything else
    static void open() throws ProblemException {
        open = OpenConsole.onTheWorldAtItsNewestBlock();
        var watch = open.wiring().protocol().watch();
        await(() -> watch.status().get().known().isPresent());
        var alerts = Integer.toString(watch.status().get().standing().size());
        await(() -> open.words().contains(alerts));
    }

    @AfterAll
    static void close() {
        open.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void everyPlaceLooksAsItDid(Scheme scheme) throws IOException {
        open.wear(scheme);
        for (var place : PLACES.entrySet()) {
            open.go(place.getValue());
            var picture = open.settledPicture();
            ReferencePictures.compare(place.getKey() + "-" + scheme.name().toLowerCase(Locale.ROOT), picture);
            if (scheme == Scheme.LIGHT && IN_THE_GUIDE.contains(place.getKey())) {
                GuidePictures.compare(place.getKey(), picture);
            }
        }
    }

    @Test
    void theGuideShowsTheOtherPlacesAsTheyAre() throws IOException {
        open.wear(Scheme.LIGHT);
        open.go(new Place.Council());
        GuidePictures.compare("council", open.settledPicture());
        open.go(new Place.Proposals());
        GuidePictures.compare("proposals", open.settledPicture());
        open.go(new Place.Activity(Place.ActivityPart.ALERTS));
        GuidePictures.compare("alerts", open.settledPicture());
    }
}
