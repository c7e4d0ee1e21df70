package org.breakwater.core.review.call;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.abi.AbiDecoder;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.DecodedCall;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.call.CallReading;
import org.breakwater.core.call.ContractInterfaces;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.decoding.Refusal;
import org.breakwater.core.review.call.ReviewedCall.Way;
import org.breakwater.core.review.chain.PublishedSafeContracts;
import org.breakwater.core.safe.BatchedCall;
import org.breakwater.core.safe.MultiSend;
import org.breakwater.core.safe.MultiSendContract;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.safe.SafeChange;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Selector;

/// Unfolds a Safe's transaction into every call that it makes, now or later: through batches, multicalls, other Safes,
/// access managers, timelocks and proposals.
public final class Unfolding {

    /// How deep calls may lie inside each other.
    public static final int MOST_DEPTH = 10;

    /// How many calls are unfolded.
    public static final int MOST_CALLS = 1_024;

    private final SafeDomain safe;
    private final ContractInterfaces interfaces;
    private int calls;
    private boolean cut;

    private Unfolding(SafeDomain safe, ContractInterfaces interfaces) {
        this.safe = safe;
        this.interfaces = interfaces;
    }

    /// @param cut whether there are more calls, or deeper ones, than are unfolded
    public record Unfolded(ReviewedCall call, boolean cut) {}

    /// @param interfaces of the contracts whose code is known
    public static Unfolded of(SafeDomain safe, SafeCall call, ContractInterfaces interfaces) {
        var unfolding = new Unfolding(safe, interfaces);
        var root = unfolding.call("1", Way.TRANSACTION, safe.safe(), call, call.to(), 1);
        return new Unfolded(root, unfolding.cut);
    }

    /// What a call is said to be, and on what ground.
    private record Read(Basis basis, CallReading reading, Optional<Refusal> flaw, List<String> rivals) {

        Read(Basis basis, CallReading reading) {
            this(basis, reading, Optional.empty(), List.of());
        }

        static Read flawed(Basis basis, Refusal refusal) {
            return new Read(basis, new CallReading.Unreadable(refusal.toString()), Optional.of(refusal), List.of());
        }
    }

    private ReviewedCall call(String place, Way way, Address performer, SafeCall call, Address target, int depth) {
        calls++;
        if (isBatch(call)) {
            return batch(place, way, performer, call, target, depth);
        }
        var read = read(performer, call, target);
        return node(place, way, performer, call, target, read, inner(place, target, read, depth));
    }

    private static ReviewedCall node(
            String place,
            Way way,
            Address performer,
            SafeCall call,
            Address target,
            Read read,
            List<ReviewedCall> inner) {
        return new ReviewedCall(
                place,
                way,
                performer,
                call.operation(),
                target,
                call.value(),
                call.data(),
                read.basis(),
                read.reading(),
                read.flaw(),
                read.rivals(),
                inner);
    }

    private static boolean isBatch(SafeCall call) {
        return MultiSend.isBatch(call.data())
                && (call.operation() == Operation.DELEGATE_CALL
                        || MultiSendContract.at(call.to()).isPresent());
    }

    private ReviewedCall batch(String place, Way way, Address performer, SafeCall call, Address target, int depth) {
        // called rather than run as the Safe, a batch makes its calls as itself
        var maker = call.operation() == Operation.DELEGATE_CALL ? performer : call.to();
        return switch (MultiSend.parse(call.to(), maker, call.data())) {
            case Decoding.Refused(var refusal) ->
                node(place, way, performer, call, target, Read.flawed(Basis.SAFE, refusal), List.of());
            case Decoding.Decoded(var batched) ->
                node(
                        place,
                        way,
                        performer,
                        call,
                        target,
                        new Read(basis(call), new CallReading.ForeignCode()),
                        batched(place, maker, batched, depth));
        };
    }

    private static Basis basis(SafeCall call) {
        return MultiSendContract.at(call.to()).isPresent() ? Basis.SAFE : Basis.NONE;
    }

    private List<ReviewedCall> batched(String place, Address maker, List<BatchedCall> batch, int depth) {
        return several(
                place, batch, depth, (at, each) -> call(at, Way.BATCH, maker, each.call(), each.target(), depth + 1));
    }

    /// Unfolds one of several calls.
    private interface Each<T> {
        ReviewedCall at(String place, T call);
    }

