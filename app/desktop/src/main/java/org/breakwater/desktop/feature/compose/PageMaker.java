package org.breakwater.desktop.feature.compose;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.breakwater.core.acting.Person;
import org.breakwater.core.call.CallReader;
import org.breakwater.core.call.CallReading;
import org.breakwater.core.call.OpenSettings;
import org.breakwater.core.compose.ComposeCall;
import org.breakwater.core.compose.ComposeContext;
import org.breakwater.core.compose.ComposeTransaction;
import org.breakwater.core.compose.ComposedCall;
import org.breakwater.core.compose.Composer;
import org.breakwater.core.compose.Composition;
import org.breakwater.core.compose.Draft;
import org.breakwater.core.compose.Input;
import org.breakwater.core.compose.InputProblem;
import org.breakwater.core.compose.Power;
import org.breakwater.core.compose.WrittenCall;
import org.breakwater.core.council.Council;
import org.breakwater.core.council.Council.WatchedSafe;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.exchange.PastedInterface;
import org.breakwater.core.follow.Known;
import org.breakwater.core.governor.Dao;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.feature.compose.ComposePage.CallForm;
import org.breakwater.desktop.feature.compose.ComposePage.CallLine;
import org.breakwater.desktop.feature.compose.ComposePage.Meaning;
import org.breakwater.desktop.feature.compose.ComposePage.PowerWords;
import org.breakwater.desktop.feature.compose.ComposePage.Product;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.wording.CallSentences;
import org.breakwater.desktop.wording.Finding;

