package org.breakwater.desktop.place;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.breakwater.core.execution.PreparedCall;
import org.breakwater.core.execution.Speed;
import org.breakwater.core.value.TokenAmount;
import org.breakwater.desktop.kit.Choices;
import org.breakwater.desktop.kit.FactGrid;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;

/// What sending costs, for everything that is sent to the network.
public final class FeePanel {

    private static final int ETHER_DECIMALS = 18;
    private static final double NAMES = 120;

    private FeePanel() {}

    /// How soon somebody wants it in a block.
    public static Node speeds(Speed chosen, Consumer<Speed> choose) {
        return Choices.segments(
                "How soon",
                List.of(
                        new Choices.Choice<>(Speed.SLOW, "Cheap"),
                        new Choices.Choice<>(Speed.NORMAL, "Normal"),
                        new Choices.Choice<>(Speed.FAST, "Next block")),
                chosen,
                choose);
    }

    /// That it was tried, and what it costs at a speed.
    public static FactGrid facts(PreparedCall call, Speed speed) {
        return FactGrid.of(NAMES)
                .add("Tried", Words.body("It would be carried out on the newest block"))
                .add("Gas, at most", Words.body(Numbers.count(call.gas())))
                .add("Costs, at most", Words.body(ether(call.offer(speed).cost(call.gas()))));
    }

    private static String ether(BigInteger wei) {
        return Numbers.exact(new TokenAmount(wei, ETHER_DECIMALS, "ETH"));
    }
}
