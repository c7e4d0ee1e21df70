package org.breakwater.desktop.feature.proposals;

import java.util.List;
import java.util.Optional;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.Argument;
import org.breakwater.core.call.CallReading;
import org.breakwater.core.call.ParameterStep;
import org.breakwater.core.follow.Known;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.desktop.feature.proposals.ProposalPage.Call;
import org.breakwater.desktop.l10n.ParameterWords;
import org.breakwater.desktop.wording.ArgumentWords;
import org.breakwater.desktop.wording.CallSentences;
import org.breakwater.desktop.wording.ParameterDiff;

/// Reads one call of a proposal down to its arguments, from its bytes alone.
record ReadCall(CallSentences sentences, Known known) {

    Call call(CallReading reading, Address target, Bytes calldata, boolean isOpen) {
        var diff = ParameterStep.of(reading)
                .filter(_ -> isOpen)
                .flatMap(step ->
                        ParameterDiff.of(step.setting(), step.way(), Optional.empty(), true, known, sentences.name()));
        return new Call(
                isOpen ? sentences.of(reading, known) : sentences.past(reading, known),
                target,
                reading instanceof CallReading.Understood understood
                        ? understood.contract() + "." + understood.call().function()
                        : "",
                reading instanceof CallReading.Understood understood
                        ? understood.call().arguments().stream()
                                .map(this::argument)
                                .toList()
                        : List.of(),
                calldata,
                diff,
                reading instanceof CallReading.Unreadable(var why) ? Optional.of(why) : Optional.empty());
    }

    private ProposalPage.Argument argument(Argument argument) {
        return new ProposalPage.Argument(
                argument.name(),
                argument.type().canonical(),
                registered(argument).orElseGet(() -> new ArgumentWords(sentences.name()).of(argument.value())),
                argument.span().from());
    }

    /// The words of the registry's own keys and scopes.
    private static Optional<String> registered(Argument argument) {
        if (!(argument.value() instanceof AbiValue.Binary(var bytes)) || bytes.length() != Hash32.LENGTH) {
            return Optional.empty();
        }
        return switch (argument.name()) {
            case "key" -> ParameterWords.key(new Hash32(bytes)).map(Enum::name);
            case "scope" -> Optional.of(new ParameterScope(new Hash32(bytes)).toString());
            default -> Optional.empty();
        };
    }
}
