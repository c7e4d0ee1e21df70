// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {IDirectory} from "../interfaces/IDirectory.sol";
import {IPriceFeed} from "../interfaces/IPriceFeed.sol";
import {ITreasury} from "../interfaces/ITreasury.sol";
import {Peg} from "../interfaces/Types.sol";
import {FeedReader} from "../libraries/FeedReader.sol";
import {ParameterKeys} from "../libraries/ParameterKeys.sol";
import {ParameterScope} from "../libraries/ParameterScope.sol";

/// @title PegWatch
/// @notice The treasury's part that watches the settlement assets against their pegs. See ITreasury.
abstract contract PegWatch is ITreasury, AccessManaged {
    uint8 private constant DECIMALS = 6;

    IDirectory public immutable directory;

    address[] private _assets;
    mapping(address asset => PegFeed) private _pegs;

    constructor(address authority, IDirectory directory_) AccessManaged(authority) {
        directory = directory_;
    }

    /// @inheritdoc ITreasury
    function setPegFeed(address asset, address feed) external restricted {
        if (!_hasSixDecimals(asset)) revert UnknownAsset(asset);
        if (_read(feed).quality == FeedReader.Quality.Broken) revert BadFeed(feed);
        if (_pegs[asset].feed == address(0)) {
            _assets.push(asset);
            _pegs[asset].since = uint48(block.timestamp);
        }
        _pegs[asset].feed = feed;
        emit PegFeedSet(asset, feed, IPriceFeed(feed).decimals());
        pokePeg(asset);
    }

    /// @inheritdoc ITreasury
    function pokePeg(address asset) public returns (Peg state) {
        PegFeed storage p = _settlement(asset);
        FeedReader.Reading memory reading = _read(p.feed);
        state = _next(asset, p.state, reading);
        bool isNews = reading.updatedAt != p.updatedAt || reading.price8 != p.price8;
        if (reading.quality == FeedReader.Quality.Good && isNews) {
            p.price8 = reading.price8;
            p.updatedAt = reading.updatedAt;
            emit PegPriced(asset, reading.price8, reading.updatedAt);
        }
        if (state == p.state) return state;
        emit PegStateChanged(asset, p.state, state, p.price8, p.updatedAt);
        p.state = state;
        p.since = uint48(block.timestamp);
    }

    /// @inheritdoc ITreasury
    function pegOf(address asset) public view returns (Peg) {
        PegFeed storage p = _settlement(asset);
        return _next(asset, p.state, _read(p.feed));
    }

    /// @inheritdoc ITreasury
    function pegFeed(address asset) external view returns (PegFeed memory) {
        return _pegs[asset];
    }

    /// @inheritdoc ITreasury
    function assetCount() external view returns (uint256) {
        return _assets.length;
    }

    /// @inheritdoc ITreasury
    function assetAt(uint256 index) external view returns (address) {
        return _assets[index];
    }

    /// Reverts with UnknownAsset unless the token has a peg feed.
    function _settlement(address asset) internal view returns (PegFeed storage p) {
        p = _pegs[asset];
        if (p.feed == address(0)) revert UnknownAsset(asset);
    }

    function _isSettlement(address asset) internal view returns (bool) {
        return _pegs[asset].feed != address(0);
    }

    /// Time of the feed's answer now; of the last good one when it gives none.
    function _pricedAt(address asset) internal view returns (uint48) {
        PegFeed storage p = _pegs[asset];
        FeedReader.Reading memory reading = _read(p.feed);
        return reading.updatedAt == 0 ? p.updatedAt : reading.updatedAt;
    }

    function _limit(bytes32 key, bytes32 scope) internal view returns (uint256) {
        return directory.parameters().get(key, scope);
    }

    function _read(address feed) private view returns (FeedReader.Reading memory) {
        return FeedReader.latest(feed, _limit(ParameterKeys.ORACLE_MAX_AGE, ParameterScope.account(feed)));
    }

    /// A state is left for a better one only at the higher of the two marks between which the price may waver.
    function _next(address asset, Peg state, FeedReader.Reading memory reading) private view returns (Peg) {
        if (reading.quality != FeedReader.Quality.Good) return state == Peg.Normal ? Peg.Watch : state;
        bytes32 scope = ParameterScope.account(asset);
        if (reading.price8 < _limit(ParameterKeys.PEG_BREAK, scope)) return Peg.Depegged;
        if (reading.price8 < _limit(ParameterKeys.PEG_WATCH, scope)) {
            return state == Peg.Depegged ? Peg.Depegged : Peg.Watch;
        }
        if (reading.price8 >= _limit(ParameterKeys.PEG_RECOVER, scope)) return Peg.Normal;
        return state == Peg.Depegged ? Peg.Watch : state;
    }

    function _hasSixDecimals(address asset) private view returns (bool) {
        (bool answered, bytes memory answer) = asset.staticcall(abi.encodeCall(IERC20Metadata.decimals, ()));
        return answered && answer.length == 32 && abi.decode(answer, (uint256)) == DECIMALS;
    }
}
