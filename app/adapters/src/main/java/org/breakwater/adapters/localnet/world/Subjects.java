package org.breakwater.adapters.localnet.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Word;

/// What can be insured: sixty subjects apply, are attested every four weeks, are listed by the DAO in batches, and a
/// few are
/// suspended, run off or delisted.
final class Subjects implements Strand {

    private static final List<String> CHAINS = List.of("ethereum", "arbitrum", "optimism", "base", "polygon");
    private static final List<String> ORACLES = List.of("sextant", "plumb-line", "beacon");
    private static final List<String> BRIDGES = List.of("causeway", "isthmus", "archway");
    private static final List<String> CUSTODIANS = List.of("granite", "strongroom", "coldwater");
    private static final List<String> LINEAGES =
            List.of("constant-product", "isolated-lending", "vault-standard", "light-client", "multisig-mint");

    /// Day and hour at which each batch is proposed.
    private static final List<Integer> BATCH_DAYS = List.of(1, 7, 14, 118, 301);

    private static final int WEEKS = 4;

    /// `UpgradeControl.Eoa`
    private static final int ONE_KEY = 4;

    private final Setting setting;
    private final Contract registry;
    private final Draw draw;
    private final List<Subject> all = new ArrayList<>();
    private final List<Listener> listeners = new ArrayList<>();

    /// Delisted: nobody attests them any more.
    private final Set<Subject> gone = new HashSet<>();

    /// Found to be in one person's hands, with their audits withdrawn.
    private final Set<Subject> collapsed = new HashSet<>();

    Subjects(Setting setting) {
        this.setting = setting;
        this.registry = setting.protocol().contract("RiskRegistry");
        this.draw = setting.draw("subjects");
    }

    /// Hears of subjects that have just been listed.
    @FunctionalInterface
    interface Listener {
        void listed(List<Subject> subjects) throws ProblemException;
    }

    void whenListed(Listener listener) {
        listeners.add(listener);
    }

    /// Everyone that has applied, in the registry's order.
    List<Subject> all() {
        return List.copyOf(all);
    }

    /// Those that can be insured now.
    List<Subject> listed(int pool) {
        return all.stream()
                .filter(subject -> subject.pool() == pool && subject.isListed())
                .toList();
    }

