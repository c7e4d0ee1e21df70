// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IClaimsLens, IProtocolLens} from "./interfaces/IProtocolLens.sol";
import {IDirectory} from "./interfaces/IDirectory.sol";
import {IIncidents} from "./interfaces/IIncidents.sol";
import {IClaims} from "./interfaces/IClaims.sol";
import {ICoverSource} from "./interfaces/ICoverSource.sol";
import {ICoverSeries} from "./interfaces/ICoverSeries.sol";
import {IAccountCover} from "./interfaces/IAccountCover.sol";
import {ITribunal} from "./interfaces/ITribunal.sol";
import {CaseKind, CaseOutcome, ClaimState, IncidentState} from "./interfaces/Types.sol";
import {Page} from "./libraries/Page.sol";

/// @title ClaimsLens
/// @notice See IClaimsLens.
contract ClaimsLens is IClaimsLens {
    IDirectory public immutable directory;

    constructor(IDirectory directory_) {
        directory = directory_;
    }

    /// @inheritdoc IClaimsLens
    function incidents(uint64 from, uint64 to) external view returns (IProtocolLens.IncidentView[] memory views) {
        IIncidents book = directory.incidents();
        (uint256 first, uint256 size) = Page.cut(from, to, book.incidentCount());
        views = new IProtocolLens.IncidentView[](size);
        for (uint256 i = 0; i < size; ++i) {
            uint64 id = uint64(first + i);
            views[i].incidentId = id;
            views[i].incident = book.incident(id);
            views[i].reserve = directory.pool(views[i].incident.poolId).incidentReserve(id);
            views[i].totals = directory.claims().totals(id);
        }
    }

    /// @inheritdoc IClaimsLens
    function claims(uint64 from, uint64 to) external view returns (IProtocolLens.ClaimView[] memory views) {
        IClaims book = directory.claims();
        (uint256 first, uint256 size) = Page.cut(from, to, book.claimCount());
        views = new IProtocolLens.ClaimView[](size);
        for (uint256 i = 0; i < size; ++i) {
            uint64 id = uint64(first + i);
            views[i].claimId = id;
            views[i].claim = book.claim(id);
            (views[i].dueNow, views[i].proRataBps) = book.due(id);
            views[i].evidenceCount = directory.tribunal().evidenceCount(CaseKind.Claim, id);
            views[i].holder = _holderOf(views[i].claim);
        }
    }

    /// @inheritdoc IClaimsLens
    function cases(uint64 from, uint64 to) external view returns (IProtocolLens.CaseView[] memory views) {
        ITribunal tribunal = directory.tribunal();
        (uint256 first, uint256 size) = Page.cut(from, to, tribunal.caseCount());
        views = new IProtocolLens.CaseView[](size);
        for (uint256 i = 0; i < size; ++i) {
            views[i] = IProtocolLens.CaseView(uint64(first + i), tribunal.case_(uint64(first + i)));
        }
    }

    /// @inheritdoc IClaimsLens
    function series(uint256 from, uint256 to) external view returns (IProtocolLens.SeriesView[] memory views) {
        ICoverSeries book = directory.series();
        (uint256 first, uint256 size) = Page.cut(from, to, book.seriesCount());
        views = new IProtocolLens.SeriesView[](size);
        for (uint256 i = 0; i < size; ++i) {
            views[i] = IProtocolLens.SeriesView(first + i, book.series(first + i));
        }
    }

    /// @inheritdoc IClaimsLens
    function integrators() external view returns (IProtocolLens.IntegratorView[] memory views) {
        IAccountCover book = directory.accountCover();
        views = new IProtocolLens.IntegratorView[](book.integratorCount());
        for (uint256 i = 0; i < views.length; ++i) {
            address integrator = book.integratorAt(i);
            views[i] = IProtocolLens.IntegratorView(
                integrator, book.fundedUntil(integrator), book.accountCount(integrator), book.integrator(integrator)
            );
        }
    }

    /// @inheritdoc IClaimsLens
    function nextDeadlines(uint256 most) external view returns (Deadline[] memory earliest) {
        Deadline[] memory sorted = new Deadline[](most);
        uint256 found = _incidentDeadlines(sorted, 0);
        found = _claimDeadlines(sorted, found);
        found = _caseDeadlines(sorted, found);
        earliest = new Deadline[](found);
        for (uint256 i = 0; i < found; ++i) {
            earliest[i] = sorted[i];
        }
    }

    function _incidentDeadlines(Deadline[] memory sorted, uint256 found) private view returns (uint256) {
        IIncidents book = directory.incidents();
        uint64 count = book.incidentCount();
        for (uint64 id = 1; id <= count; ++id) {
            IIncidents.Incident memory incident = book.incident(id);
            if (incident.state == IncidentState.Detected) {
                found = _insert(sorted, found, Deadline(incident.lapsesAt, DeadlineKind.IncidentLapses, id));
            } else if (incident.state == IncidentState.Confirmed) {
                found = _insert(sorted, found, Deadline(incident.challengeEnds, DeadlineKind.ChallengeEnds, id));
            } else if (incident.state == IncidentState.Settling) {
                found = _insert(sorted, found, Deadline(incident.claimsEnd, DeadlineKind.ClaimsEnd, id));
            } else if (incident.state == IncidentState.CouncilReview) {
                found = _insert(sorted, found, Deadline(incident.reviewEnds, DeadlineKind.IncidentReviewEnds, id));
            }
        }
        return found;
    }

    function _claimDeadlines(Deadline[] memory sorted, uint256 found) private view returns (uint256) {
        IClaims book = directory.claims();
        uint64 count = book.claimCount();
        for (uint64 id = 1; id <= count; ++id) {
            IClaims.Claim memory claim = book.claim(id);
            if (claim.state == ClaimState.CouncilReview) {
                found = _insert(sorted, found, Deadline(claim.reviewEnds, DeadlineKind.ClaimReviewEnds, id));
            } else if (claim.state == ClaimState.Approved || claim.state == ClaimState.AutoApproved) {
                found = _insert(sorted, found, Deadline(claim.payableAt, DeadlineKind.ClaimPayable, id));
            } else if (claim.state == ClaimState.Payable && !claim.waitsForWindow) {
                found = _insert(sorted, found, Deadline(claim.redeemBy, DeadlineKind.RedeemBy, id));
            }
        }
        return found;
    }

    function _caseDeadlines(Deadline[] memory sorted, uint256 found) private view returns (uint256) {
        ITribunal tribunal = directory.tribunal();
        uint64 count = tribunal.caseCount();
        for (uint64 id = 1; id <= count; ++id) {
            ITribunal.Case memory case_ = tribunal.case_(id);
            if (case_.outcome != CaseOutcome.Open) continue;
            found = _insert(sorted, found, Deadline(case_.evidenceEnds, DeadlineKind.EvidenceEnds, id));
            found = _insert(sorted, found, Deadline(case_.closes, DeadlineKind.CaseCloses, id));
        }
        return found;
    }

    /// Keeps the earliest deadlines ahead in ascending order; what does not fit falls off the end.
    function _insert(Deadline[] memory sorted, uint256 found, Deadline memory deadline) private view returns (uint256) {
        if (deadline.at < block.timestamp) return found;
        uint256 size = found < sorted.length ? found + 1 : found;
        if (size == 0 || (size == found && deadline.at >= sorted[size - 1].at)) return found;
        uint256 at = size - 1;
        while (at > 0 && sorted[at - 1].at > deadline.at) {
            sorted[at] = sorted[at - 1];
            --at;
        }
        sorted[at] = deadline;
        return size;
    }

    function _holderOf(IClaims.Claim memory claim) private view returns (address) {
        ICoverSource source = claim.coverId >> 255 == 1
            ? ICoverSource(address(directory.accountCover()))
            : ICoverSource(address(directory.underwriting()));
        return source.exposureAt(claim.coverId, uint48(block.timestamp)).holder;
    }
}
