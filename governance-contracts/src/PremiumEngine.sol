// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IDirectory} from "./interfaces/IDirectory.sol";
import {IPremiumEngine} from "./interfaces/IPremiumEngine.sol";
import {Level} from "./interfaces/Types.sol";
import {ParameterKeys} from "./libraries/ParameterKeys.sol";
import {ParameterScope} from "./libraries/ParameterScope.sol";
import {PremiumMath} from "./libraries/PremiumMath.sol";
import {SolvencyMath} from "./libraries/SolvencyMath.sol";
import {ProtocolModule} from "./ProtocolModule.sol";

/// @title PremiumEngine
/// @notice See IPremiumEngine.
contract PremiumEngine is IPremiumEngine, ProtocolModule {
    /// @param exact  bps × 86,400 at `at`, so that decay loses nothing between sales
    struct Surge {
        uint208 exact;
        uint48 at;
    }

    mapping(uint32 poolId => mapping(uint32 subjectId => Surge)) private _surges;

    constructor(address authority_, IDirectory directory_) ProtocolModule(authority_, directory_) {}

    /// @inheritdoc IPremiumEngine
    function consume(uint32 poolId, uint32 subjectId, uint256 cover, uint32 duration, address distributor)
        external
        restricted
        returns (Quote memory q)
    {
        q = quote(poolId, subjectId, cover, duration, distributor);
        if (_mode(poolId) == Mode.UsageAdjusted) _raiseSurge(poolId, subjectId, cover);
    }

    /// @inheritdoc IPremiumEngine
    function quote(uint32 poolId, uint32 subjectId, uint256 cover, uint32 duration, address distributor)
        public
        view
        returns (Quote memory q)
    {
        if (cover == 0) revert ZeroCover();
        _requireDuration(duration);
        q = _rates(poolId, subjectId);
        q.premium = PremiumMath.premium(cover, q.rateBps, duration);
        uint256 commission =
            distributor == address(0) ? 0 : _get(ParameterKeys.DISTRIBUTOR_COMMISSION, ParameterScope.GLOBAL);
        (q.toPool, q.toTreasury, q.toDistributor) =
            PremiumMath.split(q.premium, _get(ParameterKeys.TREASURY_FEE, ParameterScope.pool(poolId)), commission);
        q.validUntil = uint48(block.timestamp);
    }

    /// @inheritdoc IPremiumEngine
    function rate(uint32 poolId, uint32 subjectId) external view returns (uint16 rateBps) {
        return _rates(poolId, subjectId).rateBps;
    }

    /// @inheritdoc IPremiumEngine
    function surge(uint32 poolId, uint32 subjectId) external view returns (uint16) {
        return SafeCast.toUint16(Math.ceilDiv(_surgeNow(poolId, subjectId), PremiumMath.DAY));
    }

    function _rates(uint32 poolId, uint32 subjectId) private view returns (Quote memory q) {
        bytes32 scope = ParameterScope.pool(poolId);
        (uint16 score, Level level) = directory.risk().score(subjectId);
        q.baseBps = _rate(ParameterKeys.BASE_RATE, ParameterScope.level(level));
        uint256 sum = q.baseBps;
        Mode mode = _mode(poolId);
        if (mode != Mode.Fixed) {
            q.riskBps = SafeCast.toUint16(PremiumMath.risk(_get(ParameterKeys.RISK_SLOPE, scope), score));
            sum += q.riskBps;
        }
        uint256 ceiling = _get(ParameterKeys.RATE_CEILING, scope);
        if (mode == Mode.UsageAdjusted) {
            q.utilisationBps = SafeCast.toUint16(
                PremiumMath.utilisation(
                    _get(ParameterKeys.UTILISATION_SLOPE, scope), directory.pool(poolId).capital().utilisationBps
                )
            );
            sum += q.utilisationBps;
            uint256 surge_ = Math.ceilDiv(_surgeNow(poolId, subjectId), PremiumMath.DAY);
            q.surgeBps = SafeCast.toUint16(Math.min(surge_, Math.saturatingSub(ceiling, sum)));
            sum += q.surgeBps;
        }
        uint256 floor = _get(ParameterKeys.RATE_FLOOR, scope);
        if (sum > ceiling) revert RateOutOfBand(sum, uint16(floor), uint16(ceiling));
        q.rateBps = SafeCast.toUint16(Math.max(sum, floor));
    }

    function _raiseSurge(uint32 poolId, uint32 subjectId, uint256 cover) private {
        bytes32 scope = ParameterScope.pool(poolId);
        uint256 largest = SolvencyMath.limit(
            directory.pool(poolId).totalAssets(), _get(ParameterKeys.SUBJECT_CONCENTRATION, scope)
        );
        // A pool without assets sells nothing; the lock that follows refuses.
        if (largest == 0) return;
        uint256 exact = _surgeNow(poolId, subjectId)
            + PremiumMath.added(_get(ParameterKeys.SURGE_PER_1PCT, scope), cover, largest);
        exact = Math.min(exact, _get(ParameterKeys.RATE_CEILING, scope) * PremiumMath.DAY);
        uint48 at = uint48(block.timestamp);
        _surges[poolId][subjectId] = Surge({exact: uint208(exact), at: at});
        emit SurgeMoved(poolId, subjectId, uint16(Math.ceilDiv(exact, PremiumMath.DAY)), exact, at);
    }

    /// bps × 86,400
    function _surgeNow(uint32 poolId, uint32 subjectId) private view returns (uint256) {
        Surge memory last = _surges[poolId][subjectId];
        if (last.exact == 0) return 0;
        uint256 perDay = _get(ParameterKeys.SURGE_DECAY_DAY, ParameterScope.pool(poolId));
        return PremiumMath.decayed(last.exact, perDay, block.timestamp - last.at);
    }

    function _requireDuration(uint32 duration) private view {
        uint256 min = _get(ParameterKeys.MIN_DURATION, ParameterScope.GLOBAL);
        uint256 max = _get(ParameterKeys.MAX_DURATION, ParameterScope.GLOBAL);
        if (duration < min || duration > max) revert DurationOutOfRange(duration, uint32(min), uint32(max));
    }

    function _mode(uint32 poolId) private view returns (Mode) {
        return Mode(_get(ParameterKeys.PREMIUM_MODE, ParameterScope.pool(poolId)));
    }

    function _rate(bytes32 key, bytes32 scope) private view returns (uint16) {
        return SafeCast.toUint16(_get(key, scope));
    }

    function _get(bytes32 key, bytes32 scope) private view returns (uint256) {
        return directory.parameters().get(key, scope);
    }
}
