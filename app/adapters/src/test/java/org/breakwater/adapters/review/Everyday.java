package org.breakwater.adapters.review;

import static org.breakwater.adapters.review.ReviewStage.DOLLAR;
import static org.breakwater.adapters.review.ReviewStage.ETHER;
import static org.breakwater.adapters.review.ReviewStage.stranger;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.breakwater.adapters.localnet.SafeRelease;
import org.breakwater.adapters.safe.WorldQueue;
import org.breakwater.core.names.AddressBook;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.request.Told;
import org.breakwater.core.safe.MultiSend;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.SafeTxHash;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.safe.ServedTransaction;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Keccak;

/// What Safes do every day: a tool that cries wolf over these is switched off.
final class Everyday {

    private static final List<Address> BATCHES = List.of(
            Address.parse("0x40A2aCCbd92BCA938b02010E17A5b8929b49130D"),
            Address.parse("0x9641d764fc13c8B624c04430C7356C1C7C8102e2"),
            Address.parse("0xA83c336B20401Af773B6219BA5027174338D1836"),
            Address.parse("0xA238CBeb142c10Ef7Ad8442C6D1f9E89e07e7761"),
            Address.parse("0x38869bf66a61cF6bDB996A6aE40D5853Fd43B526"));

    private static final long LATER = 4_000_000_000L;

    private final ReviewStage stage;
    private final Address safe;
    private final List<Address> payees;
    private final List<Case> cases = new ArrayList<>();

    private Everyday(ReviewStage stage) {
        this.stage = stage;
        this.safe = stage.council();
        this.payees = IntStream.rangeClosed(1, 20)
                .mapToObj(number -> stage.friend("Contributor " + number))
                .toList();
    }

    static List<Case> on(ReviewStage stage) throws ProblemException {
        var everyday = new Everyday(stage);
        everyday.payments();
        everyday.batches();
        everyday.tokens();
        everyday.exchanges();
        everyday.governance();
        everyday.protocol();
        everyday.upkeep();
        everyday.otherSafes();
        everyday.withoutBook();
        everyday.signed();
        return everyday.cases;
    }

    private void add(String name, SafeCall call) {
        add(name, stage.next(safe, call));
    }

    private void add(String name, SafeTransaction transaction) {
        cases.add(new Case(name, safe, transaction, Told.NOTHING, stage.book(), true));
    }

    private static SafeCall pay(Address to, BigInteger wei) {
        return new SafeCall(Operation.CALL, to, wei, Bytes.EMPTY);
    }

    private static SafeCall call(Address to, String function, Object... arguments) {
        return SafeCall.of(to, Calldata.of(function, arguments));
    }

    private SafeCall transfer(Address to, long dollars) {
        return call(stage.dollars(), "transfer(address,uint256)", to, DOLLAR.multiply(BigInteger.valueOf(dollars)));
    }

    private static SafeCall batch(Address by, List<SafeCall> calls) {
        return new SafeCall(Operation.DELEGATE_CALL, by, BigInteger.ZERO, MultiSend.pack(calls));
    }

    private void payments() {
        for (int i = 0; i < payees.size(); i++) {
            add(
                    "A salary in ether to contributor " + (i + 1),
                    pay(payees.get(i), ETHER.multiply(BigInteger.valueOf(i + 1))));
            add("A salary in dollars to contributor " + (i + 1), transfer(payees.get(i), 4_000 + 150L * i));
        }
        for (int i = 1; i <= 10; i++) {
            add("An invoice of somebody new, " + i, transfer(stranger("vendor " + i), 500L * i));
        }
        var nonce = stage.nonce(safe);
        for (int i = 0; i < 5; i++) {
            add("A rejection, " + i + " ahead", SafeTransaction.rejection(safe, nonce.add(BigInteger.valueOf(i))));
        }
        for (int i = 0; i < 5; i++) {
            var plain = stage.next(safe, pay(payees.get(i), ETHER));
            add(
                    "A payment by an old wallet, with gas for its call, " + i,
                    new SafeTransaction(
                            plain.to(),
                            plain.value(),
                            plain.data(),
                            plain.operation(),
                            BigInteger.valueOf(50_000 + 1_000L * i),
                            BigInteger.ZERO,
                            BigInteger.ZERO,
                            Address.ZERO,
                            Address.ZERO,
                            plain.nonce()));
        }
    }

