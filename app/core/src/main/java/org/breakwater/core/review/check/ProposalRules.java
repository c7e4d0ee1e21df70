package org.breakwater.core.review.check;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.execution.RevertReason;
import org.breakwater.core.governor.Dao;
import org.breakwater.core.governor.ProposalActions;
import org.breakwater.core.governor.ProposalOnChain;
import org.breakwater.core.governor.ProposerRule;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.call.Basis;
import org.breakwater.core.review.call.ReviewedCall;
import org.breakwater.core.review.chain.Simulation;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;

/// What only proposals are looked at for.
public final class ProposalRules {

    /// The checks of the firewall that hold for whatever a timelock does.
    public static final Set<CheckId> APPLICABLE = EnumSet.of(
            CheckId.FW05,
            CheckId.FW23,
            CheckId.FW24,
            CheckId.FW25,
            CheckId.FW26,
            CheckId.FW27,
            CheckId.FW29,
            CheckId.FW30,
            CheckId.FW31,
            CheckId.FW32,
            CheckId.FW33,
            CheckId.FW34,
            CheckId.FW35,
            CheckId.FW36,
            CheckId.FW37,
            CheckId.FW38,
            CheckId.FW56,
            CheckId.FW57,
            CheckId.FW60,
            CheckId.FW61,
            CheckId.FW62,
            CheckId.FW63,
            CheckId.FW70);

    /// Roles of OpenZeppelin's AccessControl.
    private static final Map<Hash32, String> ROLES = Map.of(
            Hash32.ZERO,
            "DEFAULT_ADMIN_ROLE",
            Keccak.hash("PROPOSER_ROLE"),
            "PROPOSER_ROLE",
            Keccak.hash("EXECUTOR_ROLE"),
            "EXECUTOR_ROLE",
            Keccak.hash("CANCELLER_ROLE"),
            "CANCELLER_ROLE",
            Keccak.hash("MINTER_ROLE"),
            "MINTER_ROLE",
            Keccak.hash("PAUSER_ROLE"),
            "PAUSER_ROLE",
            Keccak.hash("UPGRADER_ROLE"),
            "UPGRADER_ROLE");

    private static final Hash32 ROLE_GRANTED = Keccak.hash("RoleGranted(uint64,address,uint32,uint48,bool)");
    private static final Hash32 ROLE_REVOKED = Keccak.hash("RoleRevoked(uint64,address)");
    private static final Hash32 CONTROL_GRANTED = Keccak.hash("RoleGranted(bytes32,address,address)");
    private static final Hash32 CONTROL_REVOKED = Keccak.hash("RoleRevoked(bytes32,address,address)");
    private static final Hash32 OWNERSHIP = Keccak.hash("OwnershipTransferred(address,address)");

    private static final int MOST_NAMED = 8;

    /// Amounts of tokens are below; an account is below by chance once in two to the 64th.
    private static final int FEWEST_BITS_OF_ACCOUNT = 96;

    private final Scene scene;
    private final Proposed proposed;

    private ProposalRules(Scene scene, Proposed proposed) {
        this.scene = scene;
        this.proposed = proposed;
    }

    /// A proposal as the chain has it.
    ///
    /// @param id under which it was asked for
    /// @param hashed the id that the Governor gives to its actions and text
    /// @param operation the Timelock's id for what is carried out
    /// @param text what its proposer says; empty where no text has the hash
    /// @param standing what the Governor and the Timelock say of it; empty where it was not proposed
    /// @param at since when what it targets must not change; empty while it is not proposed
    public record Proposed(
            BigInteger id,
            BigInteger hashed,
            Hash32 operation,
            ProposalActions actions,
            Optional<String> text,
            Dao dao,
            Optional<ProposalOnChain> standing,
            Optional<Moment> at) {

        /// Whether it can never be carried out any more, or was.
        boolean over() {
            return standing.filter(known -> switch (known.state()) {
                        case PENDING, ACTIVE, SUCCEEDED, QUEUED -> false;
                        case CANCELED, DEFEATED, EXPIRED, EXECUTED -> true;
                    })
                    .isPresent();
        }
    }

