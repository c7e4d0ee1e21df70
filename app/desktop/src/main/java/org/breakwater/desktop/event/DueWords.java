package org.breakwater.desktop.event;

import java.math.BigInteger;
import org.breakwater.core.activity.Area;
import org.breakwater.core.activity.Due;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Word;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.navigation.Place;

/// What is due, in words, and where each belongs.
public final class DueWords {

    private DueWords() {}

    public static Icon icon(Area area) {
        return switch (area) {
            case POOLS -> Icon.POOLS;
            case POLICIES -> Icon.FILE_TEXT;
            case CLAIMS -> Icon.CLAIM;
            case GOVERNANCE -> Icon.PROPOSAL;
            case EMERGENCY -> Icon.PAUSE;
            case TREASURY -> Icon.TREASURY;
        };
    }

    /// What is to be done, or ends.
    public static String title(Due due, EventNames names) {
        var id = due.number();
        return switch (due.task()) {
            case CONFIRM_INCIDENT -> "Confirm incident " + id + " by a second reading";
            case LAPSE_INCIDENT -> "Let incident " + id + " lapse";
            case CHALLENGE_INCIDENT -> "Incident " + id + " can be challenged";
            case SETTLE_INCIDENT -> "Settle incident " + id;
            case SUBMIT_CLAIMS -> "Claims on incident " + id + " can be filed";
            case CLOSE_INCIDENT -> "Close incident " + id;
            case REVIEW_INCIDENT -> "The council decides incident " + id;
            case REOPEN_INCIDENT -> "Send incident " + id + " back to a vote";
            case REVIEW_CLAIM -> "The council decides claim " + id;
            case REOPEN_CLAIM -> "Send claim " + id + " back to a vote";
            case APPEAL_CLAIM -> "The denial of claim " + id + " can be appealed";
            case FINALISE_CLAIM -> "Make the denial of claim " + id + " final";
            case PAY_CLAIM -> "Pay claim " + id;
            case EXPIRE_CLAIM -> "Expire claim " + id;
            case ADD_EVIDENCE -> "Evidence for case " + id + " is taken";
            case VOTE_IN_CASE -> "Vote in case " + id;
            case CLOSE_CASE -> "Close the vote of case " + id;
            case EXECUTE_CHANGE -> "Execute change " + id;
            case VOTE_ON_PROPOSAL -> "Vote on " + names.proposal(id);
            case QUEUE_PROPOSAL -> "Queue " + names.proposal(id);
            case EXECUTE_PROPOSAL -> "Execute " + names.proposal(id);
            case EXECUTE_OPERATION -> "Execute a scheduled call, nonce " + id;
            case PAUSE_ENDS -> "Pause " + id + " ends";
            case FILL_REDEMPTIONS -> "Fill the redemption queue of " + names.pool(id.longValueExact());
            case SETTLE_SERIES -> "Settle series " + id;
            case REDEEM_SERIES -> "Redeem units of series " + id;
            case CLOSE_SERIES -> "Close series " + id;
            case CLOSE_POLICIES ->
                "Close " + Numbers.count(id) + (id.equals(BigInteger.ONE) ? " ended policy" : " ended policies");
            case RECALL_FROM_VENUE -> "Recall from " + names.addresses().apply(address(id));
            case TOP_UP_INTEGRATOR -> "Prepay for " + names.addresses().apply(address(id));
            case DETECT_INCIDENT -> "Detect an incident of " + names.subject(id.longValueExact());
            case TAKE_SAMPLE -> "Take a sample of " + names.subject(id.longValueExact());
            case ESCALATE_INCIDENT -> "Send incident " + id + " to people";
            case SETTLE_COVERS -> "Make the claims that follow from incident " + id;
            case RESOLVE_CLAIM -> "Apply the decision to claim " + id;
            case RELEASE_RESERVE -> "Release what incident " + id + " holds back";
            case DECIDE_ASSERTION -> "Decide assertion " + id;
            case ENFORCE_SUBJECT -> "Enforce the rules on " + names.subject(id.longValueExact());
            case UPDATE_PEG -> "Update the peg of " + names.addresses().apply(address(id));
            case UPDATE_LEVEL -> "Update risk levels in " + names.pool(id.longValueExact());
            case COLLECT_REDEMPTION -> "Pay out what " + names.pool(id.longValueExact()) + " set aside";
            case PASS_FORFEITS -> "Pass forfeited deposits on to " + names.pool(id.longValueExact());
            case SETTLE_PREMIUM -> "Settle the premium of " + names.addresses().apply(address(id));
            case LAPSE_COVER -> "End unpaid cover of " + names.addresses().apply(address(id));
            case RELEASE_COVER ->
                "Release cover that ended at " + names.addresses().apply(address(id));
        };
    }

