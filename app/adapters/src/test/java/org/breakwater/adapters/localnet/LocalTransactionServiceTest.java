package org.breakwater.adapters.localnet;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.breakwater.adapters.localservice.LocalTransactionService;
import org.breakwater.adapters.service.SafeServiceClient;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeVersion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// The local transaction service over a real node with the published Safe contracts, mostly through our own client. One
/// node and one service for all groups.
class LocalTransactionServiceTest
        implements ProposedTransactions,
                ExecutedTransactions,
                RefusedProposals,
                DelegatesAndDeletions,
                ServedMessagesAndSafes,
                ServedOverHttp {

    @TempDir
    private static Path folder;

    private static Opened opened;

    private SafeDomain safe;

    @BeforeAll
    @SuppressWarnings("NullAway.Init") // JUnit calls it before anything else
    static void open() throws ProblemException {
        var laboratory = SafeLaboratory.open();
        var service = LocalTransactionService.start(
                laboratory.node(), SafeRelease.singletons(), SafeRelease.proxyFactories(), folder, Clock.systemUTC());
        opened = new Opened(
                laboratory, service, SafeServiceClient.open(service.address().toString(), Optional.empty()));
    }

    @AfterAll
    static void close() {
        opened.client().close();
        opened.service().close();
        opened.laboratory().close();
    }

    @BeforeEach
    void create() throws ProblemException {
        safe = opened.laboratory()
                .create(SafeVersion.V1_4_1, 2, List.of(FIRST.address(), SECOND.address(), THIRD.address()));
    }

    @Override
    public Opened opened() {
        return opened;
    }

    @Override
    public SafeDomain safe() {
        return safe;
    }

    @Override
    public void use(SafeDomain other) {
        safe = other;
    }
}
