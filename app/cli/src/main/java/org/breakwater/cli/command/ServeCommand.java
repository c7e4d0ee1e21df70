package org.breakwater.cli.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.offer.OfferServers;
import org.breakwater.core.offer.OfferServers.OpenServer;
import org.breakwater.core.offer.OfferServers.Wanted;
import org.breakwater.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `breakwater serve`: answers programs elsewhere from an index.
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Answers questions over HTTP from an index that “breakwater sync” keeps: pools, eligibility, quotes, cover,"
                    + " claims, parameters, treasury and events.",
            "It reads alone: nothing can be changed through it, and it has no key. The paths are described at"
                    + " /v1/openapi.json."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:stopped on request", "1:could not be done"})
public final class ServeCommand implements Callable<Integer> {

    private static final int LAST_PORT = 65_535;

    private final OfferServers servers;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--db",
            paramLabel = "FILE",
            required = true,
            description = "The index: a file, or postgresql://user@host:port/name.")
    private String index;

    @Option(names = "--deployment", paramLabel = "FILE", required = true, description = "The deployment file.")
    private String deployment;

    @Option(
            names = "--rpc",
            paramLabel = "URL",
            required = true,
            description = "A node: asked how far the chain is, and what price feeds and venues say.")
    private String rpc;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8460",
            description = "Where to listen; 0 for any free port. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = {
                "The address to listen at. Default: ${DEFAULT-VALUE}, for this machine alone.",
                "Elsewhere a proxy with TLS belongs in front of it."
            })
    private String listen;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "50",
            description =
                    "Requests a second that one address may make, twice as many at once; 0 for any number. Default:"
                            + " ${DEFAULT-VALUE}.")
    private int rate;

    @Option(
            names = "--cors",
            paramLabel = "ORIGIN",
            description =
                    "Whose pages in a browser may read answers; may be given again; * for all. None unless given.")
    private @Nullable List<String> origins;

    @Option(
            names = "--proxy",
            paramLabel = "ADDRESS",
            description = "A proxy in front of it, whose X-Forwarded-For says where a request comes from.")
    private @Nullable String proxy;

    @Option(names = "--json", description = "Print where it answers as one JSON document.")
    private boolean json;

    @SuppressWarnings("NullAway.Init") // picocli sets the fields before the command runs
    public ServeCommand(OfferServers servers) {
        this.servers = servers;
    }

    @Override
    public Integer call() throws ProblemException {
        requireNumbers();
        var wanted = new Wanted(
                index,
                deployment,
                rpc,
                listen,
                port,
                rate,
                origins == null ? List.of() : origins,
                Optional.ofNullable(proxy));
        try {
            var server = servers.open(wanted);
            tell(server);
            UntilStopped.run(server::run, server::close);
            return 0;
        } catch (IndexException stopped) {
            throw new ProblemException(stopped.fault().problem(), stopped);
        }
    }

    private void requireNumbers() {
        if (port < 0 || port > LAST_PORT) {
            throw new ParameterException(spec.commandLine(), "A port lies between 0 and 65535, not at " + port + ".");
        }
        if (rate < 0) {
            throw new ParameterException(spec.commandLine(), "A rate is not below zero: " + rate + ".");
        }
    }

    private void tell(OpenServer server) {
        var address = server.address();
        var out = spec.commandLine().getOut();
        out.println(
                json
                        ? Json.line(Json.object("address", address, "description", address + "/v1/openapi.json"))
                        : "Answers at " + address + "/v1, described at " + address
                                + "/v1/openapi.json. Ctrl+C stops it.");
        out.flush();
    }
}
