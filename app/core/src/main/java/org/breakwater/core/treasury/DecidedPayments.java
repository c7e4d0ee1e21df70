package org.breakwater.core.treasury;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.breakwater.core.abi.AbiDecoder;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.projection.view.Proposal;
import org.breakwater.core.projection.view.ProposalState;
import org.breakwater.core.projection.view.ProposalView;
import org.breakwater.core.projection.view.TimelockOperation;
import org.breakwater.core.protocol.ModuleName;
import org.breakwater.core.treasury.Outflow.Reason;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

/// Payments of the treasury that were decided and wait for their time: announced by the council in the AccessManager,
/// or
/// passed by the DAO. They are read from their bytes.
record DecidedPayments(ProtocolView view, long now) {

    private enum Kind {
        SPENDING,
        BACKSTOP
    }

    private static final Map<FunctionSignature, Kind> BY_COUNCIL = Map.of(
            FunctionSignature.parse("spendAsCouncil(address,address,uint256,bytes32)"), Kind.SPENDING,
            FunctionSignature.parse("backstopAsCouncil(uint32,uint64,uint256)"), Kind.BACKSTOP);
    private static final Map<FunctionSignature, Kind> BY_DAO = Map.of(
            FunctionSignature.parse("spend(address,address,uint256,bytes32)"), Kind.SPENDING,
            FunctionSignature.parse("backstop(uint32,uint64,uint256)"), Kind.BACKSTOP);

    List<Outflow> all() {
        var outflows = new ArrayList<Outflow>();
        var treasury = view.module(ModuleName.TREASURY);
        treasury.flatMap(_ -> view.authorityOf(ModuleName.TREASURY))
                .map(view::authority)
                .ifPresent(authority -> authority.waiting().stream()
                        .filter(waiting -> treasury.filter(waiting.scheduled().target()::equals)
                                .isPresent())
                        .forEach(waiting -> decode(
                                BY_COUNCIL,
                                waiting.scheduled().data(),
                                waiting.scheduled().schedule(),
                                outflows::add)));
        treasury.ifPresent(target -> view.governance().proposals().stream()
                .filter(DecidedPayments::hasPassed)
                .forEach(proposal -> calls(proposal, target, outflows::add)));
        return outflows;
    }

    private static boolean hasPassed(ProposalView proposal) {
        return proposal.state() == ProposalState.SUCCEEDED || proposal.state() == ProposalState.QUEUED;
    }

    private void calls(ProposalView view, Address treasury, Consumer<Outflow> found) {
        Proposal proposal = view.proposal();
        var at = view.operation().map(TimelockOperation::readyAt).orElse(now);
        for (int i = 0; i < proposal.created().targets().size(); i++) {
            if (proposal.created().targets().get(i).equals(treasury)) {
                decode(BY_DAO, proposal.created().calldatas().get(i), at, found);
            }
        }
    }

    private void decode(Map<FunctionSignature, Kind> functions, Bytes data, long at, Consumer<Outflow> found) {
        functions.forEach((function, kind) -> {
            if (function.isCalledBy(data)
                    && AbiDecoder.call(function, data) instanceof Decoding.Decoded<?>(var decoded)
                    && decoded instanceof org.breakwater.core.abi.DecodedCall call) {
                var byCouncil = functions.equals(BY_COUNCIL);
                switch (kind) {
                    case SPENDING -> spending(call.values(), at, byCouncil, found);
                    case BACKSTOP -> backstop(call.values(), at, byCouncil, found);
                }
            }
        });
    }

    /// Other tokens than settlement assets are no part of what is counted.
    private void spending(List<AbiValue> values, long at, boolean byCouncil, Consumer<Outflow> found) {
        var token = account(values.get(0));
        if (view.treasury().assets().stream().anyMatch(asset -> asset.asset().equals(token))) {
            found.accept(outflow(at, values.get(2), new Reason.Spending(account(values.get(1)), byCouncil)));
        }
    }

    private void backstop(List<AbiValue> values, long at, boolean byCouncil, Consumer<Outflow> found) {
        var reason = new Reason.Backstop(
                number(values.get(0)).longValueExact(), number(values.get(1)).longValueExact(), byCouncil);
        found.accept(outflow(at, values.get(2), reason));
    }

    private Outflow outflow(long at, AbiValue amount, Reason reason) {
        return new Outflow(Math.max(now, at), number(amount), reason);
    }

    private static Address account(AbiValue value) {
        return ((AbiValue.Account) value).address();
    }

    private static BigInteger number(AbiValue value) {
        return ((AbiValue.Whole) value).number();
    }
}
