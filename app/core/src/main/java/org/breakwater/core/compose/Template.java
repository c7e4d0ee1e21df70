package org.breakwater.core.compose;

import static org.breakwater.core.compose.Input.ADAPTER;
import static org.breakwater.core.compose.Input.AMOUNT;
import static org.breakwater.core.compose.Input.ARGUMENTS;
import static org.breakwater.core.compose.Input.ASSERTION;
import static org.breakwater.core.compose.Input.CHANGE;
import static org.breakwater.core.compose.Input.CLAIM;
import static org.breakwater.core.compose.Input.DATA;
import static org.breakwater.core.compose.Input.DURATION;
import static org.breakwater.core.compose.Input.ETHER;
import static org.breakwater.core.compose.Input.FUNCTION;
import static org.breakwater.core.compose.Input.GUARD;
import static org.breakwater.core.compose.Input.HANDLER;
import static org.breakwater.core.compose.Input.INCIDENT;
import static org.breakwater.core.compose.Input.INTERFACE;
import static org.breakwater.core.compose.Input.MODULE;
import static org.breakwater.core.compose.Input.NEW_OWNER;
import static org.breakwater.core.compose.Input.NOT_BEFORE;
import static org.breakwater.core.compose.Input.OCCURRED_AT;
import static org.breakwater.core.compose.Input.OPERATION;
import static org.breakwater.core.compose.Input.OWNER;
import static org.breakwater.core.compose.Input.PARAMETER;
import static org.breakwater.core.compose.Input.PAUSE;
import static org.breakwater.core.compose.Input.POOL;
import static org.breakwater.core.compose.Input.QUORUM;
import static org.breakwater.core.compose.Input.REASON;
import static org.breakwater.core.compose.Input.RECIPIENT;
import static org.breakwater.core.compose.Input.SCOPE;
import static org.breakwater.core.compose.Input.SEVERITY;
import static org.breakwater.core.compose.Input.SUBJECT;
import static org.breakwater.core.compose.Input.TARGET;
import static org.breakwater.core.compose.Input.THRESHOLD;
import static org.breakwater.core.compose.Input.TOKEN;
import static org.breakwater.core.compose.Input.VALUE;
import static org.breakwater.core.compose.Input.VENUE;
import static org.breakwater.core.compose.Input.VERDICT;
import static org.breakwater.core.compose.Input.VOTES;

import java.util.List;
import java.util.Optional;
import org.breakwater.core.protocol.DaoRule;

/// A kind of call that a Safe or the DAO can be made to make, and what it takes to write one.
public enum Template {
    TIGHTEN_NOW(Group.PARAMETERS, "Tighten now", PARAMETER, SCOPE, VALUE, REASON),
    PROPOSE_CHANGE(Group.PARAMETERS, "Propose a change", PARAMETER, SCOPE, VALUE, REASON),
    EXECUTE_CHANGE(Group.PARAMETERS, "Execute a change", CHANGE),
    CANCEL_CHANGE(Group.PARAMETERS, "Cancel a change", CHANGE, REASON),

    DECIDE_INCIDENT(Group.CLAIMS, "Decide an incident", INCIDENT, VERDICT, OCCURRED_AT, SEVERITY, REASON),
    DECIDE_CLAIM(Group.CLAIMS, "Decide a claim", CLAIM, VERDICT, AMOUNT, REASON),
    FLAG_FRAUD(Group.CLAIMS, "Flag claim as fraud", CLAIM, REASON),
    RESOLVE_DISPUTE(Group.CLAIMS, "Resolve a dispute", ASSERTION, VERDICT, REASON),

    SPEND(Group.TREASURY, "Pay from the treasury", TOKEN, AMOUNT, RECIPIENT, REASON),
    BACKSTOP(Group.TREASURY, "Back a pool's incident", POOL, INCIDENT, AMOUNT),
    ALLOCATE(Group.TREASURY, "Allocate to a venue", VENUE, AMOUNT),
    REQUEST_EXIT(Group.TREASURY, "Give notice to a venue", VENUE, AMOUNT),
    RECALL(Group.TREASURY, "Recall from a venue", VENUE, AMOUNT),
    CLOSE_VENUE(Group.TREASURY, "Close a venue", VENUE),
    REALISE_LOSS(Group.TREASURY, "Write off a venue's loss", VENUE),

