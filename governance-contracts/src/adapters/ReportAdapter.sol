// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {IDirectory} from "../interfaces/IDirectory.sol";
import {Observation, Verdict} from "../interfaces/Types.sol";
import {TriggerAdapter} from "./TriggerAdapter.sol";

/// @title Report adapter
/// @notice Facts from outside the chain, attested by a threshold of signers over EIP-712 typed data that names chain, adapter and
/// subject. Input of a reading: `abi.encode(Report, bytes[])`, the signatures in ascending order of their signers.
///
/// A report is one observation: each consumer (Incidents, a series) can use its id once, so that the second reading that
/// confirms an incident is a second attestation. Whoever commits a report first takes nothing away from the others.
abstract contract ReportAdapter is TriggerAdapter, EIP712 {
    /// @param reportId    chosen by the signers, once
    /// @param status      what happened, as the adapter numbers it
    /// @param value       what was measured, in the adapter's unit
    /// @param base        what it is measured against, where there is such a thing, else 0
    /// @param occurredAt  time of what the report speaks of
    /// @param observedAt  time of the observation
    /// @param sourceHash  hash of the sources the signers used
    struct Report {
        uint32 subjectId;
        bytes32 reportId;
        uint8 status;
        int256 value;
        int256 base;
        uint48 occurredAt;
        uint48 observedAt;
        bytes32 sourceHash;
    }

    bytes32 public constant REPORT_TYPEHASH = keccak256(
        "Report(uint32 subjectId,bytes32 reportId,uint8 status,int256 value,int256 base,uint48 occurredAt,uint48 observedAt,bytes32 sourceHash)"
    );
    uint256 public constant MAX_SIGNERS = 32;

    /// Signatures needed; 0 until signers are set.
    uint8 public threshold;

    address[] private _signers;
    mapping(address account => bool) private _isSigner;
    mapping(address consumer => mapping(bytes32 reportId => bool)) private _used;

    event SignersSet(address[] signers, uint8 threshold);
    event ReportUsed(bytes32 indexed reportId, address indexed consumer, uint32 indexed subjectId, Report report);

    error BadSigners();
    error BadReport();
    error BadSignature(address recovered);

    constructor(address authority_, IDirectory directory_, string memory name)
        TriggerAdapter(authority_, directory_)
        EIP712(name, "1")
    {}

    /// @notice Replaces the signers. DAO.
    /// @param signers_    ascending, none zero, at most 32
    /// @param threshold_  more than half of them, at least 2
    function setSigners(address[] calldata signers_, uint8 threshold_) external restricted {
        uint256 count = signers_.length;
        if (count > MAX_SIGNERS || threshold_ > count || threshold_ < 2 || uint256(threshold_) * 2 <= count) {
            revert BadSigners();
        }
        for (uint256 n = 0; n < _signers.length; ++n) delete _isSigner[_signers[n]];
        address last;
        for (uint256 n = 0; n < count; ++n) {
            if (signers_[n] <= last) revert BadSigners();
            last = signers_[n];
            _isSigner[last] = true;
        }
        _signers = signers_;
        threshold = threshold_;
        emit SignersSet(signers_, threshold_);
    }

    function signers() external view returns (address[] memory) {
        return _signers;
    }

    function isUsed(address consumer, bytes32 reportId) external view returns (bool) {
        return _used[consumer][reportId];
    }

    /// @notice What signers sign (EIP-712).
    function digestOf(Report memory report) public view returns (bytes32) {
        return _hashTypedDataV4(
            keccak256(
                abi.encode(
                    REPORT_TYPEHASH,
                    report.subjectId,
                    report.reportId,
                    report.status,
                    report.value,
                    report.base,
                    report.occurredAt,
                    report.observedAt,
                    report.sourceHash
                )
            )
        );
    }

    /// @notice EIP-712 domain separator of reports.
    function DOMAIN_SEPARATOR() external view returns (bytes32) {
        return _domainSeparatorV4();
    }

    function _observe(uint32 subjectId, bytes calldata data) internal view override returns (Observation memory) {
        if (data.length == 0) return _inconclusive(Verdict.Stale, 0, 0, 0);
        return _judge(subjectId, _verified(subjectId, data));
    }

    function _commit(uint32 subjectId, bytes calldata data)
        internal
        override
        returns (Observation memory o, bool changed)
    {
        if (data.length == 0) return (_inconclusive(Verdict.Stale, 0, 0, 0), false);
        Report memory report = _verified(subjectId, data);
        if (_used[msg.sender][report.reportId]) revert ReplayedReport(report.reportId);
        _used[msg.sender][report.reportId] = true;
        emit ReportUsed(report.reportId, msg.sender, subjectId, report);
        o = _judge(subjectId, report);
        changed = _store(subjectId, report, o);
    }

    /// The adapter's rule.
    function _judge(uint32 subjectId, Report memory report) internal view virtual returns (Observation memory);

    /// Keeps what later readings need.
    function _store(uint32 subjectId, Report memory report, Observation memory o) internal virtual returns (bool changed);

    /// Whether a report is dated as reports can be: about the past, and not too long ago.
    function _inTime(Report memory report, uint32 maxAge) internal view returns (bool) {
        return report.observedAt <= block.timestamp && report.occurredAt <= report.observedAt && report.occurredAt != 0
            && report.observedAt + maxAge >= block.timestamp;
    }

    function _hash(Report memory report) internal pure returns (bytes32) {
        return keccak256(abi.encode(report));
    }

    /// The report of canonical input that enough signers signed.
    function _verified(uint32 subjectId, bytes calldata data) private view returns (Report memory report) {
        bytes[] memory signatures;
        (report, signatures) = abi.decode(data, (Report, bytes[]));
        if (keccak256(abi.encode(report, signatures)) != keccak256(data)) revert BadReport();
        if (report.subjectId != subjectId) revert BadReport();
        uint8 need = threshold;
        if (need == 0) revert NotConfigured(subjectId);
        if (signatures.length < need) revert NotEnoughSigners(uint8(signatures.length), need);
        bytes32 digest = digestOf(report);
        address last;
        for (uint256 n = 0; n < signatures.length; ++n) {
            (address signer,,) = ECDSA.tryRecover(digest, signatures[n]);
            // Ascending order is what makes them distinct; it refuses the zero address of a broken signature too.
            if (signer <= last || !_isSigner[signer]) revert BadSignature(signer);
            last = signer;
        }
    }
}