/// Works out what a draft comes to: each call against what stands before it, the transaction, and what speaks against
/// it.
///
/// @param name what an address is called
record PageMaker(
        Deployment deployment,
        CallSentences sentences,
        CallReader calls,
        PastedInterface interfaces,
        Function<Address, String> name,
        FormMaker forms) {

    /// What is composed against. The Safes' queues hold what this machine knows by itself, too.
    record Ground(Known known, Council council) {}

    /// A written call beside what it comes to.
    ///
    /// @param before what it is composed against
    record Worked(WrittenCall written, ComposeContext before, Composition composition) {

        Optional<Composition.Finished> finished() {
            return composition instanceof Composition.Finished done ? Optional.of(done) : Optional.empty();
        }

        List<InputProblem> problems() {
            return composition instanceof Composition.Unfinished(var problems) ? problems : List.of();
        }
    }

    /// @param selected which call is being written; below zero for none
    /// @param proposer who would submit a proposal of the DAO
    ComposePage page(Ground ground, Draft draft, int selected, Optional<Person> proposer) {
        var composers = composers(ground);
        var composer = composers.stream()
                .filter(one -> one.address().equals(draft.safe()))
                .findFirst()
                .orElseGet(composers::getFirst);
        var worked = worked(ground, composer, draft);
        var open = OpenSettings.of(ground.known().view(), calls);
        var checks = new ArrayList<>(new DraftChecks(ground, worked, open, this).all());
        var unfinished = missing(worked);
        var made = switch (composer) {
            case Composer.OfSafe(var safe) -> ofSafe(safe, draft, worked, unfinished);
            case Composer.OfDao _ ->
                new ProposalMaker(ground.known(), name).of(callsOf(worked), draft, unfinished, proposer);
        };
        checks.addAll(made.checks());
        checks.sort(Comparator.comparing(Finding::severity));
        return new ComposePage(
                ground.known(),
                composer,
                composers,
                title(ground, worked),
                forms.templates(
                        worked.isEmpty()
                                ? context(ground, composer)
                                : worked.getLast().before()),
                worked.stream().map(one -> line(ground, composer, one)).toList(),
                selected < 0 || selected >= worked.size()
                        ? Optional.empty()
                        : Optional.of(form(ground, composer, worked.get(selected), selected, open)),
                checks,
                made.product(),
                made.missing(),
                words(worked));
    }

    /// What calls come to, why that is not finished, and what speaks against it.
    record Made(Product product, String missing, List<Finding> checks) {}

    private List<Composer> composers(Ground ground) {
        var composers = new ArrayList<Composer>();
        ground.council().safes().forEach(safe -> composers.add(new Composer.OfSafe(safe)));
        if (deployment.contract("CoverGovernor").isPresent()) {
            composers.add(new Composer.OfDao(Dao.of(deployment)));
        }
        return composers;
    }

    private static Made ofSafe(WatchedSafe safe, Draft draft, List<Worked> worked, String unfinished) {
        var nonce = draft.nonce().orElseGet(safe.queue()::free);
        var missing = unfinished;
        Optional<SafeTransaction> transaction = Optional.empty();
        if (missing.isEmpty()) {
            try {
                transaction = Optional.of(ComposeTransaction.of(safe, callsOf(worked), nonce));
            } catch (ProblemException refused) {
                missing = refused.problem().toString();
            }
        }
        return new Made(
                new Product.OfSafe(safe, nonce, safe.setup().nonce(), transaction),
                missing,
                worked.isEmpty() ? List.of() : new NonceChecks(safe, nonce).all());
    }

    private ComposeContext context(Ground ground, Composer composer) {
        return ComposeContext.of(ground.known(), deployment, composer, interfaces);
    }

    private List<Worked> worked(Ground ground, Composer composer, Draft draft) {
        var worked = new ArrayList<Worked>();
        var before = context(ground, composer);
        for (var written : draft.calls()) {
            var one = new Worked(written, before, ComposeCall.of(written, before));
            worked.add(one);
            before = one.finished()
                    .map(Composition.Finished::meant)
                    .map(before::after)
                    .orElse(before);
        }
        return worked;
    }

    /// Those that are finished.
    private static List<SafeCall> callsOf(List<Worked> worked) {
        return worked.stream()
                .flatMap(one -> one.finished().stream())
                .map(Composition.Finished::call)
                .toList();
    }

    private static String missing(List<Worked> worked) {
        if (worked.isEmpty()) {
            return "Choose a template";
        }
        for (int i = 0; i < worked.size(); i++) {
            var problems = worked.get(i).problems();
            if (!problems.isEmpty()) {
                return "Call " + (i + 1) + ": " + problems.getFirst().sentence();
            }
        }
        return "";
    }

    /// The words whose hashes go on chain, each once.
    private static List<String> words(List<Worked> worked) {
        var words = new LinkedHashSet<String>();
        worked.forEach(
                one -> one.written().value(Input.REASON).map(String::strip).ifPresent(words::add));
        return List.copyOf(words);
    }

    private String title(Ground ground, List<Worked> worked) {
        var finished = worked.stream()
                .flatMap(one -> one.finished().stream())
                .map(done -> sentence(ground, done.made()))
                .toList();
        if (finished.isEmpty()) {
            return worked.isEmpty()
                    ? "Nothing written yet"
                    : worked.getFirst().written().template().title();
        }
        var more = worked.size() - 1;
        return finished.getFirst() + (more == 0 ? "" : ", and " + Numbers.count(more) + " more");
    }

    String sentence(Ground ground, ComposedCall call) {
        var encoded = call.encoded();
        var reading = call instanceof ComposedCall.Reject || call instanceof ComposedCall.ChangeSafe
                ? changing(call)
                : calls.read(encoded.to(), encoded.value(), encoded.data());
        return sentences.of(reading, ground.known());
    }

    private static CallReading changing(ComposedCall call) {
        return call instanceof ComposedCall.ChangeSafe(var safe, var change)
                ? new CallReading.ChangesSafe(safe, change)
                : new CallReading.Rejection();
    }

    private CallLine line(Ground ground, Composer composer, Worked worked) {
        return worked.finished()
                .map(done -> {
                    var power = power(ground, composer, worked, done);
                    return new CallLine(
                            sentence(ground, done.meant()), power.sentence(), power.waits() ? power.word() : "", true);
                })
                .orElseGet(() -> new CallLine(
                        worked.written().template().title(),
                        worked.problems().stream()
                                .findFirst()
                                .map(InputProblem::sentence)
                                .orElse(""),
                        "",
                        false));
    }

    private CallForm form(Ground ground, Composer composer, Worked worked, int index, OpenSettings open) {
        var written = worked.written();
        var outlook = forms.outlook(written, worked.before(), open);
        return new CallForm(
                index + 1,
                written.template(),
                forms.fields(written, worked.before(), worked.problems(), outlook),
                outlook,
                composer.isDao(),
                worked.finished().map(done -> power(ground, composer, worked, done)),
                worked.finished().map(done -> meaning(ground, done)),
                forms.facts(written, worked.before()));
    }

    private Meaning meaning(Ground ground, Composition.Finished done) {
        var call = done.call();
        var reading = done.made() instanceof ComposedCall.Reject || done.made() instanceof ComposedCall.ChangeSafe
                ? changing(done.made())
                : calls.read(call.to(), call.value(), call.data());
        return new Meaning(sentence(ground, done.made()), reading, call.to());
    }

    /// How and when a call comes into force.
    private PowerWords power(Ground ground, Composer composer, Worked worked, Composition.Finished done) {
        if (composer.isDao()) {
            return done.meant() instanceof ComposedCall.Propose
                    ? new PowerWords(
                            "by the vote",
                            "Put before the registry with the proposal; anybody executes it from then on",
                            false)
                    : new PowerWords("by the vote", "Carried out by the timelock with the proposal", false);
        }
        if (done.meant() instanceof ComposedCall.Propose(var _, var setting, var _, var _)) {
            var spec = worked.before().book().spec(setting.key()).orElseThrow();
            var delay = Times.duration(Duration.ofSeconds(spec.minDelay()));
            var earliest = forms.outlook(worked.written(), worked.before(), new OpenSettings(List.of()))
                    .map(outlook -> outlook.earliest())
                    .orElse(ground.known().time() + spec.minDelay());
            return new PowerWords(
                    delay,
                    "Proposed, in force from " + Times.dateAndTime(Instant.ofEpochSecond(earliest)) + " or later",
                    true);
        }
        return switch (done.power()) {
            case Power.Open _ ->
                new PowerWords("no role needed", worked.written().template().title() + ", at once", false);
            case Power.AtOnce _ ->
                done.meant() instanceof ComposedCall.Tighten
                        ? new PowerWords("safe direction, no delay", "Tighten now, at once", false)
                        : new PowerWords("no delay", worked.written().template().title() + ", at once", false);
            case Power.AfterDelay(var _, var delay) -> {
                var words = Times.duration(Duration.ofSeconds(delay));
                yield new PowerWords(
                        words, "Announced by this; executed by a later one, after " + words + " or more", true);
            }
            case Power.Denied _ -> new PowerWords("not allowed", composer.name() + " may not do this", false);
        };
    }
}
