package org.breakwater.adapters.localnet.world;

import com.esaulpaugh.headlong.abi.Function;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.breakwater.adapters.localnet.SafeRelease;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Word;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// What waits for the Safes' owners at the head. One transaction has all its signatures; one wants two more; two want
/// the
/// same nonce, because of the two pending changes that break a rule together one has to go and the owners do not
/// agree which; one runs foreign code as the Safe and sets its threshold to one; and one of the guardians' wants a
/// stranger in.
final class SafeQueue implements Strand {

    private static final JsonMapper JSON = new JsonMapper();

    /// Stores 1 in slot 4, where a Safe 1.4.1 keeps its threshold, and nothing else.
    private static final Bytes TAKES_OVER = Bytes.fromHex("0x656001600455006000526006601af3");

    private static final Function SET_FALLBACK_HANDLER = Function.parse("setFallbackHandler(address)");
    private static final Function ADD_OWNER = Function.parse("addOwnerWithThreshold(address,uint256)");

    private static final int PENDING = 1;
    private static final int BRIDGE = 2;

    private final Props props;
    private final TreasuryBusiness treasury;
    private final List<Address> created = new ArrayList<>();

    SafeQueue(Props props, TreasuryBusiness treasury) {
        this.props = props;
        this.treasury = treasury;
    }

    @Override
    public void begin() {
        var stranger = props.setting().one(Part.STRANGER);
        props.agenda()
                .at(
                        props.head().minus(Duration.ofHours(61)),
                        "A stranger's contract",
                        () -> props.stage()
                                .mine(List.of(new Stage.Deed(stranger, null, TAKES_OVER, "a stranger's contract")))
                                .getFirst()
                                .created()
                                .ifPresent(created::add));
    }

    /// The queue as a JSON list, council first, each by its nonce. Asked for at the head.
    ArrayNode toJson() throws ProblemException {
        var list = JSON.createArrayNode();
        var chain = props.setting().protocol().deployment().chain();
        for (var waiting : waiting()) {
            waiting.writeTo(list.addObject(), chain);
        }
        return list;
    }

    private List<WaitingTransaction> waiting() throws ProblemException {
        var council = props.setting().council().owners();
        var guardians = props.setting().guardians();
        var next = council.nonce();
        var nextOfGuardians = guardians.nonce();
        return List.of(
                waiting(council, treasury.waiting(), next, 23, List.of(1, 0, 4, 6), "Allocate to Harbour Lending"),
                waiting(council, decision(), plus(next, 1), 19, List.of(3, 5), "Decide the tied claim"),
                waiting(
                        council,
                        cancellation("DRAIN_LIMIT_24H", "cancel.drain"),
                        plus(next, 2),
                        14,
                        List.of(0, 2, 6),
                        "The cap first: cancel the wider window"),
                waiting(
                        council,
                        cancellation("INCIDENT_CAP", "cancel.cap"),
                        plus(next, 2),
                        11,
                        List.of(5, 1),
                        "The window first: cancel the lower cap"),
                hostile(council, plus(next, 3)),
                waiting(council, announcement(), plus(next, 4), 5, List.of(4), "Announce: allowance of the signers"),
                waiting(guardians, lift(), nextOfGuardians, 1, List.of(2), "Lift the stop of the bridge pool"),
                waiting(
                        guardians,
                        intruder(guardians),
                        plus(nextOfGuardians, 1),
                        1,
                        List.of(3),
                        "Add the new guardian"));
    }

    private WaitingTransaction waiting(
            SafeOwners safe, Call call, BigInteger nonce, int hoursAgo, List<Integer> signers, String note) {
        return new WaitingTransaction(
                safe,
                SafeTransaction.call(call.to(), call.data(), nonce),
                props.head().minus(Duration.ofHours(hoursAgo)).plusSeconds(nonce.longValueExact() % 3_600),
                signers,
                origin(note));
    }

    private static String origin(String note) {
        return JSON.createObjectNode()
                .put("url", "https://breakwater.example/console")
                .put("name", "Breakwater")
                .put("note", note)
                .toString();
    }

    /// Looks like the setting of the fallback handler that is set already; what runs is the stranger's code, as the
    /// Safe.
    private WaitingTransaction hostile(SafeOwners council, BigInteger nonce) {
        var routine = Call.of("Safe", council.safe(), SET_FALLBACK_HANDLER, SafeRelease.V1_4_1.fallbackHandler());
        var transaction = new SafeTransaction(
                created.getFirst(),
                BigInteger.ZERO,
                routine.data(),
                Operation.DELEGATE_CALL,
                BigInteger.ZERO,
                BigInteger.ZERO,
                BigInteger.ZERO,
                Address.ZERO,
                Address.ZERO,
                nonce);
        return new WaitingTransaction(
                council,
                transaction,
                props.head().minus(Duration.ofHours(8)),
                List.of(5),
                origin("Routine: renew the fallback handler"));
    }

    private Call intruder(SafeOwners guardians) {
        return Call.of("Safe", guardians.safe(), ADD_OWNER, props.setting().one(Part.STRANGER), 1);
    }

    private Call decision() throws ProblemException {
        var claims = props.docket().claims();
        var count = props.stage().number(claims.call("claimCount")).longValueExact();
        for (long id = count; id > 0; id--) {
            var claim = props.docket().claim(id);
            if (ClaimState.of(claim) == ClaimState.COUNCIL_REVIEW) {
                var part = claim.number("requested").divide(BigInteger.TWO);
                return claims.call(
                        "councilDecide",
                        id,
                        true,
                        part,
                        props.library().write("reason.lift").hash());
            }
        }
        throw new IllegalStateException("no claim waits for the council");
    }

    private Call cancellation(String key, String reason) throws ProblemException {
        var parameters = props.setting().protocol().contract("ParameterRegistry");
        var scope = ParameterScope.pool(BRIDGE).encoded();
        var count = props.stage().number(parameters.call("changeCount")).longValueExact();
        for (long id = count; id > 0; id--) {
            var change = props.stage().view(parameters.call("change", id)).struct();
            var pending = change.number("state").intValueExact() == PENDING;
            if (pending
                    && change.hash("key").equals(key(key))
                    && change.hash("scope").equals(scope)) {
                return parameters.call(
                        "cancelAsCouncil", id, props.library().write(reason).hash());
            }
        }
        throw new IllegalStateException("no change of " + key + " is pending");
    }

    private static Hash32 key(String name) {
        return new Hash32(Word.ofAscii(name));
    }

    private Call announcement() {
        var spending = treasury.allowance();
        var manager = props.setting().protocol().contract("AccessManager");
        return manager.call("schedule", spending.to(), spending.data(), 0);
    }

    private Call lift() throws ProblemException {
        var guardian = props.setting().protocol().contract("EmergencyGuardian");
        return guardian.call("lift", props.stage().number(guardian.call("pauseCount")));
    }

    private static BigInteger plus(BigInteger nonce, int more) {
        return nonce.add(BigInteger.valueOf(more));
    }
}
