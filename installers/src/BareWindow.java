import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// A window of JavaFX with one word in it: what the start of the console is measured against.
public final class BareWindow extends Application {

    @Override
    public void start(Stage stage) {
        stage.setScene(new Scene(new StackPane(new Label("Breakwater")), 1_280, 800));
        stage.show();
    }

    public static void main(String[] arguments) {
        launch(BareWindow.class, arguments);
    }
}
