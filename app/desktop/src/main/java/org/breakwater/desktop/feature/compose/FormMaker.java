package org.breakwater.desktop.feature.compose;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.breakwater.core.call.OpenSettings;
import org.breakwater.core.compose.ComposeContext;
import org.breakwater.core.compose.Input;
import org.breakwater.core.compose.InputProblem;
import org.breakwater.core.compose.ParameterOutlook;
import org.breakwater.core.compose.Template;
import org.breakwater.core.compose.WrittenCall;
import org.breakwater.core.compose.WrittenValue;
import org.breakwater.core.fact.ParameterFact.Spec;
import org.breakwater.core.names.AddressBook;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.desktop.feature.compose.ComposePage.Fact;
import org.breakwater.desktop.feature.compose.ComposePage.TemplateRow;
import org.breakwater.desktop.feature.compose.FieldState.Kind;
import org.breakwater.desktop.kit.Field.Hint;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.ParameterWords;

/// Works out the inputs of a template: labels, choices, and what stands under each.
///
/// @param book names of addresses
/// @param name what an address is called
record FormMaker(AddressBook book, Function<Address, String> name, FormOptions options, FormFacts known) {

    /// The templates with what there is for each.
    List<TemplateRow> templates(ComposeContext context) {
        var rows = new ArrayList<TemplateRow>();
        for (var template : Template.values()) {
            if (template.isFor(context.composer())) {
                rows.add(options.row(template, context));
            }
        }
        return rows;
    }

    /// The parameter of a call, once one is chosen.
    Optional<ParameterOutlook> outlook(WrittenCall written, ComposeContext context, OpenSettings open) {
        if (!written.template().setsParameter()) {
            return Optional.empty();
        }
        return key(written).flatMap(key -> {
            var scope = scope(written).orElse(ParameterScope.GLOBAL);
            var value = context.book().spec(key).flatMap(spec -> value(written, spec));
            return ParameterOutlook.of(context.known().view(), context.book(), open, key, scope, value);
        });
    }

    private static Optional<Hash32> key(WrittenCall written) {
        return written.value(Input.PARAMETER)
                .flatMap(text -> FormOptions.keys()
                        .filter(key -> key.name().equals(text))
                        .findFirst()
                        .map(key -> key.word()));
    }

