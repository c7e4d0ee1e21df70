package org.breakwater.desktop.feature.claims;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.breakwater.core.claims.ClaimCalculation;
import org.breakwater.core.claims.PaymentEffect;
import org.breakwater.core.projection.view.ClaimView;
import org.breakwater.core.protocol.ClaimState;
import org.breakwater.core.protocol.Route;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.rule.Unsigned;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.desktop.kit.AmountLabel;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.FactGrid;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Redrawn;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.place.Surroundings;

/// What a claim comes to: the amount by the arithmetic, what paying it does to the pool, the vote, and the deadlines.
final class DossierDecision {

    private final Surroundings around;
    private final DossierViewModel model;
    private final ObservableValue<Dossier> dossier;

    DossierDecision(Surroundings around, DossierViewModel model, ObservableValue<Dossier> dossier) {
        this.around = around;
        this.model = model;
        this.dossier = dossier;
    }

    Node root() {
        return new VBox(
                new Redrawn<>(dossier.map(Amount::of), this::amount),
                new Redrawn<>(dossier.map(Effect::of), DossierDecision::effect),
                new Redrawn<>(dossier.map(OtherClaims::of), DossierDecision::others),
                new DossierTurnout(model, dossier).root(),
                new Redrawn<>(dossier.map(Deadlines::of), this::deadlines));
    }

    record Amount(ClaimView view, Optional<ClaimCalculation> calculation) {
        static Amount of(Dossier dossier) {
            return new Amount(dossier.view(), dossier.calculation());
        }
    }

    private Node amount(Amount amount) {
        var claim = amount.view().claim();
        var grid = FactGrid.ofAmounts();
        grid.add("Requested", Parts.amount("claim-requested", claim.requested(), Rounding.HELD));
        amount.calculation().ifPresent(sum -> {
            grid.add("Insured when it happened", Parts.amount("claim-insured", sum.insured(), Rounding.HELD));
            grid.add(
                    "Loss, " + Parts.percent(sum.severityBps()) + " of it",
                    Parts.amount("claim-loss", sum.amount().loss(), Rounding.HELD));
            grid.add(
                    "Deductible, " + Parts.percent(sum.deductibleBps()),
                    AmountLabel.less(SettlementAsset.amount(sum.amount().deductible()), Rounding.DUE));
            grid.add(
                    "Most by the arithmetic",
                    Parts.amount("claim-most", sum.amount().most(), Rounding.HELD));
        });
        if (claim.decidedAt() != 0) {
            var route = Words.body(ClaimWords.of(claim.route()));
            route.setId("claim-route");
            grid.add("Decided by", route);
        }
        if (claim.approved().signum() > 0) {
            grid.add("Granted", Parts.amount("claim-approved", claim.approved(), Rounding.HELD));
        }
        amount.calculation().filter(_ -> !Stage.of(claim.state()).isOver()).ifPresent(sum -> {
            grid.add(
                    "Pro rata",
                    Words.body(Numbers.percent(BasisPoints.of(sum.part().bps()))));
            grid.addLine();
            grid.addTotal(
                    sum.decided() ? "Payable" : "If paid in full",
                    Parts.amount("claim-payable", sum.payable(), Rounding.HELD));
        });
        if (claim.paid().signum() > 0) {
            grid.addLine();
            grid.addTotal("Paid", Parts.amount("claim-paid", claim.paid(), Rounding.HELD));
        }
        var checked = comparison(amount);
        return Parts.section(
                Parts.heading("Amount", Words.caption("computed here")),
                checked.map(words -> new Node[] {grid, words}).orElseGet(() -> new Node[] {grid}));
    }

    /// Our figure beside the contract's, where it has one.
    private static Optional<Node> comparison(Amount amount) {
        var claim = amount.view().claim();
        return amount.calculation().flatMap(sum -> {
            if (claim.state() == ClaimState.PAYABLE) {
                return Optional.of(
                        agreement(sum.payable().equals(amount.view().dueNow()), "what the contract would pay"));
            }
            if (claim.approved().signum() > 0 && claim.route() == Route.AUTOMATIC) {
                var ours = sum.amount().most().min(claim.requested());
                return Optional.of(agreement(ours.equals(claim.approved()), "what the contract granted"));
            }
            return Optional.empty();
        });
    }