    /// A moment in a proposal's life.
    ///
    /// @param words `when it was proposed`
    public record Moment(Instant time, String words) {}

    private interface Look {
        CheckResult look() throws ProblemException;
    }

    public static List<ProposalCheck> run(Scene scene, Proposed proposed) {
        var rules = new ProposalRules(scene, proposed);
        var vote = new ProposedVote(scene, proposed);
        return List.of(
                check(ProposalCheckId.P1, rules::identity),
                check(ProposalCheckId.P2, rules::carriedOut),
                check(ProposalCheckId.P3, rules::text),
                check(ProposalCheckId.P4, new ProposedCode(scene, proposed)::look),
                check(ProposalCheckId.P5, rules::roles),
                check(ProposalCheckId.P6, rules::outflows),
                check(ProposalCheckId.P7, rules::value),
                check(ProposalCheckId.P8, rules::today),
                check(ProposalCheckId.P9, vote::power),
                check(ProposalCheckId.P10, new ProposalTwins(scene, proposed)::look),
                check(ProposalCheckId.P11, vote::rules),
                check(ProposalCheckId.P12, vote::late));
    }

    private static ProposalCheck check(ProposalCheckId id, Look look) {
        try {
            return new ProposalCheck(id, look.look());
        } catch (ProblemException unread) {
            return new ProposalCheck(
                    id, new CheckResult.CouldNotRun(unread.problem().toString()));
        }
    }

    private CheckResult identity() {
        var ours = proposed.actions();
        var governor = proposed.dao().governor();
        if (!proposed.hashed().equals(proposed.id()) || !ours.id().equals(proposed.id())) {
            return new CheckResult.Block("The actions and the text hash to " + ours.id() + " here and to "
                    + proposed.hashed() + " by the Governor, not to " + proposed.id() + ".");
        }
        if (!ours.operation(governor).equals(proposed.operation())) {
            return new CheckResult.Block("The timelock numbers what is carried out " + proposed.operation()
                    + ", this program " + ours.operation(governor) + ".");
        }
        return new CheckResult.Passed(
                "Id and timelock operation " + proposed.operation() + " are computed here and are the chain's.");
    }

    private CheckResult carriedOut() throws ProblemException {
        if (proposed.over()) {
            return new CheckResult.NotApplicable("It is over.");
        }
        if (proposed.actions().targets().contains(proposed.dao().governor())) {
            return new CheckResult.NotAvailable(
                    "It changes the Governor's own settings, which only an execution through"
                            + " the Governor can: that is not simulated.");
        }
        var simulation = scene.simulation();
        if (simulation.succeeded()) {
            return new CheckResult.Passed("Simulated as the timelock on block "
                    + scene.chain().block().number() + ": every action is carried out.");
        }
        return new CheckResult.Hold("Carried out now, it would be refused: "
                + RevertReason.read(simulation.returned(), scene.errors()).words() + ".");
    }

    // ── text ───────────────────────────────────────────────────────────────────────────────────────────────────

    private CheckResult text() {
        if (proposed.text().isEmpty()) {
            return new CheckResult.NotAvailable(
                    "No text with the hash " + proposed.actions().description() + " is known here.");
        }
        if (!Keccak.hash(proposed.text().get()).equals(proposed.actions().description())) {
            return new CheckResult.Hold("What is shown as its text has another hash than the Governor has, "
                    + proposed.actions().description()
                    + ": its bytes are no text, and what it says cannot be compared.");
        }
        // whom the Governor takes the text from is no part of what it says
        var prose = Prose.of(ProposerRule.free(proposed.text().get()));
        var findings = new Findings();
        var numbers = numbers();
        for (var amount : prose.amounts()) {
            if (numbers.stream().noneMatch(amount::isSaidOf)) {
                findings.warn("The text says “" + amount.written() + "”, and no action has that amount.");
            }
        }
        var mentioned = Set.copyOf(scene.mentioned());
        for (var address : prose.addresses()) {
            if (!mentioned.contains(address)) {
                findings.warn("The text names " + scene.written(address) + ", and no action does.");
            }
        }
        receivers().stream()
                .filter(receiver -> !prose.addresses().contains(receiver) && !isNamedIn(receiver))
                .forEach(receiver ->
                        findings.warn("An action names " + scene.written(receiver) + ", and the text does not."));
        said().stream()
                .filter(said -> prose.amounts().stream().noneMatch(amount -> amount.isSaidOf(said.value())))
                .limit(MOST_NAMED)
                .forEach(said -> findings.note("Call " + said.place() + " has " + said.name() + " " + said.value()
                        + ", which the text does not say."));
        return findings.orPassed("Every amount and address of the text is in the actions, and the reverse.");
    }