    private static Optional<ParameterScope> scope(WrittenCall written) {
        try {
            return written.value(Input.SCOPE).map(text -> new ParameterScope(Hash32.fromHex(text)));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<BigInteger> value(WrittenCall written, Spec spec) {
        try {
            return written.value(Input.VALUE).map(text -> WrittenValue.read(spec.unit(), text));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    List<Fact> facts(WrittenCall written, ComposeContext context) {
        return known.of(written, context);
    }

    List<FieldState> fields(
            WrittenCall written,
            ComposeContext context,
            List<InputProblem> problems,
            Optional<ParameterOutlook> outlook) {
        var fields = new ArrayList<FieldState>();
        for (var input : written.template().inputs()) {
            if (isAsked(input, written)) {
                fields.add(field(input, written, context, problems, outlook));
            }
        }
        return fields;
    }

    /// When something happened, how severe it was and how much is granted is asked only where something is accepted.
    private static boolean isAsked(Input input, WrittenCall written) {
        var decides = written.template().inputs().contains(Input.VERDICT);
        return switch (input) {
            case OCCURRED_AT, SEVERITY -> written.text(Input.VERDICT).equals("accept");
            case AMOUNT -> !decides || written.text(Input.VERDICT).equals("accept");
            default -> true;
        };
    }

    private FieldState field(
            Input input,
            WrittenCall written,
            ComposeContext context,
            List<InputProblem> problems,
            Optional<ParameterOutlook> outlook) {
        var choices = options.of(input, written, context);
        var own = problems.stream().filter(problem -> problem.input() == input).findFirst();
        return new FieldState(
                input,
                kind(input, written.template()),
                label(input, written.template(), outlook),
                unit(input, outlook),
                choices,
                own.filter(problem -> problem.kind() != InputProblem.Kind.MISSING)
                        .map(problem -> Hint.error(problem.sentence()))
                        .or(() -> hint(input, written, context, outlook)),
                works(input, own, outlook));
    }

    private static Kind kind(Input input, Template template) {
        return switch (input) {
            case PARAMETER,
                    SCOPE,
                    CHANGE,
                    INCIDENT,
                    CLAIM,
                    POOL,
                    SUBJECT,
                    PAUSE,
                    VERDICT,
                    VENUE,
                    ADAPTER,
                    FUNCTION,
                    OPERATION,
                    OWNER -> Kind.CHOICE;
            case TOKEN -> template == Template.SPEND ? Kind.CHOICE : Kind.LINE;
            case MODULE -> template == Template.DISABLE_MODULE ? Kind.CHOICE : Kind.LINE;
            case DATA, INTERFACE, ARGUMENTS -> Kind.LINES;
            case REASON -> Kind.REASON;
            case VALUE,
                    ASSERTION,
                    OCCURRED_AT,
                    SEVERITY,
                    AMOUNT,
                    RECIPIENT,
                    TARGET,
                    ETHER,
                    NOT_BEFORE,
                    DURATION,
                    VOTES,
                    QUORUM,
                    NEW_OWNER,
                    THRESHOLD,
                    GUARD,
                    HANDLER -> Kind.LINE;
        };
    }

    private static String label(Input input, Template template, Optional<ParameterOutlook> outlook) {
        return switch (input) {
            case PARAMETER -> "Parameter";
            case SCOPE -> outlook.map(found -> scopeLabel(found.spec())).orElse("Holds for");
            case VALUE -> "New value";
            case CHANGE -> "Pending change";
            case INCIDENT -> "Incident";
            case CLAIM -> "Claim";
            case ASSERTION -> "Number of the assertion";
            case POOL -> "Pool";
            case SUBJECT -> "Subject";
            case PAUSE -> "Pause";
            case VERDICT -> template == Template.RESOLVE_DISPUTE ? "Finds for" : "Decision";
            case OCCURRED_AT -> "Happened at, UTC";
            case SEVERITY -> "Share lost";
            case TOKEN -> "Token";
            case AMOUNT -> "Amount";
            case RECIPIENT -> "To";
            case VENUE -> "Venue";
            case ADAPTER -> "Adapter";
            case TARGET -> "Contract";
            case ETHER -> template == Template.SEND_ETHER ? "Amount" : "Ether that goes with it, if any";
            case DATA -> "Calldata";
            case INTERFACE -> "Interface: JSON, or a signature";
            case FUNCTION -> "Function";
            case ARGUMENTS -> "Values, a line for each parameter";
            case OPERATION -> "Announced call";
            case NOT_BEFORE -> "Not before, UTC, if later than the delay";
            case DURATION -> template == Template.EXTEND_PAUSE ? "By how long" : "New value";
            case VOTES, QUORUM -> "New value";
            case OWNER -> template == Template.SWAP_OWNER ? "Owner who leaves" : "Owner";
            case NEW_OWNER -> "New owner";
            case THRESHOLD -> "How many must sign";
            case MODULE -> "Module";
            case GUARD -> "Guard; empty for none";
            case HANDLER -> "Fallback handler; empty for none";
            case REASON -> "Reason, stored by hash on chain";
        };
    }

    private static String scopeLabel(Spec spec) {
        return switch (spec.scopeKind()) {
            case GLOBAL -> "Holds";
            case POOL -> "Pool";
            case LEVEL -> "Level";
            case KIND -> "Kind";
            case ADDRESS -> "Asset or feed";
        };
    }

    private static String unit(Input input, Optional<ParameterOutlook> outlook) {
        return switch (input) {
            case VALUE ->
                outlook.map(found -> WrittenValue.sign(found.spec().unit())).orElse("");
            case SEVERITY -> "%";
            case ETHER -> "ETH";
            case VOTES -> "votes";
            case QUORUM -> "% of the supply";
            default -> "";
        };
    }

    private Optional<Hint> hint(
            Input input, WrittenCall written, ComposeContext context, Optional<ParameterOutlook> outlook) {
        return switch (input) {
            case PARAMETER -> options.parameters(written.template(), context);
            case VALUE -> outlook.flatMap(found -> value(written.template(), found));
            case RECIPIENT, TARGET, NEW_OWNER, MODULE, GUARD, HANDLER ->
                written.value(input).flatMap(this::named);
            case THRESHOLD ->
                Optional.of(Hint.limits(
                        "There are " + context.owners().size() + " owners, " + context.threshold() + " must sign."));
            case AMOUNT -> amount(written.template());
            case DURATION -> Optional.of(Hint.limits("Such as 2 d, 36 h or 90 min."));
            case DATA, INTERFACE -> Optional.empty();
            case ARGUMENTS -> options.parameterTypes(written, context).map(Hint::limits);
            case REASON ->
                Optional.of(Hint.limits(
                        Numbers.count(written.text(Input.REASON).strip().length()) + " of 280"));
            default -> Optional.empty();
        };
    }

    private static Optional<Hint> amount(Template template) {
        return switch (template) {
            case SEND_TOKEN ->
                Optional.of(Hint.limits("In whole tokens of the protocol; of others in smallest units."));
            case RECALL -> Optional.of(Hint.limits("In " + SettlementAsset.SYMBOL + "; all takes everything back."));
            default -> Optional.of(Hint.limits("In " + SettlementAsset.SYMBOL + "."));
        };
    }

    private Optional<Hint> named(String text) {
        try {
            var address = Address.parse(text.strip());
            var known = book.name(address);
            if (known.isPresent()) {
                return Optional.of(new Hint(Severity.PASSED, known.get() + ", in the address book."));
            }
            return Optional.of(book.lookAlike(address)
                    .map(other -> new Hint(Severity.HOLD, "It looks like " + other.name() + " and is another address."))
                    .orElseGet(
                            () -> new Hint(Severity.WARNING, "Not in the address book. Compare it by another way.")));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /// How far the written value goes, and what that means.
    private static Optional<Hint> value(Template template, ParameterOutlook outlook) {
        if (outlook.value().isEmpty()) {
            return Optional.of(Hint.limits(limits(template, outlook)));
        }
        var step = outlook.value().get().subtract(outlook.old()).abs();
        var unit = outlook.spec().unit();
        var words = template == Template.PROPOSE_CHANGE
                ? "Step " + ParameterWords.difference(unit, step) + " of "
                        + ParameterWords.difference(unit, outlook.step()) + "."
                : "Moves it by " + ParameterWords.difference(unit, step) + ".";
        var sold = outlook.solventUpTo()
                .filter(most -> most.compareTo(outlook.spec().max()) < 0)
                .map(most -> " Up to " + ParameterWords.value(outlook.key(), unit, most)
                        + " every pool holds its minimum capital.")
                .orElse("");
        var falls = outlook.solventUpTo()
                .filter(most -> outlook.value().get().compareTo(most) > 0)
                .isPresent();
        return Optional.of(new Hint(falls ? Severity.WARNING : Severity.PASSED, words + sold));
    }

    private static String limits(Template template, ParameterOutlook outlook) {
        var unit = outlook.spec().unit();
        return template == Template.PROPOSE_CHANGE
                ? ParameterWords.value(outlook.key(), unit, outlook.lowest()) + " to "
                        + ParameterWords.value(outlook.key(), unit, outlook.highest()) + " can be proposed now."
                : switch (outlook.spec().safe()) {
                    case HIGHER -> "Higher is safer. A larger step than a proposal's is allowed.";
                    case LOWER -> "Lower is safer. A larger step than a proposal's is allowed.";
                    case NEITHER -> "Neither way is safer.";
                };
    }

    /// Values that would work: what the problem names, the edge of the step, the highest that keeps every pool solvent.
    private static List<String> works(Input input, Optional<InputProblem> problem, Optional<ParameterOutlook> outlook) {
        var works = new ArrayList<String>();
        problem.flatMap(InputProblem::works).ifPresent(works::add);
        if (input == Input.VALUE) {
            outlook.ifPresent(found -> {
                var unit = found.spec().unit();
                found.solventUpTo()
                        .filter(most -> most.compareTo(found.old()) > 0 && most.compareTo(found.highest()) < 0)
                        .map(most -> WrittenValue.write(unit, most))
                        .ifPresent(works::add);
                edge(found).map(edge -> WrittenValue.write(unit, edge)).ifPresent(works::add);
            });
        }
        return works.stream().distinct().toList();
    }

    private static Optional<BigInteger> edge(ParameterOutlook outlook) {
        var edge = switch (outlook.spec().safe()) {
            case HIGHER -> Optional.of(outlook.highest());
            case LOWER -> Optional.of(outlook.lowest());
            case NEITHER -> Optional.<BigInteger>empty();
        };
        return edge.filter(value -> !value.equals(outlook.old()));
    }
}
