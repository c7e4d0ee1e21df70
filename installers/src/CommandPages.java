import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.breakwater.cli.boot.Main;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/// Writes what the command line says of itself for other programs: manual pages as AsciiDoc, and the completion of its
/// words for bash.
///
/// Its argument is the folder to write to.
final class CommandPages {

    private static final boolean[] QUIET = new boolean[0];

    private CommandPages() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        Files.createDirectories(folder);
        var command = Main.commandLine();
        var pages = all(command);
        pages.add(console());
        var status =
                ManPageGenerator.generateManPage(folder.toFile(), null, QUIET, true, pages.toArray(CommandSpec[]::new));
        if (status != 0) {
            throw new IllegalStateException("the manual pages were not written: status " + status);
        }
        Files.writeString(folder.resolve("breakwater.bash"), AutoComplete.bash("breakwater", command));
    }

    /// What the window is started with, which nobody but the window needs to see.
    private static CommandSpec console() throws ReflectiveOperationException {
        var arguments = Class.forName("org.breakwater.desktop.boot.LaunchArguments").getDeclaredConstructor();
        arguments.setAccessible(true);
        return new CommandLine(arguments.newInstance()).getCommandSpec();
    }

    private static List<CommandSpec> all(CommandLine command) {
        var specs = new ArrayList<>(List.of(command.getCommandSpec()));
        command.getSubcommands().values().forEach(each -> specs.addAll(all(each)));
        return specs;
    }
}