    private <T> List<ReviewedCall> several(String place, List<T> carried, int depth, Each<T> each) {
        var unfolded = new ArrayList<ReviewedCall>();
        for (int i = 0; i < carried.size(); i++) {
            if (calls >= MOST_CALLS || depth >= MOST_DEPTH) {
                cut = true;
                return unfolded;
            }
            unfolded.add(each.at(place + "." + (i + 1), carried.get(i)));
        }
        return unfolded;
    }

    private Read read(Address performer, SafeCall call, Address target) {
        if (performer.equals(safe.safe())) {
            var change = SafeChange.in(safe, call.operation(), target, call.data());
            if (change.isPresent()) {
                return switch (change.get()) {
                    case Decoding.Decoded(var decoded) ->
                        new Read(Basis.SAFE, new CallReading.ChangesSafe(safe.safe(), decoded));
                    case Decoding.Refused(var refusal) -> Read.flawed(Basis.SAFE, refusal);
                };
            }
        }
        if (call.data().isEmpty() && call.operation() == Operation.CALL) {
            return new Read(
                    Basis.NO_DATA,
                    target.equals(safe.safe())
                                    && performer.equals(target)
                                    && call.value().signum() == 0
                            ? new CallReading.Rejection()
                            : new CallReading.Payment(call.value()));
        }
        if (call.operation() != Operation.CALL) {
            // what foreign code does as the Safe is not told by the calldata
            return PublishedSafeContracts.at(target)
                    .map(_ -> standard(call))
                    .orElseGet(() -> new Read(Basis.NONE, new CallReading.ForeignCode()));
        }
        var known = interfaces.at(target);
        if (known.isPresent()) {
            var contract = known.get();
            return contract.calledBy(call.data())
                    .map(function -> decoded(Basis.DEPLOYED, contract.contract(), function, call.data()))
                    .orElseGet(() -> standard(call));
        }
        return standard(call);
    }

    private static Read decoded(Basis basis, String contract, FunctionSignature function, Bytes data) {
        return switch (AbiDecoder.call(function, data)) {
            case Decoding.Decoded(var call) -> new Read(basis, new CallReading.Understood(contract, call));
            case Decoding.Refused(var refusal) -> Read.flawed(basis, refusal);
        };
    }

    private static Read standard(SafeCall call) {
        var candidates = StandardFunctions.calledBy(call.data());
        if (candidates.isEmpty()) {
            return new Read(Basis.NONE, new CallReading.Unreadable(unknown(call.data())));
        }
        var readable = candidates.stream()
                .map(standard -> decoded(Basis.BY_SELECTOR, standard.source(), standard.function(), call.data()))
                .toList();
        var first = readable.stream()
                .filter(read -> read.flaw().isEmpty())
                .findFirst()
                .orElse(readable.getFirst());
        var rivals = candidates.stream()
                .map(standard -> standard.function().canonical())
                .distinct()
                .toList();
        return new Read(first.basis(), first.reading(), first.flaw(), rivals.size() > 1 ? rivals : List.of());
    }

    private static String unknown(Bytes data) {
        return data.length() < Selector.LENGTH
                ? "The calldata is too short to call a function."
                : "No function with the selector " + data.slice(0, Selector.LENGTH) + " is known here.";
    }

    private List<ReviewedCall> inner(String place, Address target, Read read, int depth) {
        if (!(read.reading() instanceof CallReading.Understood understood)) {
            return List.of();
        }
        var carried = Carried.of(understood.call(), target);
        return several(
                place,
                carried,
                depth,
                (at, each) -> call(
                        at,
                        each.way(),
                        each.performer(),
                        each.call(),
                        each.call().to(),
                        depth + 1));
    }

    /// A call that the arguments of another hold.
    private record Carried(Way way, Address performer, SafeCall call) {