    private boolean isNamedIn(Address account) {
        var text = proposed.text().orElse("").toLowerCase(Locale.ROOT);
        return scene.name(account)
                .filter(name -> text.contains(name.toLowerCase(Locale.ROOT)))
                .isPresent();
    }

    /// Every number of the actions, and those in force before: a text says “from 40 % to 35 %”.
    private Set<BigInteger> numbers() {
        var numbers = new LinkedHashSet<BigInteger>();
        scene.understood().forEach(call -> call.read().call().values().forEach(value -> collect(value, numbers)));
        proposed.actions().values().forEach(numbers::add);
        try {
            for (var change : BeforeAfter.of(scene)) {
                if (change instanceof StateChange.Parameter(var _, var before, var after)) {
                    before.ifPresent(numbers::add);
                    before.ifPresent(old -> numbers.add(after.subtract(old).abs()));
                }
            }
        } catch (ProblemException notSimulated) {
            return numbers;
        }
        return numbers;
    }

    private static void collect(AbiValue value, Set<BigInteger> numbers) {
        switch (value) {
            case AbiValue.Whole(var number) -> numbers.add(number.abs());
            case AbiValue.Items(var items) -> items.forEach(item -> collect(item, numbers));
            case AbiValue.Tuple(var components) -> components.forEach(part -> collect(part, numbers));
            case AbiValue.Flag _, AbiValue.Account _, AbiValue.Binary _, AbiValue.Text _ -> {}
        }
    }

    private record Said(String place, String name, BigInteger value) {}

    /// Amounts of the actions that a text would tell: not ids, and nothing small.
    private List<Said> said() {
        var said = new ArrayList<Said>();
        for (var call : actions()) {
            call.understood()
                    .ifPresent(read -> read.call().arguments().forEach(argument -> {
                        if (argument.value() instanceof AbiValue.Whole(var number)
                                && number.compareTo(BigInteger.TEN) > 0
                                && !argument.name().toLowerCase(Locale.ROOT).endsWith("id")) {
                            said.add(new Said(call.place(), argument.name(), number));
                        }
                    }));
        }
        return said;
    }

    /// Accounts that actions name in their arguments and that are no contract of the protocol.
    private List<Address> receivers() {
        return actions().stream()
                .flatMap(call -> Mentioned.in(call.reading()).stream())
                .filter(account -> !account.isZero() && !scene.isDeployed(account))
                .distinct()
                .toList();
    }

    /// The calls that the timelock makes.
    private List<ReviewedCall> actions() {
        return scene.unfolded().call().inner();
    }

    // ── code, roles, money ─────────────────────────────────────────────────────────────────────────────────────

    private CheckResult roles() throws ProblemException {
        if (isUnseen()) {
            return unseen();
        }
        var findings = new Findings();
        for (var event : scene.simulation().events()) {
            if (event.topics().isEmpty()) {
                continue;
            }
            var kind = event.topics().getFirst();
            if (kind.equals(ROLE_GRANTED) || kind.equals(CONTROL_GRANTED)) {
                findings.hold(who(event) + " gains " + role(event) + ".");
            } else if (kind.equals(ROLE_REVOKED) || kind.equals(CONTROL_REVOKED)) {
                findings.warn(who(event) + " loses " + role(event) + ".");
            } else if (kind.equals(OWNERSHIP) && event.topics().size() == 3) {
                findings.hold(scene.written(event.contract()) + " goes from "
                        + scene.written(SafeEvents.account(event.topics().get(1))) + " to "
                        + scene.written(SafeEvents.account(event.topics().get(2))) + ".");
            }
        }
        silentOwners(findings);
        return findings.orPassed("The simulation gives and takes no role.");
    }

