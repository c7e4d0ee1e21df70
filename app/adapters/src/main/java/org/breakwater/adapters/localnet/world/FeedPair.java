package org.breakwater.adapters.localnet.world;

import java.util.ArrayList;
import java.util.List;
import org.breakwater.core.problem.ProblemException;

/// Two independent feeds of one price, and who answers for them.
final class FeedPair {

    private final Stage stage;
    private final Person reporter;
    private final Contract feed;
    private final Contract second;
    private long price8;

    private FeedPair(Stage stage, Person reporter, Contract feed, Contract second, long price8) {
        this.stage = stage;
        this.reporter = reporter;
        this.feed = feed;
        this.second = second;
        this.price8 = price8;
    }

    /// @param price8 first answer of both
    static FeedPair create(Stage stage, Person reporter, String name, long price8) throws ProblemException {
        var feed = stage.create(reporter, "PriceFeed", name + " / USD", 8, reporter);
        var second = stage.create(reporter, "PriceFeed", name + " / USD, second source", 8, reporter);
        var pair = new FeedPair(stage, reporter, feed, second, price8);
        stage.mine(pair.answers());
        return pair;
    }

    Contract feed() {
        return feed;
    }

    Contract second() {
        return second;
    }

    long price8() {
        return price8;
    }

    /// What both will answer next.
    void moveTo(long price) {
        price8 = price;
    }

    /// Both feeds answer.
    void answer(long price) throws ProblemException {
        price8 = price;
        stage.mine(answers());
    }

    /// Both repeat their last answer, at the next block's time.
    List<Stage.Deed> answers() {
        var deeds = new ArrayList<Stage.Deed>();
        deeds.add(Stage.Deed.of(reporter, feed.call("update", price8)));
        // No two sources agree to the last digit.
        deeds.add(Stage.Deed.of(reporter, second.call("update", price8 - price8 / 4_000)));
        return deeds;
    }

    /// The number of the first feed's latest round.
    long round() throws ProblemException {
        return stage.number(feed.call("latestRound")).longValueExact();
    }
}
