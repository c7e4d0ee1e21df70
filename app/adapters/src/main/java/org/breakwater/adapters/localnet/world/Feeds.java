package org.breakwater.adapters.localnet.world;

import java.time.Duration;
import java.util.List;
import org.breakwater.core.problem.ProblemException;

/// The settlement token's price, reported once a day by whoever runs its feed, a little off one dollar.
final class Feeds implements Strand {

    private static final long ONE = 100_000_000;

    private final Setting setting;
    private final Draw draw;

    Feeds(Setting setting) {
        this.setting = setting;
        this.draw = setting.draw("feeds");
    }

    @Override
    public void begin() {
        var agenda = setting.agenda();
        agenda.every(agenda.day(0, 0.5), Duration.ofDays(1), () -> true, "Reporting the price of USDC", this::report);
        // The last price before the head is half an hour old.
        agenda.at(agenda.day(730, -0.5), "Reporting the price of USDC", this::report);
    }

    private void report() throws ProblemException {
        setting.stage()
                .send(
                        setting.one(Part.DEPLOYER),
                        List.of(setting.protocol().pegFeed().call("update", price())));
    }

    /// Between 0.9991 and 1.0006, mostly close to one.
    private long price() {
        return ONE + Math.clamp(Math.round(draw.normal() * 18_000), -90_000, 60_000);
    }
}
