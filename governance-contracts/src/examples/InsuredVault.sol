// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ERC4626} from "@openzeppelin/contracts/token/ERC20/extensions/ERC4626.sol";
import {IERC4626} from "@openzeppelin/contracts/interfaces/IERC4626.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IAccountCover} from "../interfaces/IAccountCover.sol";

/// @title Insured vault
/// @notice An example integrator: an ERC-4626 vault over another one (the protocol that is insured). A deposit switches cover on
/// for the depositor; the premium is prepaid out of the vault's assets, a month at a time, and counts as an asset until it is
/// used, so that every share pays by the second. When cover cannot be had or paid, it ends and the vault goes on without it:
/// no deposit and no withdrawal ever depends on it.
contract InsuredVault is ERC4626, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    uint256 private constant SCALE = 1e18;
    /// Cover is paid ahead to PAID_AHEAD once it is paid for less than PAY_WITHIN, s.
    uint256 public constant PAID_AHEAD = 30 days;
    uint256 public constant PAY_WITHIN = 14 days;

    /// What deposits go into: the insured subject.
    IERC4626 public immutable protocol;
    IAccountCover public immutable cover;

    /// @param covered  whether the account's cover now follows its balance
    event CoverReported(address indexed account, uint256 assets, bool covered);
    event CoverPaid(uint256 assets);

    /// Cover is paid for long enough, or nothing runs.
    error NothingToPay();

    constructor(IERC4626 protocol_, IAccountCover cover_, string memory name_, string memory symbol_)
        ERC20(name_, symbol_)
        ERC4626(IERC20(protocol_.asset()))
    {
        protocol = protocol_;
        cover = cover_;
    }

    /// @notice Tells the cover what an account holds now. Anyone, for when the value of a share has moved.
    function report(address account) external nonReentrant {
        _report(account);
    }

    /// @notice Prepays the cover out of the vault's assets when it is paid for less than PAY_WITHIN. Anyone.
    /// @return assets paid
    function payCover() external nonReentrant returns (uint256 assets) {
        IAccountCover.Integrator memory terms = cover.integrator(address(this));
        uint256 ahead = terms.ratePerSecond * PAY_WITHIN;
        uint256 left = _prepaidLeft();
        if (left * SCALE >= ahead) revert NothingToPay();
        assets = Math.ceilDiv(terms.ratePerSecond * PAID_AHEAD, SCALE) - left;
        protocol.withdraw(assets, address(this), address(this));
        IERC20(asset()).forceApprove(address(cover), assets);
        cover.topUp(address(this), assets);
        emit CoverPaid(assets);
    }

    /// @notice Assets in the protocol, at hand, and prepaid for cover.
    function totalAssets() public view override returns (uint256) {
        uint256 invested = protocol.previewRedeem(protocol.balanceOf(address(this)));
        return invested + IERC20(asset()).balanceOf(address(this)) + _prepaidLeft();
    }

    /// @notice Most that can be withdrawn now: what the protocol pays out, what is at hand, and what is prepaid beyond a week.
    function maxWithdraw(address owner) public view override returns (uint256) {
        return Math.min(super.maxWithdraw(owner), _liquid());
    }

    /// @notice As maxWithdraw, in shares.
    function maxRedeem(address owner) public view override returns (uint256) {
        return Math.min(balanceOf(owner), _convertToShares(_liquid(), Math.Rounding.Floor));
    }

    function _decimalsOffset() internal pure override returns (uint8) {
        return 6;
    }

    function _deposit(address caller, address receiver, uint256 assets, uint256 shares) internal override nonReentrant {
        super._deposit(caller, receiver, assets, shares);
        IERC20(asset()).forceApprove(address(protocol), assets);
        protocol.deposit(assets, address(this));
        _report(receiver);
    }

    function _withdraw(address caller, address receiver, address owner, uint256 assets, uint256 shares)
        internal
        override
        nonReentrant
    {
        // Reported first, so that the premium of what leaves no longer ties up the prepaid balance.
        uint256 left = _convertToAssets(balanceOf(owner) - shares, Math.Rounding.Floor);
        _follow(owner, left);
        _gather(assets);
        super._withdraw(caller, receiver, owner, assets, shares);
    }

    /// Cover goes with the shares.
    function _update(address from, address to, uint256 value) internal override {
        super._update(from, to, value);
        if (from == address(0) || to == address(0)) return;
        _report(from);
        _report(to);
    }

    function _report(address account) private {
        _follow(account, convertToAssets(balanceOf(account)));
    }

    /// A refusal is the cover's affair and stops nothing here.
    function _follow(address account, uint256 assets) private {
        try cover.onBalanceChange(account, assets) returns (bool covered) {
            emit CoverReported(account, assets, covered);
        } catch {
            emit CoverReported(account, assets, false);
        }
    }

    /// Brings assets at hand: from the protocol, then from what is prepaid.
    function _gather(uint256 assets) private {
        uint256 atHand = IERC20(asset()).balanceOf(address(this));
        if (atHand >= assets) return;
        uint256 fromProtocol = Math.min(assets - atHand, protocol.maxWithdraw(address(this)));
        if (fromProtocol != 0) protocol.withdraw(fromProtocol, address(this), address(this));
        uint256 missing = assets - atHand - fromProtocol;
        if (missing != 0) cover.withdrawPrepaid(address(this), missing);
    }

    function _liquid() private view returns (uint256) {
        return protocol.maxWithdraw(address(this)) + IERC20(asset()).balanceOf(address(this)) + _prepaidFree();
    }

    /// Prepaid and not used yet; 0 before the vault is an integrator.
    function _prepaidLeft() private view returns (uint256) {
        try cover.integrator(address(this)) returns (IAccountCover.Integrator memory terms) {
            return _left(terms);
        } catch {
            return 0;
        }
    }

    /// Of it, what may be taken back.
    function _prepaidFree() private view returns (uint256) {
        try cover.integrator(address(this)) returns (IAccountCover.Integrator memory terms) {
            return Math.saturatingSub(_left(terms), Math.ceilDiv(terms.ratePerSecond * 7 days, SCALE));
        } catch {
            return 0;
        }
    }

    function _left(IAccountCover.Integrator memory terms) private view returns (uint256) {
        uint256 used = Math.ceilDiv(terms.ratePerSecond * (block.timestamp - terms.settledAt), SCALE);
        return Math.saturatingSub(terms.prepaid, used);
    }
}
