package org.breakwater.adapters.localnet.world;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.breakwater.core.problem.ProblemException;

/// Cover that comes with an account: a vault that insures everyone who deposits, and wallets whose owners switch it on.
final class Integrators implements Strand {

    private static final int POOL = 1;
    private static final int INTEGRATOR_ROLE = 70;

    /// `IAccountCover.Enrolment`
    private static final int OPT_IN = 0;

    private static final int DEFAULT_IN = 1;
    private static final int WALLETS = 14;
    private static final int DEPOSITORS = 26;
    private static final long PREPAID = 12_000;

    private final Setting setting;
    private final Subjects subjects;
    private final Purse purse;
    private final Draw draw;
    private final Contract cover;
    private final List<Contract> registered = new ArrayList<>();

    Integrators(Setting setting, Subjects subjects) {
        this.setting = setting;
        this.subjects = subjects;
        this.purse = new Purse(setting);
        this.draw = setting.draw("integrators");
        this.cover = setting.protocol().contract("AccountCover");
    }

    @Override
    public void begin() {
        var agenda = setting.agenda();
        agenda.at(agenda.day(96, 10), "Building the insured vault", this::buildVault);
        agenda.at(agenda.day(188, 15), "Building the insured wallets", this::buildWallets);
        agenda.every(agenda.day(125, 8), Duration.ofDays(14), () -> true, "Keeping account cover paid", this::keepPaid);
    }

    private void buildVault() throws ProblemException {
        var vault = setting.stage()
                .create(
                        integrator(),
                        "InsuredVault",
                        protocol("Harbor Lend USDC", "hlUSDC"),
                        cover,
                        "Insured Harbor Lend USDC",
                        "ihlUSDC");
        register(vault, "Harbor Lend", DEFAULT_IN, () -> {
            for (int i = 0; i < DEPOSITORS; i++) {
                var depositor = draw.pick(setting.cast().of(Part.HOLDER));
                setting.agenda()
                        .after(
                                draw.time(Duration.ofHours(3), Duration.ofDays(600)),
                                "Depositing in the insured vault",
                                () -> deposit(vault, depositor, draw.between(15L, 110L) * 1_000));
            }
        });
    }

    private void buildWallets() throws ProblemException {
        var protocol = protocol("Foxglove Staking USDC", "fxUSDC");
        var provider = setting.stage().create(integrator(), "InsuredWalletProvider", protocol, cover);
        register(provider, "Foxglove Staking", OPT_IN, () -> {
            for (int i = 0; i < WALLETS; i++) {
                var owner = draw.pick(setting.cast().of(Part.HOLDER));
                setting.agenda()
                        .after(
                                draw.time(Duration.ofHours(3), Duration.ofDays(480)),
                                "Making an insured wallet",
                                () -> openWallet(provider, owner, draw.between(8L, 70L) * 1_000));
            }
        });
    }

    private Person integrator() {
        return setting.one(Part.INTEGRATOR);
    }

    private Contract protocol(String name, String symbol) throws ProblemException {
        return setting.stage()
                .create(
                        setting.one(Part.PRICE_REPORTER),
                        "YieldVault",
                        setting.protocol().usdc(),
                        name,
                        symbol,
                        setting.one(Part.PRICE_REPORTER));
    }

    private void register(Contract integrator, String subject, int enrolment, Act then) throws ProblemException {
        var manager = setting.protocol().contract("AccessManager");
        var metadata = setting.texts().add("Integrator for " + subject, "What it insures, for whom, and who runs it.");
        setting.dao()
                .carry(
                        "Admit an integrator for " + subject,
                        "Its accounts are covered against losses of " + subject + " while its prepaid premium lasts.",
                        List.of(
                                manager.call("grantRole", INTEGRATOR_ROLE, integrator, 0),
                                cover.call(
                                        "register",
                                        integrator,
                                        POOL,
                                        subjects.named(subject).id(),
                                        enrolment,
                                        metadata.hash())),
                        () -> {
                            registered.add(integrator);
                            topUp(integrator, Setting.usdc(PREPAID));
                            then.play();
                        });
    }

    private void topUp(Contract integrator, BigInteger amount) throws ProblemException {
        purse.spend(integrator(), cover, amount, cover.call("topUp", integrator, amount));
    }

    private void deposit(Contract vault, Person depositor, long dollars) throws ProblemException {
        var amount = Setting.usdc(dollars);
        purse.spend(depositor, vault, amount, vault.call("deposit", amount, depositor));
        if (draw.chance(0.3)) {
            setting.agenda()
                    .after(draw.time(Duration.ofDays(20), Duration.ofDays(200)), "Leaving the insured vault", () -> {
                        var most = setting.stage().number(vault.call("maxWithdraw", depositor));
                        var part = most.multiply(BigInteger.valueOf(draw.between(30, 90)))
                                .divide(BigInteger.valueOf(100));
                        if (part.signum() > 0) {
                            setting.stage().send(depositor, vault.call("withdraw", part, depositor, depositor));
                        }
                    });
        }
    }

    private void openWallet(Contract provider, Person owner, long dollars) throws ProblemException {
        var receipt = setting.stage().send(owner, provider.call("createWallet", owner));
        var wallet = Contract.of(
                "InsuredWallet", receipt.event(provider, "WalletCreated").address("wallet"));
        var amount = Setting.usdc(dollars);
        purse.spend(owner, wallet, amount, setting.protocol().usdc().call("transfer", wallet, amount));
        setting.stage().send(owner, List.of(wallet.call("deposit", amount), wallet.call("setCovered", true)));
        if (draw.chance(0.2)) {
            setting.agenda()
                    .after(
                            draw.time(Duration.ofDays(30), Duration.ofDays(200)),
                            "Switching cover off",
                            () -> setting.stage().send(owner, wallet.call("setCovered", false)));
        }
    }

    /// What is due goes to pool and treasury; whoever runs short is topped up.
    private void keepPaid() throws ProblemException {
        for (var integrator : registered) {
            setting.stage().send(setting.one(Part.KEEPER), cover.call("settlePremium", integrator));
            var terms =
                    setting.stage().view(cover.call("integrator", integrator)).struct();
            var monthly = terms.number("ratePerSecond")
                    .multiply(BigInteger.valueOf(Duration.ofDays(30).toSeconds()))
                    .divide(BigInteger.TEN.pow(18));
            if (terms.number("prepaid").compareTo(monthly) < 0) {
                pay(integrator, monthly.max(Setting.usdc(500)));
            }
        }
    }

    /// A vault pays for itself where it can.
    private void pay(Contract integrator, BigInteger amount) throws ProblemException {
        if (integrator.abi().has("payCover")) {
            var call = integrator.call("payCover");
            if (setting.stage().refusal(integrator().address(), call).isEmpty()) {
                setting.stage().send(integrator(), call);
                return;
            }
        }
        topUp(integrator, amount);
    }
}
