package org.breakwater.adapters.localnet.world;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;

/// The treasury: its endowment, three venues, one of which wants notice of ten days, what they earn and lose, and what
/// the council
/// and the holders spend.
final class TreasuryBusiness implements Strand {

    private static final long ENDOWMENT = 2_400_000;
    private static final int FULL_CAP = 2_000;
    private static final int LOW_CAP = 1_500;
    private static final Duration NOTICE = Duration.ofDays(10);
    private static final int QUARTERS = 7;

    private final Props props;
    private final Contract treasury;
    private final List<Contract> venues = new ArrayList<>();

    TreasuryBusiness(Props props) {
        this.props = props;
        this.treasury = props.setting().protocol().contract("Treasury");
    }

    @Override
    public void begin() {
        at(2, "Endowing the treasury", this::endow);
        at(4, "Opening venues", this::openVenues);
        at(20, "Allocating", () -> allocate(0, 410_000));
        at(24, "Allocating", () -> allocate(1, 280_000));
        at(33, "Allocating", () -> allocate(2, 430_000));
        for (int quarter = 1; quarter <= QUARTERS; quarter++) {
            at(30 + 91 * quarter, "Yield", this::payYields);
        }
        at(222, "Recalling", () -> council(treasury.call("recall", venues.get(0), Setting.usdc(120_000))));
        at(415, "A loan of a venue is written off", this::loseInVenue);
        at(600, "Allocating", () -> allocate(0, 90_000));
        spending();
        atHead();
    }

    private void endow() throws ProblemException {
        var usdc = props.setting().protocol().usdc();
        var foundation = props.setting().one(Part.FOUNDATION);
        var amount = Setting.usdc(ENDOWMENT);
        props.stage()
                .mine(List.of(
                        Stage.Deed.of(props.setting().one(Part.DEPLOYER), usdc.call("mint", foundation, amount)),
                        Stage.Deed.of(foundation, usdc.call("transfer", treasury, amount))));
    }

    private void openVenues() throws ProblemException {
        var stage = props.stage();
        var usdc = props.setting().protocol().usdc();
        var owner = owner();
        venues.add(stage.create(owner, "YieldVault", usdc, "Harbour Lending", "hlUSDC", owner));
        venues.add(stage.create(owner, "YieldVault", usdc, "Meridian Money Market", "mmUSDC", owner));
        venues.add(stage.create(owner, "NoticeVault", usdc, "Northstar Term Deposit", "ntUSDC", NOTICE, owner));
        props.setting()
                .dao()
                .carry(
                        "Admit three venues to the treasury",
                        "Harbour Lending to a fifth of the treasury, Meridian, whose value is its own word, to fifteen"
                                + " hundredths, and Northstar, which wants ten days' notice, to a fifth.",
                        List.of(
                                treasury.call("addVenue", venues.get(0), FULL_CAP, false),
                                treasury.call("addVenue", venues.get(1), LOW_CAP, true),
                                treasury.call("addVenue", venues.get(2), FULL_CAP, false)),
                        () -> {});
    }

    private void allocate(int venue, long dollars) throws ProblemException {
        props.setting()
                .council()
                .schedule("Allocating", treasury.call("allocate", venues.get(venue), Setting.usdc(dollars)));
    }

    private void payYields() throws ProblemException {
        for (var venue : venues) {
            var assets = props.stage().number(venue.call("totalAssets"));
            var earned = assets.multiply(BigInteger.valueOf(11)).divide(BigInteger.valueOf(1_000));
            props.docket().purse().spend(owner(), venue, earned, venue.call("payYield", earned));
        }
    }

    private void loseInVenue() throws ProblemException {
        var venue = venues.get(1);
        var assets = props.stage().number(venue.call("totalAssets"));
        props.stage().send(owner(), venue.call("writeOff", assets.divide(BigInteger.valueOf(9))));
        props.agenda()
                .after(Duration.ofHours(19), "Realising a loss", () -> council(treasury.call("realiseLoss", venue)));
    }

    private void spending() {
        at(
                118,
                "Paying the auditor",
                () -> props.setting().council().schedule("Paying the auditor", spend("Auditor", 18_000, "memo.audit")));
        at(
                300,
                "Paying the signers",
                () -> props.setting()
                        .council()
                        .schedule("Paying the signers", spend("Signers", 6_000, "memo.signers")));
        at(
                333,
                "Proposing a grant",
                () -> props.setting()
                        .dao()
                        .carry(
                                "A grant for the stress engine",
                                "80,000 USD, the first half, to those who build the stress engine.",
                                List.of(treasury.call(
                                        "spend",
                                        props.setting().protocol().usdc(),
                                        payee("Stress engine"),
                                        Setting.usdc(80_000),
                                        props.library().write("memo.grant").hash())),
                                () -> {}));
        at(512, "An advance that the guardians stop", this::stopped);
        at(
                660,
                "Paying counsel",
                () -> props.setting().council().schedule("Paying counsel", spend("Counsel", 9_500, "memo.legal")));
        at(
                716,
                "Paying the auditor again",
                () -> props.setting()
                        .council()
                        .schedule("Paying the auditor again", spend("Auditor", 22_000, "memo.audit")));
    }

    /// Announced by the council, cancelled by the guardians within the day.
    private void stopped() throws ProblemException {
        var call = spend("Market maker", 45_000, "memo.cancelled");
        props.setting().council().announce(call);
        var manager = props.setting().protocol().contract("AccessManager");
        var council = props.setting().protocol().account("council");
        props.agenda()
                .after(
                        Duration.ofHours(7),
                        "The guardians cancel a spending",
                        () -> props.setting()
                                .guardians()
                                .execute(manager.call("cancel", council, call.to(), call.data())));
    }

    /// Ten days' notice given four days ago, and an allocation that was announced a day ago and waits for its
    /// signatures.
    private void atHead() {
        props.agenda()
                .at(
                        props.head().minus(Duration.ofHours(97)),
                        "Giving notice",
                        () -> council(treasury.call("requestExit", venues.get(2), Setting.usdc(160_000))));
        props.agenda()
                .at(
                        props.head().minus(Duration.ofHours(26)),
                        "Announcing an allocation",
                        () -> props.setting().council().announce(waiting()));
    }

    /// What the council has announced and not done at the head.
    Call waiting() {
        return treasury.call("allocate", venues.get(0), Setting.usdc(65_000));
    }

    /// What the council may announce next.
    Call allowance() {
        return spend("Signers", 6_000, "memo.signers");
    }

    private Call spend(String payee, long dollars, String memo) {
        return treasury.call(
                "spendAsCouncil",
                props.setting().protocol().usdc(),
                payee(payee),
                Setting.usdc(dollars),
                props.library().write(memo).hash());
    }

    private static Address payee(String name) {
        return Outsiders.addressOf(name);
    }

    private void council(Call call) throws ProblemException {
        props.setting().council().execute(call);
    }

    private Person owner() {
        return props.setting().one(Part.PRICE_REPORTER);
    }

    private void at(int day, String name, Act act) {
        props.agenda().at(props.agenda().day(day, 9.7), name, act);
    }
}
