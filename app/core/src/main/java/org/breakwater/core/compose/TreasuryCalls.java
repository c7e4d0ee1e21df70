package org.breakwater.core.compose;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.projection.view.TreasuryView.VenueView;
import org.breakwater.core.protocol.ModuleName;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.protocol.ParameterUnit;
import org.breakwater.core.protocol.PauseScope;
import org.breakwater.core.protocol.PegState;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.value.Address;

/// Reads calls of the treasury.
record TreasuryCalls(InputReader inputs, ComposeContext context) {

    private static final String ALL = "all";

    Optional<ComposedCall> read() {
        var treasury = context.module(ModuleName.TREASURY);
        if (treasury.isEmpty()) {
            inputs.refuse(inputs.template().inputs().getFirst(), "The protocol has no treasury yet.");
            return Optional.empty();
        }
        return read(treasury.get());
    }

    private Optional<ComposedCall> read(Address treasury) {
        return switch (inputs.template()) {
            case SPEND -> spend(treasury);
            case BACKSTOP -> backstop(treasury);
            case ALLOCATE ->
                venue(true)
                        .flatMap(venue -> amount(
                                        standing().mostToAllocate(venue), "The venue's cap and the liquid floor")
                                .map(amount -> {
                                    requireAllocation(venue);
                                    return new ComposedCall.Allocate(treasury, venue.venue(), amount);
                                }));
            case REQUEST_EXIT ->
                venue(false)
                        .flatMap(venue -> amount(venue.value(), "What the treasury has there")
                                .map(amount -> {
                                    if (venue.state().exitDelay() == 0) {
                                        inputs.refuse(
                                                Input.VENUE, "It pays at once and takes no notice. Recall from it.");
                                    }
                                    return new ComposedCall.RequestExit(treasury, venue.venue(), amount);
                                }));
            case RECALL -> venue(false).flatMap(venue -> recall(treasury, venue));
            case CLOSE_VENUE -> venue(true).map(venue -> new ComposedCall.CloseVenue(treasury, venue.venue()));
            case REALISE_LOSS ->
                venue(false).map(venue -> {
                    if (venue.value().compareTo(venue.state().principal()) >= 0) {
                        inputs.refuse(Input.VENUE, "It says it is worth what was put in; there is no loss.");
                    }
                    return new ComposedCall.RealiseLoss(treasury, venue.venue());
                });
            default -> throw new IllegalArgumentException("no call of the treasury: " + inputs.template());
        };
    }

    private TreasuryStanding standing() {
        return TreasuryStanding.of(context.known().view(), context.book());
    }

    private Optional<ComposedCall> spend(Address treasury) {
        var token = inputs.address(Input.TOKEN, "Choose what is paid in.");
        if (token.isPresent() && standing().asset(token.get()).isEmpty()) {
            inputs.refuse(Input.TOKEN, "The treasury pays in the protocol's own assets alone.");
        }
        var allowance = standing().allowance(context.spent());
        var floor = token.map(standing()::mostToSpend).orElse(allowance);
        var amount = !context.isDao() && allowance.compareTo(floor) <= 0
                ? amount(allowance, "The council's allowance for 30 days")
                : amount(floor, "The liquid floor");
        var to = inputs.address(Input.RECIPIENT, "Say who is paid.");
        var memo = inputs.reason();
        to.filter(this::isForbidden)
                .ifPresent(_ -> inputs.refuse(Input.RECIPIENT, "What is sent there would never leave again."));
        requireOutflows(0);
        return token.flatMap(paid -> amount.flatMap(sum -> to.flatMap(
                payee -> memo.map(hash -> new ComposedCall.Spend(treasury, paid, payee, sum, hash, context.isDao())))));
    }