    /// Who may, or what follows.
    public static String detail(Due due) {
        var amount = due.amount().map(DueWords::assets);
        return switch (due.task()) {
            case CONFIRM_INCIDENT, LAPSE_INCIDENT, CHALLENGE_INCIDENT, SETTLE_INCIDENT ->
                amount.map(set -> "up to " + set + " are set aside").orElse("");
            case SUBMIT_CLAIMS -> "by holders of policies that it hit";
            case CLOSE_INCIDENT -> "no claim on it is open; what is unused goes back";
            case REVIEW_INCIDENT, REVIEW_CLAIM -> "without an answer in time anyone may send it back to a vote";
            case REOPEN_INCIDENT, REOPEN_CLAIM -> "the council did not answer in time; anyone may do it";
            case APPEAL_CLAIM -> "once, by its claimant, for three times the deposit";
            case FINALISE_CLAIM -> "its time to appeal is over; anyone may do it";
            case EXPIRE_CLAIM -> "its time to be paid is over; anyone may do it";
            case PAY_CLAIM -> amount.map(set -> set + " are due").orElse("nothing is due now");
            case ADD_EVIDENCE -> "later evidence is marked as late";
            case VOTE_IN_CASE -> "delegates of the voting token";
            case CLOSE_CASE -> "anyone may do it";
            case EXECUTE_CHANGE -> "anyone may do it once its delay is over; then it expires";
            case VOTE_ON_PROPOSAL -> "delegates of the voting token";
            case QUEUE_PROPOSAL, EXECUTE_PROPOSAL -> "anyone may do it";
            case EXECUTE_OPERATION -> "whoever scheduled it";
            case PAUSE_ENDS -> "by itself; what was stopped runs again";
            case FILL_REDEMPTIONS ->
                amount.map(set -> set + " in the order of the queue; anyone may do it")
                        .orElse("");
            case SETTLE_SERIES ->
                amount.map(set -> "at most " + set + " fall due").orElse("");
            case REDEEM_SERIES ->
                amount.map(set -> set + " are not redeemed yet").orElse("");
            case CLOSE_SERIES -> "its time to redeem is over";
            case CLOSE_POLICIES ->
                amount.map(set -> "frees " + set + " of cover").orElse("");
            case RECALL_FROM_VENUE -> amount.map(set -> set + " of notice").orElse("");
            case TOP_UP_INTEGRATOR ->
                amount.map(set -> set + " are prepaid; then nothing is covered").orElse("");
            case DETECT_INCIDENT -> "the adapter's own rule decides; anyone may ask it";
            case TAKE_SAMPLE -> "the adapter compares with it later; anyone may do it";
            case ESCALATE_INCIDENT -> "an adapter that it rests on is quarantined; anyone may do it";
            case SETTLE_COVERS -> "for covers that it hit and that nobody claims on; anyone may do it";
            case RESOLVE_CLAIM -> "its incident is decided; anyone may do it";
            case RELEASE_RESERVE ->
                amount.map(set -> set + " go back to the pool; anyone may do it")
                        .orElse("");
            case DECIDE_ASSERTION -> "once the time to dispute it is over; anyone may do it";
            case ENFORCE_SUBJECT -> "it breaks a rule of the registry; anyone may do it";
            case UPDATE_PEG -> "its price says another state than the treasury remembers; anyone may do it";
            case UPDATE_LEVEL -> "subjects have another level than the pool counts; anyone may do it";
            case COLLECT_REDEMPTION ->
                amount.map(set -> set + " for whoever asked to leave; anyone may do it")
                        .orElse("");
            case PASS_FORFEITS ->
                amount.map(set -> set + " are the pool's; anyone may do it").orElse("");
            case SETTLE_PREMIUM ->
                amount.map(set -> set + " are used and go to pool and treasury; anyone may do it")
                        .orElse("");
            case LAPSE_COVER ->
                amount.map(set -> set + " are insured and not paid for; anyone may do it")
                        .orElse("");
            case RELEASE_COVER -> "nothing can be claimed on it any more; anyone may do it";
        };
    }

    /// Where the thing itself is shown.
    public static Place place(Due due) {
        var id = due.number();
        return switch (due.task()) {
            case CONFIRM_INCIDENT,
                    LAPSE_INCIDENT,
                    CHALLENGE_INCIDENT,
                    SETTLE_INCIDENT,
                    SUBMIT_CLAIMS,
                    CLOSE_INCIDENT,
                    REVIEW_INCIDENT,
                    REOPEN_INCIDENT,
                    ESCALATE_INCIDENT,
                    SETTLE_COVERS,
                    RELEASE_RESERVE -> new Place.Incident(id.longValueExact());
            case REVIEW_CLAIM, REOPEN_CLAIM, APPEAL_CLAIM, FINALISE_CLAIM, PAY_CLAIM, EXPIRE_CLAIM, RESOLVE_CLAIM ->
                new Place.Claim(id.longValueExact());
            case ADD_EVIDENCE, VOTE_IN_CASE, CLOSE_CASE -> new Place.Claims();
            case EXECUTE_CHANGE -> new Place.ParameterChange(id.longValueExact());
            case VOTE_ON_PROPOSAL, QUEUE_PROPOSAL, EXECUTE_PROPOSAL -> new Place.Proposal(id);
            case EXECUTE_OPERATION -> new Place.Proposals();
            case PAUSE_ENDS -> new Place.Emergency();
            case FILL_REDEMPTIONS -> new Place.Pool(id.longValueExact(), Place.PoolPart.REDEMPTIONS);
            case SETTLE_SERIES, REDEEM_SERIES, CLOSE_SERIES -> new Place.Policies(Place.PolicyList.SERIES);
            case CLOSE_POLICIES -> new Place.Policies(Place.PolicyList.POLICIES);
            case RECALL_FROM_VENUE -> new Place.Treasury();
            case TOP_UP_INTEGRATOR, SETTLE_PREMIUM, LAPSE_COVER, RELEASE_COVER -> new Place.Integrator(address(id));
            case DETECT_INCIDENT, TAKE_SAMPLE, ENFORCE_SUBJECT -> new Place.Subject(id.longValueExact());
            case DECIDE_ASSERTION -> new Place.Claims();
            case UPDATE_PEG -> new Place.Treasury();
            case UPDATE_LEVEL, COLLECT_REDEMPTION, PASS_FORFEITS ->
                new Place.Pool(id.longValueExact(), Place.PoolPart.REDEMPTIONS);
        };
    }

    private static Address address(BigInteger number) {
        return new Address(Word.of(number).slice(12, Word.LENGTH));
    }

    private static String assets(BigInteger units) {
        return Numbers.amountWithUnit(SettlementAsset.amount(units), Rounding.DUE);
    }
}
