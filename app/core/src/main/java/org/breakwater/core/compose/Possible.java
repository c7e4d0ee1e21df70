package org.breakwater.core.compose;

import java.util.List;
import java.util.Optional;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.projection.view.ClaimView;
import org.breakwater.core.projection.view.IncidentView;
import org.breakwater.core.protocol.ClaimState;
import org.breakwater.core.protocol.IncidentState;
import org.breakwater.core.protocol.ModuleName;
import org.breakwater.core.value.Address;

/// What a Safe could write now: which cases are open to it, and which templates its roles allow.
public final class Possible {

    private Possible() {}

    /// Whether the council decides an incident now: a case ended without a verdict, and its time is not over.
    public static boolean isUnderReview(IncidentView view, ComposeContext context) {
        return view.incident().state() == IncidentState.COUNCIL_REVIEW
                && context.time() <= view.incident().reviewEnds();
    }

    /// Claims that the council decides now.
    public static List<ClaimView> underReview(ComposeContext context) {
        return context.known().view().claims().stream()
                .filter(view -> view.claim().state() == ClaimState.COUNCIL_REVIEW
                        && context.time() <= view.claim().reviewEnds())
                .toList();
    }

    /// Granted claims that the council may still accuse.
    public static List<ClaimView> flaggable(ComposeContext context) {
        return context.known().view().claims().stream()
                .filter(view -> view.claim().isFlaggableAt(context.time()))
                .toList();
    }

    /// The power of the Safe for what a template calls; empty for a template that calls no one function.
    public static Optional<Power> role(Template template, ComposeContext context) {
        return function(template, context.isDao())
                .flatMap(function -> target(template, context)
                        .map(target -> Power.of(
                                context.known(),
                                context.deployment(),
                                context.account(),
                                target,
                                function.selector())));
    }

    private static Optional<FunctionSignature> function(Template template, boolean byDao) {
        return switch (template) {
            case TIGHTEN_NOW -> Optional.of(Signatures.TIGHTEN_NOW);
            case PROPOSE_CHANGE -> Optional.of(byDao ? Signatures.PROPOSE_CHANGE_AS_DAO : Signatures.PROPOSE_CHANGE);
            case EXECUTE_CHANGE -> Optional.of(Signatures.EXECUTE_CHANGE);
            case CANCEL_CHANGE -> Optional.of(byDao ? Signatures.CANCEL_CHANGE_AS_DAO : Signatures.CANCEL_CHANGE);
            case DECIDE_INCIDENT -> Optional.of(Signatures.DECIDE_INCIDENT);
            case DECIDE_CLAIM -> Optional.of(Signatures.DECIDE_CLAIM);
            case FLAG_FRAUD -> Optional.of(Signatures.FLAG_FRAUD);
            case RESOLVE_DISPUTE -> Optional.of(Signatures.RESOLVE_DISPUTE);
            case SPEND -> Optional.of(byDao ? Signatures.SPEND_AS_DAO : Signatures.SPEND);
            case BACKSTOP -> Optional.of(byDao ? Signatures.BACKSTOP_AS_DAO : Signatures.BACKSTOP);
            case ALLOCATE -> Optional.of(Signatures.ALLOCATE);
            case REQUEST_EXIT -> Optional.of(Signatures.REQUEST_EXIT);
            case RECALL -> Optional.of(Signatures.RECALL);
            case CLOSE_VENUE -> Optional.of(Signatures.CLOSE_VENUE);
            case REALISE_LOSS -> Optional.of(Signatures.REALISE_LOSS);
            case LIST_SUBJECT -> Optional.of(Signatures.LIST_SUBJECT);
            case SUSPEND_SUBJECT -> Optional.of(Signatures.SUSPEND_SUBJECT);
            case QUARANTINE_ADAPTER -> Optional.of(Signatures.QUARANTINE);
            case RESTORE_ADAPTER -> Optional.of(Signatures.RESTORE_ADAPTER);
            case LIFT_PAUSE -> Optional.of(byDao ? Signatures.LIFT_PAUSE_AS_DAO : Signatures.LIFT_PAUSE);
            case EXTEND_PAUSE -> Optional.of(Signatures.EXTEND_PAUSE);
            case SET_VOTING_DELAY,
                    SET_VOTING_PERIOD,
                    SET_LATE_EXTENSION,
                    SET_QUORUM,
                    SET_PROPOSAL_THRESHOLD,
                    SET_TIMELOCK_DELAY,
                    SCHEDULE,
                    EXECUTE_SCHEDULED,
                    CANCEL_SCHEDULED,
                    ADD_OWNER,
                    REMOVE_OWNER,
                    SWAP_OWNER,
                    CHANGE_THRESHOLD,
                    ENABLE_MODULE,
                    DISABLE_MODULE,
                    SET_GUARD,
                    SET_MODULE_GUARD,
                    SET_FALLBACK_HANDLER,
                    REJECT_NONCE,
                    SEND_TOKEN,
                    SEND_ETHER,
                    CALL_CONTRACT,
                    CALL_WITH_DATA -> Optional.empty();
        };
    }

    private static Optional<Address> target(Template template, ComposeContext context) {
        return switch (template) {
            case DECIDE_INCIDENT -> context.module(ModuleName.INCIDENTS);
            case RESOLVE_DISPUTE ->
                context.deployment().contract("OptimisticAdapter").map(contract -> contract.address());
            case QUARANTINE_ADAPTER, RESTORE_ADAPTER, LIFT_PAUSE, EXTEND_PAUSE -> context.module(ModuleName.GUARDIAN);
            default ->
                switch (template.group()) {
                    case PARAMETERS -> context.module(ModuleName.PARAMETERS);
                    case CLAIMS -> context.module(ModuleName.CLAIMS);
                    case TREASURY -> context.module(ModuleName.TREASURY);
                    case REGISTRY_AND_ACCESS -> context.module(ModuleName.RISK);
                    case DAO_RULES, THIS_SAFE, ANYTHING -> Optional.empty();
                };
        };
    }
}
