package org.breakwater.core.compose;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiType;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.ElementaryType;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;

/// Makes a finished call of a written one, or says what is missing. Where the Safe's role has a delay, the call becomes
/// its
/// announcement.
public final class ComposeCall {

    private ComposeCall() {}

    public static Composition of(WrittenCall written, ComposeContext context) {
        var inputs = new InputReader(written);
        if (!written.template().isFor(context.composer())) {
            return new Composition.Unfinished(List.of(InputProblem.refused(
                    first(written.template()),
                    context.isDao() ? "Only a Safe can do this, not the DAO." : "Only the DAO can do this.")));
        }
        var meant = read(inputs, context);
        if (meant.isEmpty() || !inputs.problems().isEmpty()) {
            return new Composition.Unfinished(inputs.problems());
        }
        return allowed(meant.get(), inputs, context);
    }

    private static Optional<ComposedCall> read(InputReader inputs, ComposeContext context) {
        return switch (inputs.template().group()) {
            case PARAMETERS -> new ParameterCalls(inputs, context).read();
            case CLAIMS -> new ClaimCalls(inputs, context).read();
            case TREASURY -> new TreasuryCalls(inputs, context).read();
            case REGISTRY_AND_ACCESS -> new RegistryCalls(inputs, context).read();
            case DAO_RULES -> new RuleCalls(inputs, context).read();
            case THIS_SAFE -> new SafeCalls(inputs, context).read();
            case ANYTHING -> new OtherCalls(inputs, context).read();
        };
    }

    private static Composition allowed(ComposedCall meant, InputReader inputs, ComposeContext context) {
        var call = meant.encoded();
        var power = Power.of(context.known(), context.deployment(), context.account(), call);
        var subject = first(inputs.template());
        return switch (power) {
            case Power.Open _, Power.AtOnce _ -> new Composition.Finished(meant, meant, power);
            case Power.Denied(var role) ->
                new Composition.Unfinished(List.of(InputProblem.refused(
                        subject,
                        capitalised(context.composer().words()) + " may not do this. It takes the role "
                                + context.deployment().roleName(role) + ".")));
            case Power.AfterDelay _ -> announced(meant, power, subject, context);
        };
    }

    private static Input first(Template template) {
        return template.inputs().isEmpty() ? Input.REASON : template.inputs().getFirst();
    }

    private static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static Composition announced(ComposedCall meant, Power power, Input subject, ComposeContext context) {
        var call = meant.encoded();
        var manager = Power.manager(context.deployment()).orElseThrow();
        var id = operation(context, call.to(), call.data());
        var waits = context.known().view().authority(manager).waiting().stream()
                .filter(operation -> operation.scheduled().operationId().equals(id))
                .findFirst();
        if (waits.isPresent()) {
            return new Composition.Unfinished(List.of(InputProblem.refused(
                    subject,
                    waits.get().isReady(context.time())
                            ? "The same call was announced and waits. Execute it as a scheduled call."
                            : "The same call was announced already, and is not due yet.")));
        }
        return new Composition.Finished(meant, new ComposedCall.Schedule(manager, call.to(), call.data(), 0), power);
    }

    /// The id of an announced call, as `AccessManager.hashOperation` has it.
    private static Hash32 operation(ComposeContext context, Address target, Bytes data) {
        List<AbiType> types =
                List.of(new ElementaryType.Address(), new ElementaryType.Address(), new ElementaryType.DynamicBytes());
        return Keccak.hash(AbiEncoder.encode(
                types,
                List.of(
                        new AbiValue.Account(context.account()),
                        new AbiValue.Account(target),
                        new AbiValue.Binary(data))));
    }
}
