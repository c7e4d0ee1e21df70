package org.breakwater.desktop.command;

import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;

/// Everything one can do now. A screen adds its own commands and takes them away with it.
public final class Commands {

    private final ObservableList<Command> all = FXCollections.observableArrayList();

    public ObservableList<Command> all() {
        return FXCollections.unmodifiableObservableList(all);
    }

    /// @return takes the command away again
    /// @throws IllegalArgumentException if its id or its keys are taken
    public Subscription add(Command command) {
        for (var other : all) {
            if (other.id().equals(command.id())) {
                throw new IllegalArgumentException("there is a command " + command.id());
            }
            if (command.chord().isPresent() && command.chord().equals(other.chord())) {
                throw new IllegalArgumentException(command.id() + " and " + other.id() + " have the same keys");
            }
        }
        all.add(command);
        return () -> all.remove(command);
    }

    /// @throws IllegalArgumentException if there is none
    public Command command(String id) {
        return all.stream()
                .filter(command -> command.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no command " + id));
    }

    /// Listens for every command's keys.
    public void listen(Scene scene) {
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> handle(scene, event));
        scene.addEventHandler(KeyEvent.KEY_TYPED, event -> handle(scene, event));
    }

    private void handle(Scene scene, KeyEvent event) {
        pressed(event)
                .filter(command ->
                        !(isTyping(scene) && command.chord().map(Chord::isBare).orElse(true)))
                .ifPresent(command -> {
                    event.consume();
                    run(command);
                });
    }

    /// Does it, if it can be done.
    public static void run(Command command) {
        if (command.isPossible()) {
            command.run().run();
        }
    }

    private Optional<Command> pressed(KeyEvent event) {
        var typed = event.getEventType() == KeyEvent.KEY_TYPED;
        return all.stream()
                .filter(command -> command.chord()
                        .filter(keys -> typed ? keys.matchesTyped(event) : keys.matches(event))
                        .isPresent())
                .findFirst();
    }

    private static boolean isTyping(Scene scene) {
        return scene.getFocusOwner() instanceof TextInputControl;
    }
}
