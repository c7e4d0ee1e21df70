package org.breakwater.cli.command;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.breakwater.core.index.ChainFault;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.index.Indexes;
import org.breakwater.core.index.SyncReport;
import org.breakwater.core.problem.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `breakwater sync`: brings an index up to the head of the chain.
@Command(
        name = "sync",
        mixinStandardHelpOptions = true,
        description = {
            "Keeps the protocol's events in a file or a database, up to the newest block of the chain.",
            "It may be stopped at any time; the next run goes on from there. Forks are followed down to finality.",
            "One program at a time keeps an index. In a database of PostgreSQL it is the schema breakwater; the"
                    + " password",
            "is in the variable BREAKWATER_DB_PASSWORD or in the file .pgpass. Servers elsewhere have to prove their"
                    + " name",
            "with a certificate, which is looked for in PGSSLROOTCERT, ~/.postgresql/root.crt or among those of Java."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the index is as far as the node",
            "1:could not be done",
            "2:the chain is not the one the index was made from"
        })
public final class SyncCommand implements Callable<Integer> {

    private static final int ANOTHER_CHAIN = 2;

    private final Indexes indexes;

    @Spec
    private CommandSpec spec;

    @Option(names = "--rpc", paramLabel = "URL", required = true, description = "The node's address.")
    private String rpc;

    @Option(names = "--deployment", paramLabel = "FILE", required = true, description = "The deployment file.")
    private String deployment;

    @Option(
            names = "--db",
            paramLabel = "FILE|URL",
            required = true,
            description = {
                "The file that holds the index, or postgresql://USER@HOST:PORT/DATABASE;",
                "made where there is none."
            })
    private String store;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @SuppressWarnings("NullAway.Init") // picocli sets the fields before the command runs
    public SyncCommand(Indexes indexes) {
        this.indexes = indexes;
    }

    @Override
    public Integer call() throws ProblemException {
        try (var background = Executors.newVirtualThreadPerTaskExecutor();
                var index = indexes.open(rpc, deployment, store)) {
            var report = index.sync(background).run((_, _) -> {});
            var logs = index.store().state().logs();
            var out = spec.commandLine().getOut();
            out.println(json ? Json.print(document(report, logs)) : text(report, logs));
            out.flush();
            return 0;
        } catch (IndexException stopped) {
            if (stopped.fault() instanceof ChainFault.ForkBelowFinality) {
                spec.commandLine()
                        .getErr()
                        .println("breakwater: " + stopped.fault().problem());
                return ANOTHER_CHAIN;
            }
            throw new ProblemException(stopped.fault().problem(), stopped);
        }
    }

    private static Object document(SyncReport report, long logs) {
        return Json.object(
                "through", report.through(),
                "finality", report.finality(),
                "head", report.chain().head().number(),
                "headHash", report.chain().head().hash().toString(),
                "events", logs,
                "added", report.logs(),
                "unknown", report.unknown(),
                "blocksReplaced", report.replaced(),
                "nodeIsBehind", report.endpointIsBehind());
    }

    private static String text(SyncReport report, long logs) {
        var text = "%d events up to block %d, %d of them new, final up to block %d"
                .formatted(logs, report.through(), report.logs(), report.finality());
        if (report.replaced() > 0) {
            text += "%n%d blocks of an abandoned branch were taken back".formatted(report.replaced());
        }
        return report.endpointIsBehind()
                ? text
                        + "%nThe node is behind: it is at block %d"
                                .formatted(report.chain().head().number())
                : text;
    }
}
