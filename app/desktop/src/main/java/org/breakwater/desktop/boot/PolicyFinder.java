package org.breakwater.desktop.boot;

import java.math.BigInteger;
import java.util.List;
import org.breakwater.core.follow.Known;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.place.Surroundings;
import org.breakwater.desktop.shell.Finders.Finder;
import org.breakwater.desktop.shell.Finders.Found;

/// Finds a policy by its number.
record PolicyFinder(Surroundings around) implements Finder {

    private static final int MOST_DIGITS = 12;

    @Override
    public List<Found> find(String query) {
        var digits = query.strip();
        if (!digits.matches("[0-9]{1," + MOST_DIGITS + "}")) {
            return List.of();
        }
        return around.known()
                .getValue()
                .read()
                .map(known -> found(known, new BigInteger(digits)))
                .orElse(List.of());
    }

    private List<Found> found(Known known, BigInteger id) {
        return known.view().policy(id).stream()
                .map(view -> Found.place(
                        Icon.FILE_TEXT,
                        "Policy " + id,
                        Numbers.amountWithUnit(
                                        SettlementAsset.amount(view.policy().amount()), Rounding.DUE) + ", "
                                + around.name(view.holder()),
                        () -> around.router().go(new Place.Policy(id))))
                .toList();
    }
}