    private void batches() {
        for (int i = 0; i < 25; i++) {
            var by = BATCHES.get(i % BATCHES.size());
            var calls = new ArrayList<SafeCall>();
            for (int j = 0; j < 2 + i % 9; j++) {
                calls.add(j % 2 == 0 ? transfer(payees.get(j), 100L * (i + 1)) : pay(payees.get(j), ETHER));
            }
            add("A payroll of " + calls.size() + " payments, " + i, batch(by, calls));
        }
    }

    private void tokens() {
        var vault = stage.known("Yield vault", Bytecode.TAKES_ANYTHING);
        for (int i = 1; i <= 10; i++) {
            var amount = DOLLAR.multiply(BigInteger.valueOf(10_000L * i));
            add(
                    "An exact approval and a deposit into a vault, " + i,
                    batch(
                            BATCHES.get(i % BATCHES.size()),
                            List.of(
                                    call(stage.dollars(), "approve(address,uint256)", vault, amount),
                                    call(vault, "deposit(uint256,address)", amount, safe))));
            add(
                    "A withdrawal from a vault, " + i,
                    call(vault, "withdraw(uint256,address,address)", amount, safe, safe));
        }
        for (int i = 1; i <= 5; i++) {
            add(
                    "An allowance taken back, " + i,
                    call(
                            stage.dollars(),
                            "approve(address,uint256)",
                            stage.known("Old partner " + i, Bytecode.TAKES_ANYTHING),
                            0));
            add(
                    "A work of art sent on, " + i,
                    call(
                            stage.known("Collection", Bytecode.TAKES_ANYTHING),
                            "safeTransferFrom(address,address,uint256)",
                            safe,
                            payees.get(i),
                            i));
        }
    }

    private void exchanges() {
        var router = stage.known("Exchange", Bytecode.TAKES_ANYTHING);
        var weth = stage.known("Wrapped ether", Bytecode.TAKES_ANYTHING);
        var market = stage.known("Money market", Bytecode.TAKES_ANYTHING);
        var path = List.of(stage.dollars(), weth);
        for (int i = 1; i <= 8; i++) {
            var amount = DOLLAR.multiply(BigInteger.valueOf(1_000L * i));
            add(
                    "A swap with a floor, " + i,
                    call(
                            router,
                            "swapExactTokensForTokens(uint256,uint256,address[],address,uint256)",
                            amount,
                            amount.shiftRight(1),
                            path,
                            safe,
                            LATER));
            add(
                    "A swap of the third version with a floor, " + i,
                    call(
                            router,
                            "exactInputSingle((address,address,uint24,address,uint256,uint256,uint256,uint160))",
                            (Object) new Object[] {
                                stage.dollars(), weth, 3_000, safe, LATER, amount, amount.shiftRight(1), 0
                            }));
            add(
                    "Ether wrapped, " + i,
                    new SafeCall(
                            Operation.CALL, weth, ETHER.multiply(BigInteger.valueOf(i)), Calldata.of("deposit()")));
            add("Ether unwrapped, " + i, call(weth, "withdraw(uint256)", ETHER));
            add(
                    "Dollars lent, " + i,
                    call(market, "supply(address,uint256,address,uint16)", stage.dollars(), amount, safe, 0));
            add(
                    "Dollars taken back, " + i,
                    call(market, "withdraw(address,uint256,address)", stage.dollars(), amount, safe));
        }
    }

    private void governance() {
        var governor = stage.known("Another protocol's governor", Bytecode.TAKES_ANYTHING);
        var votes = stage.known("Another protocol's votes", Bytecode.TAKES_ANYTHING);
        for (int i = 1; i <= 6; i++) {
            add(
                    "A vote, " + i,
                    call(
                            governor,
                            "castVote(uint256,uint8)",
                            Keccak.hash("proposal " + i).bytes().toUnsigned(),
                            i % 3));
            add(
                    "A vote with a reason, " + i,
                    call(
                            governor,
                            "castVoteWithReason(uint256,uint8,string)",
                            Keccak.hash("proposal " + i).bytes().toUnsigned(),
                            1,
                            "It keeps the reserve where it is."));
            add("Votes given to a delegate with a name, " + i, call(votes, "delegate(address)", payees.get(i)));
            add("Rewards, " + i, call(stage.known("Gauge " + i, Bytecode.TAKES_ANYTHING), "claim()"));
            add("A stake, " + i, call(stage.known("Gauge " + i, Bytecode.TAKES_ANYTHING), "stake(uint256)", ETHER));
        }
        for (int i = 1; i <= 4; i++) {
            add(
                    "A text record, " + i,
                    call(
                            stage.known("Resolver", Bytecode.TAKES_ANYTHING),
                            "setText(bytes32,string,string)",
                            Keccak.hash("breakwater"),
                            "url",
                            "https://example.org"));
            add(
                    "A vesting released, " + i,
                    call(stage.known("Vesting " + i, Bytecode.TAKES_ANYTHING), "release(address)", stage.dollars()));
        }
    }