        static List<Carried> of(DecodedCall outer, Address target) {
            var values = outer.values();
            return switch (outer.function().canonical()) {
                case "schedule(address,bytes,uint48)", "execute(address,bytes)" ->
                    List.of(new Carried(Way.SCHEDULED, target, SafeCall.of(account(values, 0), bytes(values, 1))));
                case "schedule(address,uint256,bytes,bytes32,bytes32,uint256)",
                        "execute(address,uint256,bytes,bytes32,bytes32)" ->
                    List.of(new Carried(
                            Way.SCHEDULED, target, plain(account(values, 0), number(values, 1), bytes(values, 2))));
                case "relay(address,uint256,bytes)" ->
                    List.of(new Carried(
                            Way.PROPOSED, target, plain(account(values, 0), number(values, 1), bytes(values, 2))));
                case "scheduleBatch(address[],uint256[],bytes[],bytes32,bytes32,uint256)",
                        "executeBatch(address[],uint256[],bytes[],bytes32,bytes32)" ->
                    listed(Way.SCHEDULED, target, values);
                case "propose(address[],uint256[],bytes[],string)",
                        "queue(address[],uint256[],bytes[],bytes32)",
                        "execute(address[],uint256[],bytes[],bytes32)" -> listed(Way.PROPOSED, target, values);
                case "queueTransaction(address,uint256,string,bytes,uint256)",
                        "executeTransaction(address,uint256,string,bytes,uint256)" ->
                    List.of(new Carried(
                            Way.SCHEDULED,
                            target,
                            plain(account(values, 0), number(values, 1), named(text(values, 2), bytes(values, 3)))));
                case "execTransaction(address,uint256,bytes,uint8,uint256,uint256,uint256,address,address,bytes)" ->
                    operated(Way.OTHER_SAFE, target, values);
                case "execTransactionFromModule(address,uint256,bytes,uint8)",
                        "execTransactionFromModuleReturnData(address,uint256,bytes,uint8)" ->
                    operated(Way.MODULE, target, values);
                case "multicall(bytes[])" -> calls(target, items(values, 0));
                case "multicall(uint256,bytes[])" -> calls(target, items(values, 1));
                case "upgradeToAndCall(address,bytes)" -> afterwards(target, bytes(values, 1));
                case "upgradeAndCall(address,address,bytes)" -> afterwards(account(values, 0), bytes(values, 2));
                case "aggregate3((address,bool,bytes)[])" -> tuples(target, items(values, 0), 2, -1);
                case "aggregate3Value((address,bool,uint256,bytes)[])" -> tuples(target, items(values, 0), 3, 2);
                default -> List.of();
            };
        }

        private static SafeCall plain(Address to, BigInteger value, Bytes data) {
            return new SafeCall(Operation.CALL, to, value, data);
        }

        /// Compound's timelock takes the signature and the arguments apart.
        private static Bytes named(String signature, Bytes arguments) {
            return signature.isEmpty()
                    ? arguments
                    : Bytes.concat(Selector.of(signature).bytes(), arguments);
        }

        private static List<Carried> listed(Way way, Address performer, List<AbiValue> values) {
            var targets = items(values, 0);
            var amounts = items(values, 1);
            var data = items(values, 2);
            var listed = new ArrayList<Carried>();
            for (int i = 0; i < Math.min(targets.size(), Math.min(amounts.size(), data.size())); i++) {
                listed.add(new Carried(way, performer, plain(account(targets, i), number(amounts, i), bytes(data, i))));
            }
            return listed;
        }

        private static List<Carried> operated(Way way, Address performer, List<AbiValue> values) {
            return Operation.of(number(values, 3).intValue())
                    .map(operation -> List.of(new Carried(
                            way,
                            performer,
                            new SafeCall(operation, account(values, 0), number(values, 1), bytes(values, 2)))))
                    .orElse(List.of());
        }

        private static List<Carried> calls(Address target, List<AbiValue> data) {
            var carried = new ArrayList<Carried>();
            for (int i = 0; i < data.size(); i++) {
                carried.add(new Carried(Way.MULTICALL, target, SafeCall.of(target, bytes(data, i))));
            }
            return carried;
        }

        private static List<Carried> afterwards(Address proxy, Bytes data) {
            return data.isEmpty() ? List.of() : List.of(new Carried(Way.MULTICALL, proxy, SafeCall.of(proxy, data)));
        }

        private static List<Carried> tuples(Address performer, List<AbiValue> tuples, int data, int value) {
            return tuples.stream()
                    .map(tuple -> ((AbiValue.Tuple) tuple).components())
                    .map(parts -> new Carried(
                            Way.MULTICALL,
                            performer,
                            plain(
                                    account(parts, 0),
                                    value < 0 ? BigInteger.ZERO : number(parts, value),
                                    bytes(parts, data))))
                    .toList();
        }

        private static Address account(List<AbiValue> values, int index) {
            return ((AbiValue.Account) values.get(index)).address();
        }

        private static BigInteger number(List<AbiValue> values, int index) {
            return ((AbiValue.Whole) values.get(index)).number();
        }

        private static Bytes bytes(List<AbiValue> values, int index) {
            return ((AbiValue.Binary) values.get(index)).bytes();
        }

        private static String text(List<AbiValue> values, int index) {
            return ((AbiValue.Text) values.get(index)).text();
        }

        private static List<AbiValue> items(List<AbiValue> values, int index) {
            return ((AbiValue.Items) values.get(index)).items();
        }
    }
}
