package org.breakwater.cli.boot;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import org.breakwater.adapters.deployment.NodeConnections;
import org.breakwater.adapters.deployment.NodeIndexes;
import org.breakwater.adapters.deployment.NodeReviews;
import org.breakwater.adapters.ethereum.ScriptedProtocol;
import org.breakwater.adapters.json.JsonFiles;
import org.breakwater.adapters.keeping.NodeKeepers;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.adapters.names.AddressBookFiles;
import org.breakwater.adapters.offer.NodeOfferServers;
import org.breakwater.adapters.outlets.MonitorOutlets;
import org.breakwater.adapters.release.ReleaseFolder;
import org.breakwater.adapters.storage.IndexStores;
import org.breakwater.adapters.watch.NodeMonitors;
import org.breakwater.cli.command.KeepCommand;
import org.breakwater.cli.command.LocalnetCommand;
import org.breakwater.cli.command.MonitorCommand;
import org.breakwater.cli.command.ReviewCommand;
import org.breakwater.cli.command.SafeHashCommand;
import org.breakwater.cli.command.ServeCommand;
import org.breakwater.cli.command.SnapshotCommand;
import org.breakwater.cli.command.SyncCommand;
import org.breakwater.cli.command.TestTargetsCommand;
import org.breakwater.cli.command.VerifyDeploymentCommand;
import org.breakwater.cli.command.VerifyReleaseCommand;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.request.Kept;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/// The command `breakwater`.
@Command(
        name = "breakwater",
        mixinStandardHelpOptions = true,
        version = "breakwater 0.1.0",
        description = "The Breakwater console's use cases without a window.",
        exitCodeOnExecutionException = Main.COULD_NOT,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:could not be done", "2 to 5:as the command's own help says"})
public final class Main implements Runnable {

    static final int COULD_NOT = 1;

    /// Where a node does not tell of new heads by itself.
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets the field before the command runs
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        try {
            return commandLine().execute(arguments);
        } catch (Error fault) {
            System.err.println("breakwater: " + ownFault(fault));
            return COULD_NOT;
        }
    }

    private static String ownFault(Throwable fault) {
        return "Breakwater met a fault of its own: " + fault + ".";
    }

    /// All commands, wired.
    public static CommandLine commandLine() {
        var connections = new NodeConnections();
        var outlets = new MonitorOutlets(System.getenv(), InstantSource.system());
        return new CommandLine(new Main())
                .addSubcommand(new LocalnetCommand(LocalNetwork::start))
                .addSubcommand(new VerifyDeploymentCommand(connections, ScriptedProtocol::new))
                .addSubcommand(new SnapshotCommand(connections))
                .addSubcommand(new SyncCommand(new NodeIndexes(new IndexStores(System.getenv()))))
                .addSubcommand(new ServeCommand(
                        new NodeOfferServers(new IndexStores(System.getenv()), InstantSource.system(), LOOK_EVERY)))
                .addSubcommand(new MonitorCommand(new NodeMonitors(InstantSource.system(), LOOK_EVERY), outlets))
                .addSubcommand(new KeepCommand(new NodeKeepers(InstantSource.system(), Main::pause), Main::pause))
                .addSubcommand(new SafeHashCommand(new JsonFiles()))
                .addSubcommand(new ReviewCommand(
                        new NodeReviews(Clock.systemUTC(), Kept.NOTHING), new JsonFiles(), new AddressBookFiles()))
                .addSubcommand(new VerifyReleaseCommand(new ReleaseFolder()))
                .addSubcommand(new TestTargetsCommand(outlets))
                .setExecutionExceptionHandler(Main::report)
                .setParameterExceptionHandler(Main::refuse);
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// A wrong argument is a sentence and where to read more, not a page.
    private static int refuse(ParameterException wrong, String[] arguments) {
        var command = wrong.getCommandLine();
        command.getErr().println("breakwater: " + wrong.getMessage());
        command.getErr().println("See “" + command.getCommandSpec().qualifiedName() + " --help”.");
        return COULD_NOT;
    }

    private static int report(Exception failure, CommandLine command, ParseResult parsed) {
        var sentence =
                failure instanceof ProblemException problem ? problem.problem().toString() : ownFault(failure);
        command.getErr().println("breakwater: " + sentence);
        return COULD_NOT;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