    /// Contracts that tell nobody whom they obey keep it in a word all the same: one that held an account and holds
    /// another afterwards. The protocol's own contracts tell.
    private void silentOwners(Findings findings) throws ProblemException {
        var simulation = scene.simulation();
        var told = simulation.events().stream().map(Simulation.Event::contract).collect(Collectors.toSet());
        simulation.after().forEach((word, after) -> {
            var before = simulation.before().getOrDefault(word, Hash32.ZERO);
            if (!scene.isDeployed(word.account())
                    && !told.contains(word.account())
                    && isAccount(before)
                    && isAccount(after)) {
                findings.warn("In " + scene.written(word.account()) + " " + scene.written(SafeEvents.account(after))
                        + " takes the place of " + scene.written(SafeEvents.account(before))
                        + ", and no event says so: owners are kept like this.");
            }
        });
    }

    /// Whether a word is an account's and no small number.
    private static boolean isAccount(Hash32 word) {
        var number = word.bytes().toUnsigned();
        return number.bitLength() <= Address.LENGTH * 8 && number.bitLength() > FEWEST_BITS_OF_ACCOUNT;
    }

    private String who(Simulation.Event event) {
        return event.topics().size() > 2
                ? scene.written(SafeEvents.account(event.topics().get(2)))
                : "Somebody";
    }

    private String role(Simulation.Event event) {
        if (event.topics().size() < 2) {
            return "a role of " + scene.written(event.contract());
        }
        var topic = event.topics().get(1);
        var number = topic.bytes().toUnsigned();
        var name = Optional.ofNullable(ROLES.get(topic))
                .filter(_ -> event.topics().getFirst().equals(CONTROL_GRANTED)
                        || event.topics().getFirst().equals(CONTROL_REVOKED))
                .orElseGet(() -> number.bitLength() < 64
                        ? scene.deployment()
                                .map(deployed -> deployed.roleName(number.longValue()))
                                .orElse("role " + number)
                        : "role " + topic);
        return name + " of " + scene.written(event.contract());
    }

    private CheckResult outflows() throws ProblemException {
        return isUnseen() ? unseen() : new ProposedMoney(scene, proposed).look();
    }

    private boolean isUnseen() throws ProblemException {
        return proposed.over()
                || proposed.actions().targets().contains(proposed.dao().governor())
                || !scene.simulation().succeeded();
    }

    private CheckResult unseen() {
        return proposed.over()
                ? new CheckResult.NotApplicable("It is over.")
                : new CheckResult.NotAvailable("It cannot be seen: the simulation does not carry it out.");
    }

    private CheckResult value() throws ProblemException {
        var sum = proposed.actions().values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        if (sum.signum() == 0) {
            return new CheckResult.NotApplicable("It sends none of the network's own money.");
        }
        var has = scene.chain().balance(proposed.dao().timelock());
        return has.compareTo(sum) < 0
                ? new CheckResult.Warning("It sends " + sum + " wei and the timelock has " + has
                        + ": whoever executes it has to add the rest.")
                : new CheckResult.Passed("It sends " + sum + " wei, and the timelock has them.");
    }

    /// What only the values of today decide: those of parameters that a call expects.
    private CheckResult today() {
        var unread = actions().stream()
                .filter(call -> call.basis() != Basis.DEPLOYED)
                .map(ReviewedCall::place)
                .collect(Collectors.joining(", "));
        var findings = new Findings();
        new ProposedVote(scene, proposed).stale(findings);
        if (!unread.isEmpty()) {
            findings.warn("Calls " + unread + " are of contracts whose interface is not known: what they change is not"
                    + " compared with what is in force.");
        }
        return findings.orPassed("Every action is read by the interface of the contract that it goes to; values"
                + " in force are those of block "
                + scene.chain().block().number() + ".");
    }
}
