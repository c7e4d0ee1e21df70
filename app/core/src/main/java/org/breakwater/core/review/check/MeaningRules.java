package org.breakwater.core.review.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.breakwater.core.call.CallReading;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.call.Basis;
import org.breakwater.core.review.call.ReviewedCall;
import org.breakwater.core.review.check.CheckResult.NotApplicable;
import org.breakwater.core.review.check.Flows.Allowance;
import org.breakwater.core.review.check.Flows.Arguments;
import org.breakwater.core.review.check.Flows.Payment;
import org.breakwater.core.safe.MultiSend;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.core.value.Selector;

/// What the calls mean: power, allowances, amounts, delays.
final class MeaningRules {

    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);
    private static final BigInteger MOST_DECIMALS = BigInteger.valueOf(36);

    /// Functions that give somebody else power over a contract.
    private static final Set<String> POWER = Set.of(
            "transferOwnership(address)",
            "renounceOwnership()",
            "acceptOwnership()",
            "setOwner(address)",
            "setAdmin(address)",
            "changeAdmin(address)",
            "setPendingAdmin(address)",
            "acceptAdmin()",
            "setMinter(address)",
            "addMinter(address)",
            "setGovernance(address)",
            "setGovernor(address)",
            "setController(address)",
            "setImplementation(address)",
            "setAuthority(address)",
            "setLendingPoolImpl(address)",
            "setPoolImpl(address)",
            "setPoolAdmin(address)",
            "setEmergencyAdmin(address)",
            "setOperator(address)",
            "setVault(address)",
            "rely(address)",
            "grantRole(bytes32,address)",
            "beginDefaultAdminTransfer(address)",
            "acceptDefaultAdminTransfer()",
            "changeDefaultAdminDelay(uint48)",
            "grantRole(uint64,address,uint32)",
            "setRoleAdmin(uint64,uint64)",
            "setRoleGuardian(uint64,uint64)",
            "setTargetFunctionRole(address,bytes4[],uint64)",
            "updateAuthority(address,address)",
            "upgradeTo(address)",
            "upgradeToAndCall(address,bytes)",
            "upgrade(address,address)",
            "upgradeAndCall(address,address,bytes)",
            "changeProxyAdmin(address,address)",
            "diamondCut((address,uint8,bytes4[])[],address,bytes)",
            "updateTimelock(address)");

    private static final Set<Selector> POWER_SELECTORS =
            POWER.stream().map(Selector::of).collect(Collectors.toUnmodifiableSet());

    /// Functions that take money, by their standard.
    private static final Set<String> PAYABLE = Set.of(
            "deposit()",
            "submit(address)",
            "swapExactETHForTokens(uint256,address[],address,uint256)",
            "swapETHForExactTokens(uint256,address[],address,uint256)",
            "addLiquidityETH(address,uint256,uint256,uint256,address,uint256)",
            "multicall(bytes[])",
            "multicall(uint256,bytes[])",
            "aggregate3((address,bool,bytes)[])",
            "aggregate3Value((address,bool,uint256,bytes)[])",
            "execute(address,uint256,bytes,bytes32,bytes32)",
            "executeBatch(address[],uint256[],bytes[],bytes32,bytes32)",
            "execute(address[],uint256[],bytes[],bytes32)",
            "execute(address,bytes)",
            "relay(address,uint256,bytes)",
            "upgradeToAndCall(address,bytes)",
            "upgradeAndCall(address,address,bytes)",
            "disperseEther(address[],uint256[])",
            "executeTransaction(address,uint256,string,bytes,uint256)",
            "renew(string,uint256)");

    private static final Set<String> LONGER_DELAYS = Set.of(
            "updateDelay(uint256)",
            "setDelay(uint256)",
            "setTargetAdminDelay(address,uint32)",
            "setGrantDelay(uint64,uint32)");

    private MeaningRules() {}

    static Map<CheckId, Rule> rules() {
        return Map.of(
                CheckId.FW30, MeaningRules::noPower,
                CheckId.FW31, MeaningRules::allowances,
                CheckId.FW32, MeaningRules::usualAmounts,
                CheckId.FW33, MeaningRules::decimals,
                CheckId.FW34, MeaningRules::everythingUnderstood,
                CheckId.FW35, MeaningRules::oneMeaning,
                CheckId.FW36, MeaningRules::valueWanted,
                CheckId.FW37, MeaningRules::swaps,
                CheckId.FW38, MeaningRules::delays);
    }

    private static CheckResult noPower(Scene scene) {
        var findings = new Findings();
        for (var call : scene.calls()) {
            if (givesPower(call)) {
                findings.hold("Call " + call.place() + " is "
                        + call.understood()
                                .map(read -> read.call().function().name())
                                .orElse("a function that gives power")
                        + " of " + scene.written(call.target())
                        + ": " + receivers(scene, call) + ".");
            }
        }
        return findings.orPassed("No call gives anybody power over a contract.");
    }

    private static boolean givesPower(ReviewedCall call) {
        return call.understood().isPresent()
                ? POWER.contains(call.signature())
                : call.data().length() >= Selector.LENGTH
                        && POWER_SELECTORS.contains(new Selector(call.data().slice(0, Selector.LENGTH)));
    }

    private static String receivers(Scene scene, ReviewedCall call) {
        var named = Mentioned.in(call.reading());
        return named.isEmpty()
                ? "it changes who may act"
                : "power goes to " + named.stream().map(scene::written).collect(Collectors.joining(", "));
    }

    private static CheckResult allowances(Scene scene) throws ProblemException {
        var allowances = Flows.of(scene).allowances();
        if (allowances.isEmpty()) {
            return new NotApplicable("It lets nobody take tokens.");
        }
        var findings = new Findings();
        for (var allowance : allowances) {
            judge(scene, allowance, findings);
        }
        return findings.orPassed("Every allowance is limited, and to somebody with a name.");
    }

    private static void judge(Scene scene, Allowance allowance, Findings findings) throws ProblemException {
        if (allowance.isRevocation()) {
            findings.note("Call " + allowance.call().place() + " takes the allowance of "
                    + scene.written(allowance.spender()) + " away.");
            return;
        }
        var lets = "Call " + allowance.call().place() + " lets " + scene.written(allowance.spender()) + " take "
                + (allowance.unlimited() ? "any amount" : allowance.amount() + " units") + " of "
                + scene.written(allowance.token());
        if (!scene.isNamed(allowance.spender()) && scene.hasBook()) {
            findings.block(lets + ", who has no name in your address book.");
        } else if (allowance.unlimited()) {
            findings.hold(lets + ", for as long as it is not taken back.");
        } else if (!scene.isNamed(allowance.spender())) {
            findings.warn(lets + ".");
        }
        if (scene.chain().code(allowance.spender()).isEmpty() && !scene.isNamed(allowance.spender())) {
            findings.hold(lets + ", who is no contract.");
        }
    }

    private static CheckResult usualAmounts(Scene scene) throws ProblemException {
        var payments = Flows.of(scene).payments().stream()
                .filter(payment -> payment.amount().signum() > 0)
                .filter(payment -> !payment.to().equals(payment.from()))
                .toList();
        if (payments.isEmpty()) {
            return new NotApplicable("It pays nothing.");
        }
        var findings = new Findings();
        for (var paid : sums(payments).entrySet()) {
            judge(scene, paid.getKey(), paid.getValue(), findings);
        }
        return findings.orPassed("No payment is above " + scene.policy().largeShare() + " of what there is.");
    }

    /// Who pays what to whom.
    private record Way(Optional<Address> token, Address from, Address to) {}

    private static Map<Way, BigInteger> sums(List<Payment> payments) {
        var sums = new LinkedHashMap<Way, BigInteger>();
        payments.forEach(payment ->
                sums.merge(new Way(payment.token(), payment.from(), payment.to()), payment.amount(), BigInteger::add));
        return sums;
    }

    private static void judge(Scene scene, Way way, BigInteger amount, Findings findings) throws ProblemException {
        var balance = way.token().isPresent()
                ? Asked.tokenBalance(scene.chain(), way.token().get(), way.from())
                : Optional.of(scene.chain().balance(way.from()));
        if (balance.isEmpty() || balance.get().signum() == 0) {
            return;
        }
        var share = new BasisPoints(amount.multiply(WHOLE).divide(balance.get()));
        var pays = scene.written(way.to()) + " gets " + share + " of the "
                + way.token().map(token -> "tokens of " + scene.written(token)).orElse("money")
                + " that " + scene.written(way.from()) + " has.";
        if (exceeds(share, scene.policy().hugeShare())) {
            findings.hold(pays);
        } else if (exceeds(share, scene.policy().largeShare())) {
            if (scene.hasBook() && !scene.isNamed(way.to())) {
                findings.hold(pays);
            } else {
                findings.warn(pays);
            }
        }
    }

    private static boolean exceeds(BasisPoints share, BasisPoints most) {
        return share.value().compareTo(most.value()) > 0;
    }

    private static CheckResult decimals(Scene scene) throws ProblemException {
        var tokens = Stream.concat(
                        Flows.of(scene).payments().stream().flatMap(payment -> payment.token().stream()),
                        Flows.of(scene).allowances().stream().map(Allowance::token))
                .distinct()
                .toList();
        if (tokens.isEmpty()) {
            return new NotApplicable("No call names an amount of a token.");
        }
        var findings = new Findings();
        var told = new ArrayList<String>();
        for (var token : tokens) {
            var decimals = Asked.number(scene.chain(), token, "decimals()");
            if (decimals.isEmpty()) {
                findings.warn(scene.written(token) + " does not say how many decimals it has; it may be no token.");
            } else if (decimals.get().compareTo(MOST_DECIMALS) > 0) {
                findings.block(scene.written(token) + " says that it has " + decimals.get() + " decimals.");
            } else {
                told.add(scene.written(token) + " has " + decimals.get() + " decimals");
            }
        }
        return findings.orPassed("On chain, " + String.join(", ", told) + ".");
    }

    private static CheckResult everythingUnderstood(Scene scene) {
        var findings = new Findings();
        for (var call : scene.calls()) {
            if (call.flaw().isEmpty() && call.reading() instanceof CallReading.Unreadable(var why)) {
                findings.hold(
                        "Call " + call.place() + " to " + scene.written(call.target()) + " is not understood. " + why);
            } else if (call.basis() == Basis.BY_SELECTOR) {
                findings.note("Call " + call.place() + " is read as " + call.signature()
                        + " by its selector; the code at " + scene.written(call.target()) + " is not known here.");
            }
        }
        return findings.orPassed("Every call is understood by the code that it goes to.");
    }

    private static CheckResult oneMeaning(Scene scene) {
        var findings = new Findings();
        scene.calls().stream()
                .filter(call -> !call.rivals().isEmpty())
                .forEach(call -> findings.warn(
                        "Call " + call.place() + " could be any of " + String.join(", ", call.rivals()) + "."));
        return findings.orPassed("No selector has two meanings here.");
    }

    private static CheckResult valueWanted(Scene scene) {
        var findings = new Findings();
        for (var call : scene.calls()) {
            var batch = MultiSend.isBatch(call.data());
            if (call.value().signum() > 0 && !call.data().isEmpty() && !batch && !PAYABLE.contains(call.signature())) {
                findings.warn("Call " + call.place() + " sends " + call.value() + " wei to a function of "
                        + scene.written(call.target()) + " that may not take it.");
            }
        }
        return findings.orPassed("No call sends money to a function that takes none.");
    }

    /// Where an exchange's or a vault's function says what must come back at least, and to whom.
    private record Exchange(Optional<BigInteger> least, Optional<Address> receiver) {

        static Optional<Exchange> of(ReviewedCall call) {
            return call.understood()
                    .flatMap(read ->
                            of(call.signature(), new Arguments(read.call().values())));
        }

        private static Optional<Exchange> of(String signature, Arguments given) {
            return switch (signature) {
                case "swapExactTokensForTokens(uint256,uint256,address[],address,uint256)",
                        "swapExactTokensForETH(uint256,uint256,address[],address,uint256)" ->
                    swap(given.number(1), given.account(3));
                case "swapExactETHForTokens(uint256,address[],address,uint256)" ->
                    swap(given.number(0), given.account(2));
                case "swapTokensForExactTokens(uint256,uint256,address[],address,uint256)",
                        "swapTokensForExactETH(uint256,uint256,address[],address,uint256)" ->
                    swap(given.number(0), given.account(3));
                case "swapETHForExactTokens(uint256,address[],address,uint256)" ->
                    swap(given.number(0), given.account(2));
                case "exactInputSingle((address,address,uint24,address,uint256,uint256,uint256,uint160))" ->
                    swap(given.tuple(0).number(6), given.tuple(0).account(3));
                case "exactInputSingle((address,address,uint24,address,uint256,uint256,uint160))" ->
                    swap(given.tuple(0).number(5), given.tuple(0).account(3));
                case "exactInput((bytes,address,uint256,uint256,uint256))" ->
                    swap(given.tuple(0).number(4), given.tuple(0).account(1));
                case "exactInput((bytes,address,uint256,uint256))" ->
                    swap(given.tuple(0).number(3), given.tuple(0).account(1));
                case "exchange(int128,int128,uint256,uint256)", "exchange(uint256,uint256,uint256,uint256)" ->
                    Optional.of(new Exchange(Optional.of(given.number(3)), Optional.empty()));
                case "deposit(uint256,address)", "mint(uint256,address)" -> to(given.account(1));
                case "withdraw(uint256,address,address)", "redeem(uint256,address,address)" -> to(given.account(1));
                case "supply(address,uint256,address,uint16)", "deposit(address,uint256,address,uint16)" ->
                    to(given.account(2));
                case "withdraw(address,uint256,address)" -> to(given.account(2));
                default -> Optional.empty();
            };
        }

        private static Optional<Exchange> swap(BigInteger least, Address receiver) {
            return Optional.of(new Exchange(Optional.of(least), Optional.of(receiver)));
        }

        private static Optional<Exchange> to(Address receiver) {
            return Optional.of(new Exchange(Optional.empty(), Optional.of(receiver)));
        }
    }

    private static CheckResult swaps(Scene scene) {
        var findings = new Findings();
        var exchanges = false;
        for (var call : scene.calls()) {
            var exchange = Exchange.of(call);
            if (exchange.isPresent()) {
                exchanges = true;
                if (exchange.get().least().filter(least -> least.signum() == 0).isPresent()) {
                    findings.hold("Call " + call.place() + " exchanges for as little as nothing.");
                }
                exchange.get()
                        .receiver()
                        .filter(receiver -> !receiver.equals(call.performer()))
                        .ifPresent(receiver -> findings.hold(
                                "What call " + call.place() + " gives goes to " + scene.written(receiver) + "."));
            }
        }
        return exchanges
                ? findings.orPassed("What is exchanged has a floor and comes back.")
                : new NotApplicable("It exchanges nothing.");
    }

    private static CheckResult delays(Scene scene) throws ProblemException {
        var findings = new Findings();
        var concerns = false;
        for (var call : scene.understood()) {
            var place = "Call " + call.call().place();
            var target = call.call().target();
            switch (call.signature()) {
                case "schedule(address,uint256,bytes,bytes32,bytes32,uint256)",
                        "scheduleBatch(address[],uint256[],bytes[],bytes32,bytes32,uint256)" -> {
                    concerns = true;
                    var delay = new Arguments(call.read().call().values()).number(5);
                    var least = Asked.number(scene.chain(), target, "getMinDelay()");
                    if (delay.signum() == 0) {
                        findings.hold(place + " schedules without any delay.");
                    } else if (least.isEmpty()) {
                        findings.warn(scene.written(target) + " does not say its shortest delay.");
                    } else if (delay.compareTo(least.get()) < 0) {
                        findings.hold(place + " schedules with a delay of " + delay + " s, less than the " + least.get()
                                + " s of " + scene.written(target) + ".");
                    } else {
                        findings.note(place + " schedules with a delay of " + delay + " s.");
                    }
                }
                case "execute(address,uint256,bytes,bytes32,bytes32)",
                        "executeBatch(address[],uint256[],bytes[],bytes32,bytes32)" -> {
                    concerns = true;
                    findings.note(place + " executes what was scheduled at " + scene.written(target) + ".");
                }
                case "cancel(bytes32)" -> {
                    concerns = true;
                    findings.note(place + " cancels what was scheduled at " + scene.written(target) + ".");
                }
                default -> {
                    if (LONGER_DELAYS.contains(call.signature())) {
                        concerns = true;
                        findings.hold(place + " changes a delay of " + scene.written(target) + ".");
                    }
                }
            }
        }
        return concerns ? findings.orPassed("Delays are kept.") : new NotApplicable("It has to do with no timelock.");
    }
}