    /// The zero address, the treasury, the AccessManager, and what holds tokens of its own (`Treasury._isForbidden`).
    private boolean isForbidden(Address to) {
        var view = context.known().view();
        return to.isZero()
                || Power.manager(context.deployment()).filter(to::equals).isPresent()
                || Arrays.stream(ModuleName.values())
                        .anyMatch(name -> view.module(name).filter(to::equals).isPresent())
                || view.pools().stream()
                        .anyMatch(pool -> pool.pool().equals(to) || pool.asset().equals(to))
                || standing().venue(to).isPresent();
    }

    private void requireOutflows(long poolId) {
        var view = context.known().view();
        var until = Math.max(
                view.pausedUntil(PauseScope.TREASURY_OUT, 0),
                poolId == 0 ? 0 : view.pausedUntil(PauseScope.TREASURY_OUT, poolId));
        if (until > context.time()) {
            inputs.refuse(Input.AMOUNT, "Outflows of the treasury are paused.");
        }
    }

    private Optional<ComposedCall> backstop(Address treasury) {
        var pool = inputs.small(Input.POOL, "Choose a pool.");
        var incident = inputs.small(Input.INCIDENT, "Choose an incident.");
        var found = incident.flatMap(id -> context.known().view().incidents().stream()
                .filter(view -> view.incidentId() == id)
                .findFirst());
        if (incident.isPresent()
                && found.filter(view -> pool.filter(id -> id == view.incident().poolId())
                                .isPresent())
                        .isEmpty()) {
            inputs.refuse(Input.INCIDENT, "That pool has no such incident.");
        }
        var amount = context.isDao()
                ? amount(BigInteger.TWO.pow(128), "Any amount")
                : amount(
                        context.book().get(ParameterKey.COUNCIL_BACKSTOP, ParameterScope.GLOBAL),
                        "The council's backstop for one incident");
        pool.ifPresent(this::requireOutflows);
        return pool.flatMap(id -> incident.flatMap(
                number -> amount.map(sum -> new ComposedCall.Backstop(treasury, id, number, sum, context.isDao()))));
    }

    private Optional<VenueView> venue(boolean open) {
        var address = inputs.address(Input.VENUE, "Choose a venue.");
        var venue = address.flatMap(standing()::venue);
        if (address.isPresent() && venue.isEmpty()) {
            inputs.refuse(Input.VENUE, "The treasury knows no such venue.");
        }
        if (open && venue.filter(known -> known.state().closed()).isPresent()) {
            inputs.refuse(Input.VENUE, "It is closed.");
        }
        if (venue.isEmpty() && inputs.template().inputs().contains(Input.AMOUNT)) {
            amount(BigInteger.TWO.pow(128), "Any amount");
        }
        return venue;
    }

    private void requireAllocation(VenueView venue) {
        requireOutflows(0);
        if (standing()
                .asset(venue.state().asset())
                .filter(asset -> asset.peg().state() != PegState.NORMAL)
                .isPresent()) {
            inputs.refuse(Input.VENUE, "Its asset is not at its peg.");
        }
    }

    private Optional<ComposedCall> recall(Address treasury, VenueView venue) {
        if (inputs.readIfWritten(Input.AMOUNT, text -> text).filter(ALL::equals).isPresent()) {
            return Optional.of(new ComposedCall.Recall(treasury, venue.venue(), ComposedCall.EVERYTHING));
        }
        return amount(venue.value(), "What the treasury has there")
                .map(amount -> new ComposedCall.Recall(treasury, venue.venue(), amount));
    }

    private Optional<BigInteger> amount(BigInteger most, String limit) {
        return inputs.amount(Input.AMOUNT, "Write the amount.", SettlementAsset.DECIMALS)
                .filter(amount -> {
                    if (amount.compareTo(most) > 0) {
                        inputs.add(InputProblem.refused(
                                Input.AMOUNT,
                                limit + " leaves " + WrittenValue.words(ParameterUnit.ASSET, most) + ".",
                                WrittenValue.write(ParameterUnit.ASSET, most)));
                    }
                    return amount.compareTo(most) <= 0;
                });
    }
}