    private static Node agreement(boolean agrees, String what) {
        var label = Words.wrapped(Words.secondary(
                agrees ? "The same as " + what + "." : "Not " + what + ". Do not rely on either figure."));
        var tone = agrees ? Tone.SUCCESS : Tone.HOLD;
        label.setGraphic((agrees ? Icon.CHECK : Icon.LOCK).at(Icon.Size.TAG, tone));
        return label;
    }

    record Effect(String pool, Optional<PaymentEffect> effect) {
        static Effect of(Dossier dossier) {
            return new Effect(dossier.poolName(), dossier.effect());
        }
    }

    private static Node effect(Effect shown) {
        return shown.effect()
                .<Node>map(effect -> Parts.section(
                        Parts.heading("Effect on the " + shown.pool().toLowerCase(Locale.ROOT) + " pool"),
                        FactGrid.ofAmounts()
                                .add("Holds", Parts.amount("claim-pool-gross", effect.grossNow(), Rounding.HELD))
                                .add(
                                        "Holds, if paid",
                                        Parts.amount("claim-pool-gross-paid", effect.grossPaid(), Rounding.HELD))
                                .addLine()
                                .add("Solvency now", solvency("claim-solvency", effect.solvencyNow()))
                                .add("Solvency, if paid", solvency("claim-solvency-paid", effect.solvencyPaid()))
                                .add(
                                        "Solvency, if released",
                                        solvency("claim-solvency-released", effect.solvencyReleased())),
                        Words.wrapped(
                                Words.secondary("Reserved since detection: a payment does not lower the share price."
                                        + " What is not paid counts again when the incident closes."))))
                .orElseGet(Region::new);
    }

    /// What is left for the other claims of the incident.
    ///
    /// @param open how many of them are not over
    /// @param undecided the most that they can still be granted
    /// @param left of what is set aside, if this one is paid
    private record OtherClaims(long open, BigInteger setAside, BigInteger undecided, BigInteger left) {

        static OtherClaims of(Dossier dossier) {
            var reserve = dossier.incident().reserve();
            var totals = dossier.incident().totals();
            var claim = dossier.view().claim();
            var over = Stage.of(claim.state()).isOver();
            var undecided = claim.approved().signum() == 0 && !over ? claim.requested() : BigInteger.ZERO;
            var payable = over
                    ? BigInteger.ZERO
                    : dossier.calculation().map(ClaimCalculation::payable).orElse(BigInteger.ZERO);
            return new OtherClaims(
                    totals.open() - (over ? 0 : 1),
                    reserve.funds(),
                    Unsigned.saturatingSub(totals.undecided(), undecided),
                    Unsigned.saturatingSub(reserve.funds(), reserve.paid().add(payable)));
        }
    }

    private static Node others(OtherClaims others) {
        if (others.setAside().signum() == 0) {
            return new Region();
        }
        var words = Words.wrapped(Words.secondary(
                others.open() <= 0
                        ? "No other claim of the incident is open."
                        : Numbers.count(others.open())
                                + (others.open() == 1 ? " other claim is" : " other claims are") + " open. "
                                + (others.left().compareTo(others.undecided()) >= 0
                                        ? "What is left pays all that they can still be granted."
                                        : "What is left does not pay all that they can still be granted: all are cut"
                                                + " by the same part.")));
        words.setId("claim-others");
        return Parts.section(
                Parts.heading("Other claims of the incident"),
                FactGrid.ofAmounts()
                        .add("Set aside", Parts.amount("claim-set-aside", others.setAside(), Rounding.HELD))
                        .add("Left, if paid", Parts.amount("claim-left", others.left(), Rounding.HELD))
                        .add("They can be granted", Parts.amount("claim-undecided", others.undecided(), Rounding.HELD)),
                words);
    }

    private static Node solvency(String id, long bps) {
        var label = Words.body(Parts.solvency(bps));
        label.setId(id);
        if (bps < 10_000) {
            Tone.WARNING.on(label).setGraphic(Icon.ALERT.at(Icon.Size.TAG, Tone.WARNING));
        }
        return label;
    }

    record Deadlines(List<Lifecycle.Date> dates) {
        static Deadlines of(Dossier dossier) {
            return new Deadlines(Lifecycle.dates(dossier));
        }
    }

    private Node deadlines(Deadlines deadlines) {
        var grid = FactGrid.ofAmounts();
        deadlines
                .dates()
                .forEach(date -> grid.add(
                        date.name(),
                        Boxes.row(
                                8, Words.secondary(Times.dateAndTime(date.at())), Parts.deadline(around, date.at()))));
        return Parts.section(Parts.heading("Deadlines"), grid);
    }
}
