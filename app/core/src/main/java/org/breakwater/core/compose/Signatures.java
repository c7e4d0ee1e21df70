package org.breakwater.core.compose;

import org.breakwater.core.abi.FunctionSignature;

/// The functions that templates call.
final class Signatures {

    static final FunctionSignature TIGHTEN_NOW =
            FunctionSignature.parse("tightenNow(bytes32 key,bytes32 scope,uint128 newValue,bytes32 rationaleHash)");
    static final FunctionSignature PROPOSE_CHANGE =
            FunctionSignature.parse("proposeChange(bytes32 key,bytes32 scope,uint128 newValue,bytes32 rationaleHash)");
    static final FunctionSignature PROPOSE_CHANGE_AS_DAO = FunctionSignature.parse(
            "proposeChangeAsDao(bytes32 key,bytes32 scope,uint128 newValue,bytes32 rationaleHash)");
    static final FunctionSignature EXECUTE_CHANGE = FunctionSignature.parse("execute(uint64 changeId)");
    static final FunctionSignature CANCEL_CHANGE =
            FunctionSignature.parse("cancelAsCouncil(uint64 changeId,bytes32 reasonHash)");
    static final FunctionSignature CANCEL_CHANGE_AS_DAO =
            FunctionSignature.parse("cancelAsDao(uint64 changeId,bytes32 reasonHash)");
    static final FunctionSignature DECIDE_INCIDENT = FunctionSignature.parse(
            "councilDecide(uint64 incidentId,bool accepted,uint48 occurredAt,uint16 severityBps,bytes32 reasonHash)");
    static final FunctionSignature DECIDE_CLAIM =
            FunctionSignature.parse("councilDecide(uint64 claimId,bool accepted,uint256 approved,bytes32 reasonHash)");
    static final FunctionSignature FLAG_FRAUD = FunctionSignature.parse("flagFraud(uint64 claimId,bytes32 reasonHash)");
    static final FunctionSignature RESOLVE_DISPUTE =
            FunctionSignature.parse("resolveDispute(uint64 assertionId,bool truthful,bytes32 reasonHash)");
    static final FunctionSignature SPEND =
            FunctionSignature.parse("spendAsCouncil(address token,address to,uint256 amount,bytes32 memoHash)");
    static final FunctionSignature SPEND_AS_DAO =
            FunctionSignature.parse("spend(address token,address to,uint256 amount,bytes32 memoHash)");
    static final FunctionSignature BACKSTOP_AS_DAO =
            FunctionSignature.parse("backstop(uint32 poolId,uint64 incidentId,uint256 amount)");
    static final FunctionSignature BACKSTOP =
            FunctionSignature.parse("backstopAsCouncil(uint32 poolId,uint64 incidentId,uint256 amount)");
    static final FunctionSignature ALLOCATE = FunctionSignature.parse("allocate(address venue_,uint256 amount)");
    static final FunctionSignature REQUEST_EXIT = FunctionSignature.parse("requestExit(address venue_,uint256 amount)");
    static final FunctionSignature RECALL = FunctionSignature.parse("recall(address venue_,uint256 amount)");
    static final FunctionSignature CLOSE_VENUE = FunctionSignature.parse("closeVenue(address venue_)");
    static final FunctionSignature REALISE_LOSS = FunctionSignature.parse("realiseLoss(address venue_)");
    static final FunctionSignature LIST_SUBJECT = FunctionSignature.parse("list(uint32 subjectId)");
    static final FunctionSignature SUSPEND_SUBJECT =
            FunctionSignature.parse("suspend(uint32 subjectId,bytes32 reasonHash)");
    static final FunctionSignature QUARANTINE =
            FunctionSignature.parse("quarantineAdapter(address adapter,bytes32 reasonHash)");
    static final FunctionSignature LIFT_PAUSE = FunctionSignature.parse("liftAsCouncil(uint64 pauseId)");
    static final FunctionSignature LIFT_PAUSE_AS_DAO = FunctionSignature.parse("liftAsDao(uint64 pauseId)");
    static final FunctionSignature EXTEND_PAUSE = FunctionSignature.parse("extend(uint64 pauseId,uint32 by)");
    static final FunctionSignature RESTORE_ADAPTER = FunctionSignature.parse("restoreAdapter(address adapter)");
    static final FunctionSignature SCHEDULE =
            FunctionSignature.parse("schedule(address target,bytes data,uint48 when)");
    static final FunctionSignature EXECUTE_SCHEDULED = FunctionSignature.parse("execute(address target,bytes data)");
    static final FunctionSignature CANCEL_SCHEDULED =
            FunctionSignature.parse("cancel(address caller,address target,bytes data)");
    static final FunctionSignature TRANSFER = FunctionSignature.parse("transfer(address to,uint256 value)");

    private Signatures() {}
}
