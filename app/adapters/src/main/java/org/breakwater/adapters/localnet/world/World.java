package org.breakwater.adapters.localnet.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.breakwater.adapters.ethereum.EthereumNode;
import org.breakwater.adapters.signer.KeySigner;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.localnet.NetworkDescription.Account;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.Signer;
import org.breakwater.core.value.Address;
import org.web3j.crypto.Credentials;

/// The world's script: two years from the protocol's deployment to the head.
public final class World {

    /// The world's newest instant.
    public static final Instant HEAD = Instant.parse("2026-11-21T14:02:00Z");

    static final int DAYS = 730;

    /// The node's genesis.
    public static final Instant GENESIS = HEAD.minus(Duration.ofDays(DAYS));

    private final Setting setting;
    private final Losses losses;
    private final LensRecorder recorder;
    private final List<Strand> strands;

    private World(Setting setting) {
        this.setting = setting;
        var subjects = new Subjects(setting);
        var market = new Market(setting, subjects);
        losses = new Losses(setting, subjects, market);
        recorder = new LensRecorder(setting);
        strands = List.of(
                new Founding(setting),
                new Feeds(setting),
                new Rates(setting),
                subjects,
                new Capital(setting),
                market,
                new LastRush(setting, subjects, market),
                new Integrators(setting, subjects),
                new ParametricSeries(setting, subjects, losses.adapters()),
                losses,
                recorder);
    }

    /// A world on a freshly deployed protocol, before its first day.
    ///
    /// @param node mines only when told to
    /// @param keys of the phrase's accounts, by their index
    public static World on(EthereumNode node, Deployment deployment, IntFunction<Credentials> keys, long seed)
            throws ProblemException {
        var rpc = new AnvilRpc(node.address());
        var cast = Cast.of(accounts(rpc));
        var agenda = new Agenda(GENESIS);
        var protocol = new Protocol(deployment);
        var stage = new Stage(
                rpc, agenda, new RevertReasons(protocol.names()), node.head().time());
        var dao = new Dao(agenda, stage, protocol, cast, new Draw(seed, "dao"));
        var payer = cast.one(Part.PUBLISHER);
        var council = new SafeOwners(
                stage,
                node.chain(),
                protocol.account("council"),
                signers(Part.COUNCIL, keys),
                4,
                payer,
                new Draw(seed, "council"));
        var guardians = new SafeOwners(
                stage,
                node.chain(),
                protocol.account("guardian"),
                signers(Part.GUARDIAN, keys),
                2,
                payer,
                new Draw(seed, "guardians"));
        return new World(new Setting(
                seed,
                agenda,
                stage,
                cast,
                protocol,
                new Texts(),
                dao,
                new Council(council, agenda, protocol.contract("AccessManager")),
                guardians,
                keys));
    }

    private static List<Address> accounts(AnvilRpc rpc) throws ProblemException {
        var accounts = new ArrayList<Address>();
        rpc.ask("eth_accounts").forEach(account -> accounts.add(Address.parse(account.asString())));
        return accounts;
    }

    private static List<Signer> signers(Part part, IntFunction<Credentials> keys) {
        return part.indexes().stream()
                .<Signer>map(index -> new KeySigner(keys.apply(index)))
                .toList();
    }

    /// Puts the story on the agenda.
    public void begin() throws ProblemException {
        for (var strand : strands) {
            strand.begin();
        }
    }

    /// Plays the story up to an instant.
    public void playUntil(Instant end) throws ProblemException {
        setting.agenda().runUntil(end);
    }

    /// Records the block that the story ends with.
    public void recordHead() throws ProblemException {
        recorder.record();
    }

    /// What belongs to the world as it is now, and is on no chain.
    public Papers papers() throws ProblemException {
        return new Papers(
                residents(), losses.safeQueue().toJson(), setting.texts().toJson());
    }

    private List<Account> residents() {
        return setting.cast().all().stream()
                .map(person -> new Account(
                        person.name(),
                        person.part().title(),
                        person.address(),
                        person.path(),
                        setting.dao().votesOf(person)))
                .toList();
    }

    /// What the lenses answered on the way.
    public Recordings recordings() {
        return recorder.recordings();
    }

    /// What the world has come to, for whoever rebuilds it.
    public String summary() throws ProblemException {
        return new Summary(setting).text() + new LossSummary(setting).text();
    }
}
