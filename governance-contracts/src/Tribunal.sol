// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IAccessManager} from "@openzeppelin/contracts/access/manager/IAccessManager.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {ICaseHost} from "./interfaces/ICaseHost.sol";
import {ProtocolModule} from "./ProtocolModule.sol";
import {IDirectory} from "./interfaces/IDirectory.sol";
import {IRiskPool} from "./interfaces/IRiskPool.sol";
import {ITribunal} from "./interfaces/ITribunal.sol";
import {CaseKind, CaseOutcome, Evidence} from "./interfaces/Types.sol";
import {CaseMath} from "./libraries/CaseMath.sol";
import {ParameterKeys} from "./libraries/ParameterKeys.sol";
import {ParameterScope} from "./libraries/ParameterScope.sol";
import {Roles} from "./libraries/Roles.sol";
import {WeightedMedian} from "./libraries/WeightedMedian.sol";

/// @title Tribunal
/// @notice See ITribunal. Everything a case is decided by (snapshot, quorum, weight cap, number of voters, times) is pinned when
/// it opens; nothing here can be paused.
contract Tribunal is ITribunal, ProtocolModule, EIP712 {
    using SafeCast for uint256;
    using WeightedMedian for WeightedMedian.Histogram;

    /// How long before its opening the weights of a case are taken, s.
    uint48 public constant SNAPSHOT_LAG = 1 days;
    /// Before the close, in which a flip extends, s.
    uint48 public constant FLIP_WINDOW = 24 hours;
    /// By how much, s.
    uint48 public constant EXTENSION = 24 hours;
    uint8 public constant MAX_EXTENSIONS = 2;
    /// Longest content address of a piece of evidence, bytes.
    uint256 public constant MAX_URI_LENGTH = 256;

    bytes32 public constant VOTE_TYPEHASH =
        keccak256("Vote(uint64 caseId,uint8 choice,uint16 shareBps,bytes32 reasonHash,address voter,uint256 nonce)");

    /// @inheritdoc ITribunal
    uint64 public caseCount;
    /// @inheritdoc ITribunal
    mapping(address voter => uint256) public nonces;

    mapping(uint64 caseId => Case) private _cases;
    mapping(CaseKind kind => mapping(uint64 refId => Evidence[])) private _evidence;
    mapping(uint64 caseId => WeightedMedian.Histogram) private _shares;
    mapping(uint64 caseId => mapping(address voter => Ballot)) private _ballots;

    /// What a change of ballots may flip.
    struct Standing {
        int8 side;
        CaseOutcome outcome;
    }

    constructor(address authority_, IDirectory directory_)
        ProtocolModule(authority_, directory_)
        EIP712("Breakwater Tribunal", "1")
    {}

    // ── hosts ──────────────────────────────────────────────────────────────────────────────────────────────────

    /// @inheritdoc ITribunal
    function open(CaseKind kind, uint64 refId, uint48 proposedAt, bool doubledQuorum)
        external
        restricted
        returns (uint64 caseId)
    {
        caseId = ++caseCount;
        Case storage c = _cases[caseId];
        (c.host, c.refId, c.kind, c.proposedAt) = (msg.sender, refId, kind, proposedAt);
        c.snapshot = uint48(block.timestamp) - SNAPSHOT_LAG;
        _pinTimes(c);
        _pinWeights(c, doubledQuorum);
        emit CaseOpened(caseId, kind, refId, c);
    }

    /// @inheritdoc ITribunal
    function strike(uint64 caseId, address voter) external returns (bool struck) {
        Case storage c = _known(caseId);
        if (c.outcome != CaseOutcome.Open) revert AlreadyClosed(caseId);
        Ballot memory cast = _ballots[caseId][voter];
        if (cast.choice == Choice.None) return false;
        if (!ICaseHost(c.host).isConflicted(c.refId, voter)) revert NotAParty(caseId, voter);
        Standing memory before = _standing(c);
        _takeOut(caseId, c, cast);
        delete _ballots[caseId][voter];
        emit BallotStruck(caseId, voter, cast.weight);
        _extendOnFlip(caseId, c, before);
        return true;
    }

    // ── voters ─────────────────────────────────────────────────────────────────────────────────────────────────

    /// @inheritdoc ITribunal
    function vote(uint64 caseId, Choice choice, uint16 shareBps, bytes32 reasonHash) external {
        _vote(caseId, msg.sender, choice, shareBps, reasonHash);
    }

    /// @inheritdoc ITribunal
    function voteBySig(
        uint64 caseId,
        Choice choice,
        uint16 shareBps,
        bytes32 reasonHash,
        address voter,
        bytes calldata signature
    ) external {
        uint256 nonce = nonces[voter]++;
        bytes32 digest = _hashTypedDataV4(
            keccak256(abi.encode(VOTE_TYPEHASH, caseId, choice, shareBps, reasonHash, voter, nonce))
        );
        if (!SignatureChecker.isValidSignatureNowCalldata(voter, digest, signature)) revert BadSignature();
        emit BallotSigned(caseId, voter, nonce);
        _vote(caseId, voter, choice, shareBps, reasonHash);
    }

    /// @inheritdoc ITribunal
    function close(uint64 caseId) external {
        Case storage c = _known(caseId);
        if (c.outcome != CaseOutcome.Open) revert AlreadyClosed(caseId);
        if (block.timestamp < c.closes) revert NotOver(caseId, c.closes);
        (CaseOutcome outcome, uint16 decidedBps) = _tally(caseId, c);
        (c.outcome, c.decidedBps) = (outcome, decidedBps);
        emit CaseClosed(caseId, outcome, decidedBps, c.pay + c.partialPay + c.deny, c.voters);
        bool accepted = outcome == CaseOutcome.Accepted && c.kind == CaseKind.Incident;
        ICaseHost(c.host).onVerdict(caseId, c.refId, outcome, decidedBps, accepted ? c.proposedAt : 0);
    }

    // ── evidence ───────────────────────────────────────────────────────────────────────────────────────────────

    /// @inheritdoc ITribunal
    function addEvidence(CaseKind kind, uint64 refId, bytes32 contentHash, string calldata uri) external {
        if (contentHash == 0) revert EvidenceRequired();
        if (bytes(uri).length > MAX_URI_LENGTH) revert UriTooLong(bytes(uri).length, MAX_URI_LENGTH);
        address host = kind == CaseKind.Incident ? address(directory.incidents()) : address(directory.claims());
        (bool open_, bool party, uint64 caseId, IRiskPool pool, uint256 stake) =
            ICaseHost(host).evidenceDesk(refId, msg.sender);
        if (!open_) revert EvidenceClosed(kind, refId);
        if (!party && !_hasVoice(msg.sender, pool, stake)) revert NoStake(msg.sender);
        bool late = caseId != 0 && block.timestamp >= _cases[caseId].evidenceEnds;
        Evidence[] storage entries = _evidence[kind][refId];
        entries.push(Evidence(contentHash, msg.sender, uint48(block.timestamp), late));
        emit EvidenceAdded(kind, refId, entries.length - 1, msg.sender, contentHash, uri, late);
    }

    // ── views ──────────────────────────────────────────────────────────────────────────────────────────────────

    /// @inheritdoc ITribunal
    function case_(uint64 caseId) external view returns (Case memory) {
        return _known(caseId);
    }

    /// @inheritdoc ITribunal
    function evidenceCount(CaseKind kind, uint64 refId) external view returns (uint256) {
        return _evidence[kind][refId].length;
    }

    /// @inheritdoc ITribunal
    function evidence(CaseKind kind, uint64 refId, uint256 index) external view returns (Evidence memory) {
        return _evidence[kind][refId][index];
    }

    /// @inheritdoc ITribunal
    function ballot(uint64 caseId, address voter) external view returns (Ballot memory) {
        return _ballots[caseId][voter];
    }

    /// @inheritdoc ITribunal
    function tally(uint64 caseId) external view returns (CaseOutcome outcome, uint16 decidedBps) {
        return _tally(caseId, _known(caseId));
    }

    /// @inheritdoc ITribunal
    function weightOf(uint64 caseId, address voter) external view returns (uint208) {
        Case storage c = _known(caseId);
        return ICaseHost(c.host).isConflicted(c.refId, voter) ? 0 : _weight(c, voter);
    }

    /// @notice EIP-712 domain separator of signed ballots.
    function DOMAIN_SEPARATOR() external view returns (bytes32) {
        return _domainSeparatorV4();
    }

    // ── inside ─────────────────────────────────────────────────────────────────────────────────────────────────

    function _vote(uint64 caseId, address voter, Choice choice, uint16 shareBps, bytes32 reasonHash) private {
        Case storage c = _known(caseId);
        if (block.timestamp < c.opens || block.timestamp >= c.closes) revert NotOpen(caseId);
        if (reasonHash == 0) revert ReasonRequired();
        if (ICaseHost(c.host).isConflicted(c.refId, voter)) revert Conflicted(voter);
        Ballot memory cast =
            Ballot(choice, _share(choice, shareBps), uint48(block.timestamp), _weight(c, voter), reasonHash);
        if (cast.weight == 0) revert NoWeight(voter);

        Standing memory before = _standing(c);
        Ballot memory previous = _ballots[caseId][voter];
        if (previous.choice != Choice.None) _takeOut(caseId, c, previous);
        _putIn(caseId, c, cast);
        _ballots[caseId][voter] = cast;
        emit VoteCast(caseId, voter, choice, cast.shareBps, cast.weight, reasonHash);
        _extendOnFlip(caseId, c, before);
    }

    /// The share a ballot stands for; Pay may name its 100 % or leave it out.
    function _share(Choice choice, uint16 shareBps) private pure returns (uint16) {
        if (choice == Choice.None) revert BadChoice();
        if (choice == Choice.PayPartial) {
            if (shareBps < 100 || shareBps > 9900 || shareBps % 100 != 0) revert ShareOutOfRange(shareBps);
            return shareBps;
        }
        if (choice == Choice.Pay && (shareBps == 0 || shareBps == 1e4)) return 1e4;
        if (shareBps != 0) revert ShareOutOfRange(shareBps);
        return 0;
    }

    /// The council, or capital at risk in the pool.
    function _hasVoice(address account, IRiskPool pool, uint256 stake) private view returns (bool) {
        (bool council,) = IAccessManager(authority()).hasRole(Roles.COUNCIL_NOW, account);
        if (council) return true;
        uint256 shares = pool.balanceOf(account);
        return shares != 0 && pool.convertToAssets(shares) >= stake;
    }

    function _weight(Case storage c, address voter) private view returns (uint208) {
        return Math.min(directory.token().getPastVotes(voter, c.snapshot), c.weightCap).toUint208();
    }

    function _putIn(uint64 caseId, Case storage c, Ballot memory b) private {
        if (b.choice == Choice.Abstain) {
            c.abstain += b.weight;
            return;
        }
        if (b.choice == Choice.Pay) c.pay += b.weight;
        else if (b.choice == Choice.PayPartial) c.partialPay += b.weight;
        else c.deny += b.weight;
        if (b.choice != Choice.Deny) _shares[caseId].add(b.shareBps / 100, b.weight);
        if (CaseMath.counts(b.weight, c.supply)) ++c.voters;
    }

    function _takeOut(uint64 caseId, Case storage c, Ballot memory b) private {
        if (b.choice == Choice.Abstain) {
            c.abstain -= b.weight;
            return;
        }
        if (b.choice == Choice.Pay) c.pay -= b.weight;
        else if (b.choice == Choice.PayPartial) c.partialPay -= b.weight;
        else c.deny -= b.weight;
        if (b.choice != Choice.Deny) _shares[caseId].remove(b.shareBps / 100, b.weight);
        if (CaseMath.counts(b.weight, c.supply)) --c.voters;
    }

    function _standing(Case storage c) private view returns (Standing memory) {
        return Standing(CaseMath.leading(uint256(c.pay) + c.partialPay, c.deny), _outcome(c));
    }

    function _outcome(Case storage c) private view returns (CaseOutcome) {
        return CaseMath.outcome(uint256(c.pay) + c.partialPay, c.deny, c.quorum, c.voters, c.minVoters);
    }

    /// A quorum that is reached, or lost, at the last moment surprises as much as a side that changes.
    function _extendOnFlip(uint64 caseId, Case storage c, Standing memory before) private {
        if (c.extensions == MAX_EXTENSIONS || block.timestamp + FLIP_WINDOW < c.closes) return;
        Standing memory now_ = _standing(c);
        if (now_.side == before.side && now_.outcome == before.outcome) return;
        // A strike may come after the close and before anyone counted: the case runs again from now.
        c.closes = uint48(Math.max(c.closes, block.timestamp)) + EXTENSION;
        ++c.extensions;
        emit CaseExtended(caseId, c.closes, c.extensions);
    }

    function _tally(uint64 caseId, Case storage c) private view returns (CaseOutcome outcome, uint16 decidedBps) {
        if (c.outcome != CaseOutcome.Open) return (c.outcome, c.decidedBps);
        outcome = _outcome(c);
        if (outcome == CaseOutcome.Accepted) decidedBps = uint16(_shares[caseId].median() * 100);
    }

    function _pinTimes(Case storage c) private {
        c.opens = uint48(block.timestamp) + uint48(_get(ParameterKeys.EVIDENCE_PERIOD));
        c.evidenceEnds = c.opens;
        c.closes = c.opens + uint48(_get(ParameterKeys.VOTE_PERIOD));
    }

    function _pinWeights(Case storage c, bool doubledQuorum) private {
        uint256 supply = directory.token().getPastTotalSupply(c.snapshot);
        c.supply = supply.toUint208();
        c.quorum = CaseMath.quorumOf(supply, _get(ParameterKeys.CASE_QUORUM), doubledQuorum).toUint208();
        c.weightCap = CaseMath.capOf(supply, _get(ParameterKeys.VOTE_WEIGHT_CAP)).toUint208();
        c.minVoters = uint256(_get(ParameterKeys.CASE_MIN_VOTERS)).toUint16();
    }

    function _get(bytes32 key) private view returns (uint128) {
        return directory.parameters().get(key, ParameterScope.GLOBAL);
    }

    function _known(uint64 caseId) private view returns (Case storage c) {
        c = _cases[caseId];
        if (c.host == address(0)) revert UnknownCase(caseId);
    }
}