    /// What waits for the council in the world, besides what is hostile, what fights, and what lifts a stop.
    private void protocol() throws ProblemException {
        var waiting = WorldQueue.waiting(stage.network().description().safeQueue());
        waiting.stream()
                .filter(served -> served.safe().equals(safe))
                .filter(served -> served.transaction().operation() == Operation.CALL)
                .forEach(served -> cases.add(new Case(
                        "A decision of the council, nonce "
                                + served.transaction().nonce(),
                        safe,
                        served.transaction(),
                        told(served),
                        stage.book(),
                        true)));
    }

    private static Told told(ServedTransaction served) {
        return Told.NOTHING
                .safe(served.safe())
                .hash(served.statedHash())
                .proposer(served.proposer())
                .confirmations(served.confirmations());
    }

    private void upkeep() {
        var owners = stage.network().description().safes().getFirst().state().owners();
        var colleague = stage.used(stage.friend("New council member"));
        add(
                "An owner who leaves is replaced by one with a name",
                call(safe, "swapOwner(address,address,address)", owners.get(0), owners.get(1), colleague));
        add("An owner with a name joins", call(safe, "addOwnerWithThreshold(address,uint256)", colleague, 5));
        add("One more signature is asked for", call(safe, "changeThreshold(uint256)", 5));
        add(
                "Safe's own fallback handler",
                call(safe, "setFallbackHandler(address)", SafeRelease.V1_4_1.fallbackHandler()));
    }

    private void otherSafes() throws ProblemException {
        for (var release : List.of(SafeRelease.V1_3_0, SafeRelease.V1_4_1, SafeRelease.V1_5_0)) {
            var other = stage.safe(release, 2, 3);
            for (int i = 0; i < 5; i++) {
                var call = i % 2 == 0 ? transfer(payees.get(i), 1_000) : pay(payees.get(i), ETHER);
                cases.add(new Case(
                        "A payment by a Safe of version " + release.version() + ", " + i,
                        other.safe(),
                        stage.next(other.safe(), call),
                        Told.NOTHING,
                        stage.book(),
                        true));
            }
        }
    }

    private void withoutBook() {
        for (int i = 0; i < 20; i++) {
            var call = i % 2 == 0 ? transfer(payees.get(i), 2_500L + i) : pay(payees.get(i), ETHER);
            cases.add(new Case(
                    "A payment by somebody without an address book, " + i,
                    safe,
                    stage.next(safe, call),
                    Told.NOTHING,
                    new AddressBook(Map.of()),
                    i % 4 < 2));
        }
    }

    private void signed() throws ProblemException {
        var domain = new SafeDomain(SafeVersion.V1_4_1, stage.network().node().chain(), safe);
        var signers = stage.network().councilSigners();
        for (int i = 0; i < 7; i++) {
            var transaction = stage.next(safe, transfer(payees.get(i), 3_000));
            var hash = SafeTxHash.of(domain, transaction);
            var confirmations = new ArrayList<ServedTransaction.Confirmation>();
            for (var signer : signers.subList(0, i % 4 + 1)) {
                var signature = signer.sign(hash);
                confirmations.add(new ServedTransaction.Confirmation(
                        signature.owner(), signature.signature().slot(0), Instant.EPOCH));
            }
            cases.add(new Case(
                    "A payment with signatures, " + i,
                    safe,
                    transaction,
                    Told.NOTHING
                            .safe(safe)
                            .version("1.4.1")
                            .hash(hash.hash())
                            .proposer(Optional.of(signers.getFirst().address()))
                            .confirmations(confirmations)
                            .waiting(List.of(transaction)),
                    stage.book(),
                    true));
        }
    }
}
