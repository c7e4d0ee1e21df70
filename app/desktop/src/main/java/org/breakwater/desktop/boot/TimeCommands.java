package org.breakwater.desktop.boot;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import org.breakwater.core.activity.DueList;
import org.breakwater.core.activity.NextDeadline;
import org.breakwater.core.follow.Known;
import org.breakwater.core.localnet.LocalTime;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.command.Command;
import org.breakwater.desktop.command.Command.Group;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.kit.Icon;

/// Moves the time of a local network ahead. Lives on the toolkit's thread.
final class TimeCommands {

    private static final String MOVING = "time is being moved";

    private final LocalTime time;
    private final ObservableValue<Loadable<Known>> known;
    private final Address authority;
    private final ObservableValue<Instant> now;
    private final Background background;
    private final Consumer<Problem> problems;
    private final Runnable moved;
    private final ReadOnlyBooleanWrapper moving = new ReadOnlyBooleanWrapper();

    /// @param authority the AccessManager whose scheduled calls are deadlines too
    /// @param problems hears why time could not be moved
    /// @param moved called once it was
    TimeCommands(
            LocalTime time,
            ObservableValue<Loadable<Known>> known,
            Address authority,
            ObservableValue<Instant> now,
            Background background,
            Consumer<Problem> problems,
            Runnable moved) {
        this.time = time;
        this.known = known;
        this.authority = authority;
        this.now = now;
        this.background = background;
        this.problems = problems;
        this.moved = moved;
    }

    List<Command> all() {
        return List.of(
                ahead("hour", "Move time 1 hour ahead", Duration.ofHours(1)),
                ahead("day", "Move time 1 day ahead", Duration.ofDays(1)),
                ahead("week", "Move time 7 days ahead", Duration.ofDays(7)),
                toNextDeadline());
    }

    private Command ahead(String id, String title, Duration by) {
        return command(id, title, () -> move(by)).unless(moving.map(is -> is ? MOVING : ""));
    }

    private Command toNextDeadline() {
        var missing = moving.flatMap(is -> known.map(read -> {
            if (is) {
                return MOVING;
            }
            return next(read).isPresent() ? "" : "no deadline is known";
        }));
        return command("deadline", "Move time to the next deadline", this::moveToNext)
                .unless(missing);
    }

    private static Command command(String id, String title, Runnable run) {
        return Command.always("time." + id, Group.LOCAL, Icon.FAST_FORWARD, title, run)
                .alsoFoundBy("local network", "clock", "wait");
    }

    private OptionalLong next(Loadable<Known> read) {
        return read instanceof Loadable.Ready<Known>(var here, var _)
                ? NextDeadline.after(DueList.of(here, authority), here.time())
                : OptionalLong.empty();
    }

    private void moveToNext() {
        next(known.getValue()).ifPresent(moment -> {
            var by = Duration.between(now.getValue(), Instant.ofEpochSecond(moment));
            move(by.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : by);
        });
    }

    private void move(Duration by) {
        moving.set(true);
        background.run("Moving time", () -> moved(by), problem -> {
            moving.set(false);
            problem.ifPresentOrElse(problems, moved);
        });
    }

    private Optional<Problem> moved(Duration by) {
        try {
            time.moveAhead(by);
            return Optional.empty();
        } catch (ProblemException refused) {
            return Optional.of(refused.problem());
        }
    }
}