    LIST_SUBJECT(Group.REGISTRY_AND_ACCESS, "List a subject", SUBJECT),
    SUSPEND_SUBJECT(Group.REGISTRY_AND_ACCESS, "Suspend a subject", SUBJECT, REASON),
    QUARANTINE_ADAPTER(Group.REGISTRY_AND_ACCESS, "Quarantine adapter", ADAPTER, REASON),
    RESTORE_ADAPTER(Group.REGISTRY_AND_ACCESS, "Restore an adapter", ADAPTER),
    LIFT_PAUSE(Group.REGISTRY_AND_ACCESS, "Lift a pause", PAUSE),
    EXTEND_PAUSE(Group.REGISTRY_AND_ACCESS, "Extend a pause", PAUSE, DURATION),
    SCHEDULE(Group.REGISTRY_AND_ACCESS, "Schedule a call", TARGET, DATA, NOT_BEFORE),
    EXECUTE_SCHEDULED(Group.REGISTRY_AND_ACCESS, "Execute a scheduled call", OPERATION),
    CANCEL_SCHEDULED(Group.REGISTRY_AND_ACCESS, "Cancel a scheduled call", OPERATION),

    SET_VOTING_DELAY(Group.DAO_RULES, "Set the voting delay", DURATION),
    SET_VOTING_PERIOD(Group.DAO_RULES, "Set the voting period", DURATION),
    SET_LATE_EXTENSION(Group.DAO_RULES, "Set the late extension", DURATION),
    SET_QUORUM(Group.DAO_RULES, "Set the quorum", QUORUM),
    SET_PROPOSAL_THRESHOLD(Group.DAO_RULES, "Set the votes to propose", VOTES),
    SET_TIMELOCK_DELAY(Group.DAO_RULES, "Set the timelock's delay", DURATION),

    ADD_OWNER(Group.THIS_SAFE, "Add an owner", NEW_OWNER, THRESHOLD),
    REMOVE_OWNER(Group.THIS_SAFE, "Remove an owner", OWNER, THRESHOLD),
    SWAP_OWNER(Group.THIS_SAFE, "Replace an owner", OWNER, NEW_OWNER),
    CHANGE_THRESHOLD(Group.THIS_SAFE, "Change the threshold", THRESHOLD),
    ENABLE_MODULE(Group.THIS_SAFE, "Enable a module", MODULE),
    DISABLE_MODULE(Group.THIS_SAFE, "Disable a module", MODULE),
    SET_GUARD(Group.THIS_SAFE, "Set the guard", GUARD),
    SET_MODULE_GUARD(Group.THIS_SAFE, "Set the modules' guard", GUARD),
    SET_FALLBACK_HANDLER(Group.THIS_SAFE, "Set the fallback handler", HANDLER),
    REJECT_NONCE(Group.THIS_SAFE, "Reject a nonce"),

    SEND_TOKEN(Group.ANYTHING, "Send a token", TOKEN, AMOUNT, RECIPIENT),
    SEND_ETHER(Group.ANYTHING, "Send ether", RECIPIENT, ETHER),
    CALL_CONTRACT(Group.ANYTHING, "Call a contract by ABI", TARGET, INTERFACE, FUNCTION, ARGUMENTS, ETHER),
    CALL_WITH_DATA(Group.ANYTHING, "Call with calldata", TARGET, DATA, ETHER);

    /// What a template is about; in the order in which they are listed.
    public enum Group {
        PARAMETERS("Parameters"),
        CLAIMS("Claims"),
        TREASURY("Treasury"),
        REGISTRY_AND_ACCESS("Registry and access"),
        DAO_RULES("The DAO's own rules"),
        THIS_SAFE("This Safe"),
        ANYTHING("Anything");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    private final Group group;
    private final String title;
    private final List<Input> inputs;

    Template(Group group, String title, Input... inputs) {
        this.group = group;
        this.title = title;
        this.inputs = List.of(inputs);
    }

    public Group group() {
        return group;
    }

    public String title() {
        return title;
    }

    /// In the order in which they are asked for.
    public List<Input> inputs() {
        return inputs;
    }

    /// Whether somebody can use it at all, whatever their roles: a Safe changes itself, and the DAO its own rules.
    public boolean isFor(Composer composer) {
        return switch (group) {
            case DAO_RULES -> composer.isDao();
            case THIS_SAFE -> !composer.isDao();
            case PARAMETERS, CLAIMS, TREASURY, REGISTRY_AND_ACCESS, ANYTHING -> true;
        };
    }

    /// The rule of the DAO that it changes.
    public Optional<DaoRule> rule() {
        return switch (this) {
            case SET_VOTING_DELAY -> Optional.of(DaoRule.VOTING_DELAY);
            case SET_VOTING_PERIOD -> Optional.of(DaoRule.VOTING_PERIOD);
            case SET_LATE_EXTENSION -> Optional.of(DaoRule.LATE_EXTENSION);
            case SET_QUORUM -> Optional.of(DaoRule.QUORUM);
            case SET_PROPOSAL_THRESHOLD -> Optional.of(DaoRule.PROPOSAL_THRESHOLD);
            case SET_TIMELOCK_DELAY -> Optional.of(DaoRule.TIMELOCK_DELAY);
            default -> Optional.empty();
        };
    }

    /// Whether it changes a parameter to a value that is written.
    public boolean setsParameter() {
        return this == TIGHTEN_NOW || this == PROPOSE_CHANGE;
    }
}