    Subject named(String name) {
        return all.stream()
                .filter(subject -> subject.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void begin() {
        var agenda = setting.agenda();
        agenda.at(agenda.day(0, 4), "The first subjects apply", () -> apply(1));
        for (int batch = 2; batch <= BATCH_DAYS.size(); batch++) {
            var number = batch;
            agenda.at(agenda.day(BATCH_DAYS.get(batch - 1) - 2L, 11), "More subjects apply", () -> apply(number));
        }
        for (int batch = 1; batch <= BATCH_DAYS.size(); batch++) {
            var number = batch;
            agenda.at(agenda.day(BATCH_DAYS.get(batch - 1), 10), "Proposing a listing", () -> propose(number));
        }
        agenda.at(agenda.day(640, 15), "Two more apply", () -> apply(0));
        agenda.every(agenda.day(4, 13), Duration.ofDays(7), () -> true, "Attesting", this::attestWeek);
        endings();
    }

    private void apply(int batch) throws ProblemException {
        var applications = new ArrayList<Stage.Deed>();
        var added = new ArrayList<Subject>();
        for (var entry : SubjectCatalogue.entries()) {
            if (entry.batch() != batch) {
                continue;
            }
            var subject =
                    new Subject(all.size() + 1, entry, RiskInputs.drawn(draw.split(), entry.kind(), entry.level()));
            all.add(subject);
            added.add(subject);
            var applicant = draw.pick(setting.cast().of(Part.HOLDER));
            applications.add(Stage.Deed.of(
                    applicant, registry.call("applyFor", entry.kind(), metadata(entry), exclusions(entry.kind()))));
        }
        setting.stage().mine(applications);
        attest(added);
    }

    private Hash32 metadata(SubjectCatalogue.Entry entry) {
        return setting.texts().add(entry.name(), entry.what()).hash();
    }

    private Hash32 exclusions(Kind kind) {
        return setting.texts().add("Exclusions", Wordings.exclusions(kind)).hash();
    }

    private void propose(int batch) throws ProblemException {
        var candidates =
                all.stream().filter(subject -> subject.entry().batch() == batch).toList();
        // Attested again, so that nothing is stale when the vote is over.
        attest(candidates);
        var names = candidates.stream().map(Subject::name).toList();
        setting.dao()
                .carry(
                        "List " + candidates.size() + " subjects, batch " + batch,
                        "The stewards attested, and the community reviewed: " + String.join(", ", names) + ".",
                        candidates.stream()
                                .map(subject -> registry.call("list", subject.id()))
                                .toList(),
                        () -> listed(candidates));
    }

    private void listed(List<Subject> subjects) throws ProblemException {
        subjects.forEach(subject -> subject.setListed(true));
        for (var listener : listeners) {
            listener.listed(subjects);
        }
    }

    /// A quarter of all subjects every week.
    private void attestWeek() throws ProblemException {
        var week = setting.agenda().day() / 7;
        attest(all.stream()
                .filter(subject -> subject.id() % WEEKS == week % WEEKS)
                .filter(subject -> !gone.contains(subject))
                .toList());
    }

    private void attest(List<Subject> subjects) throws ProblemException {
        var calls = new ArrayList<Call>();
        for (var subject : subjects) {
            calls.add(attestation(subject));
        }
        setting.stage().send(setting.one(Part.STEWARD), calls);
    }

    private Call attestation(Subject subject) {
        var at = setting.stage().time();
        var inputs = subject.inputs();
        var evidence = setting.texts()
                .add(
                        "Risk inputs of " + subject.name(),
                        "Audits, value locked, users and upgrade rights as of " + at + ", with sources.");
        var sound = !collapsed.contains(subject);
        return registry.call(
                "attest",
                subject.id(),
                List.of(
                        sound ? inputs.auditsAt(at) : 0,
                        sound ? inputs.lastAuditAt(at) : 0,
                        inputs.liveSince(),
                        valueOf(subject, at),
                        inputs.usersAt(at),
                        sound ? inputs.upgrade() : ONE_KEY,
                        sound ? inputs.upgradeDelay() : Duration.ZERO,
                        subject.lossesInTheYearBefore(at),
                        0,
                        evidence.hash(),
                        dependencies(subject)));
    }

    /// With the small ups and downs of a market.
    private long valueOf(Subject subject, Instant at) {
        var value = subject.inputs().valueAt(at) * draw.between(0.94, 1.06);
        return Math.round(value * fall(subject));
    }

    /// What the subjects lost that are suspended in the story.
    private double fall(Subject subject) {
        var day = setting.agenda().day();
        return switch (subject.name()) {
            case "Rope Ladder" -> day >= 655 ? 0.42 : 1;
            default -> 1;
        };
    }

    private List<Object> dependencies(Subject subject) {
        var pick = new Draw(setting.seed(), "dependencies of " + subject.id());
        var kind = subject.kind();
        var onChain = kind != Kind.CUSTODY && kind != Kind.PARAMETRIC;
        return List.of(
                id(onChain, pick.pick(CHAINS)),
                id(onChain && pick.chance(0.7), pick.pick(ORACLES)),
                id(onChain && pick.chance(0.3), pick.pick(BRIDGES)),
                id(kind == Kind.CUSTODY || kind == Kind.STABLECOIN_DEPEG, pick.pick(CUSTODIANS)),
                id(onChain && pick.chance(0.6), pick.pick(LINEAGES)));
    }

    private static Bytes id(boolean known, String name) {
        return Word.ofAscii(known ? name : "");
    }

    /// The subjects that do not stay insured.
    private void endings() {
        var agenda = setting.agenda();
        agenda.at(
                agenda.day(545, 16),
                "Suspending Riptide Leverage",
                () -> suspend("Riptide Leverage", "The team stopped answering after two key engineers left."));
        agenda.at(agenda.day(548, 10), "Riptide Leverage collapses", () -> collapse("Riptide Leverage"));
        agenda.at(agenda.day(552, 10), "Riptide Leverage runs off", () -> enforce("Riptide Leverage"));
        agenda.at(agenda.day(560, 18), "Proposing to delist Riptide Leverage", () -> delist("Riptide Leverage"));
        agenda.at(
                agenda.day(655, 12), "Attesting the fall of Rope Ladder", () -> attest(List.of(named("Rope Ladder"))));
        agenda.at(agenda.day(656, 12), "Enforcing the fall of Rope Ladder", () -> enforce("Rope Ladder"));
        agenda.at(agenda.day(688, 10), "Spindrift Pools collapses", () -> collapse("Spindrift Pools"));
        agenda.at(agenda.day(688, 11), "Enforcing the level of Spindrift Pools", () -> enforce("Spindrift Pools"));
        agenda.at(agenda.day(692, 9), "Spindrift Pools runs off", () -> enforce("Spindrift Pools"));
        agenda.at(
                agenda.day(702, 9),
                "Suspending Pier Nine Wallets",
                () -> suspend(
                        "Pier Nine Wallets",
                        "Withdrawals were slow for three days and the explanation changed twice."));
    }

    private void suspend(String name, String why) throws ProblemException {
        var subject = named(name);
        var reason = setting.texts().add("Suspension of " + name, why);
        setting.council().execute(registry.call("suspend", subject.id(), reason.hash()));
        subject.setListed(false);
    }

    private void collapse(String name) throws ProblemException {
        collapsed.add(named(name));
        attest(List.of(named(name)));
    }

    private void enforce(String name) throws ProblemException {
        var subject = named(name);
        setting.stage().send(setting.one(Part.KEEPER), registry.call("enforce", subject.id()));
        subject.setListed(false);
    }

    private void delist(String name) throws ProblemException {
        var subject = named(name);
        var reason = setting.texts().add("Delisting of " + name, "One key controls the code; its cover runs off.");
        setting.dao()
                .carry(
                        "Delist " + name,
                        "It has been in run-off since one key took control of its code.",
                        List.of(registry.call("delist", subject.id(), reason.hash())),
                        () -> gone.add(subject));
    }
}
