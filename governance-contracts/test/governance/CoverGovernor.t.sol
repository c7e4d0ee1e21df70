// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";
import {Base} from "../Base.sol";
import {CoverGovernor} from "../../src/CoverGovernor.sol";
import {CoverToken} from "../../src/CoverToken.sol";
import {Payee} from "./HostileVenues.sol";

/// @notice The DAO as it is deployed: token, Governor and Timelock of two days, whose only proposer and canceller is the Governor.
abstract contract DaoFixture is Base {
    uint256 internal constant START = 1_800_000_000;

    address internal whale = account("whale");
    address internal voter = account("voter");
    address internal proposer = account("proposer");

    CoverToken internal token;
    TimelockController internal timelock;
    CoverGovernor internal governor;
    Payee internal target;

    function setUp() public virtual {
        vm.warp(START);
        token = new CoverToken(address(this));
        bytes memory arguments = abi.encode(2 days, new address[](0), new address[](0), address(this));
        timelock = TimelockController(payable(vm.deployCode("TimelockController.sol:TimelockController", arguments)));
        governor = new CoverGovernor(token, timelock);
        timelock.grantRole(timelock.PROPOSER_ROLE(), address(governor));
        timelock.grantRole(timelock.CANCELLER_ROLE(), address(governor));
        timelock.grantRole(timelock.EXECUTOR_ROLE(), address(0));
        timelock.renounceRole(timelock.DEFAULT_ADMIN_ROLE(), address(this));
        target = new Payee();
        _endow(whale, 5_000_000 ether);
        _endow(voter, 1_000_000 ether);
        _endow(proposer, 100_000 ether);
        skip(1);
    }

    function _endow(address account_, uint256 amount) private {
        token.transfer(account_, amount);
        vm.prank(account_);
        token.delegate(account_);
    }

    function _call(address to, bytes memory data)
        internal
        pure
        returns (address[] memory targets, uint256[] memory values, bytes[] memory calldatas)
    {
        targets = new address[](1);
        values = new uint256[](1);
        calldatas = new bytes[](1);
        (targets[0], calldatas[0]) = (to, data);
    }

    function _propose(address to, bytes memory data) internal returns (uint256 id) {
        (address[] memory targets, uint256[] memory values, bytes[] memory calldatas) = _call(to, data);
        vm.prank(proposer);
        return governor.propose(targets, values, calldatas, "A proposal");
    }

    function _proposeCall() internal returns (uint256) {
        return _propose(address(target), abi.encodeCall(Payee.accept, ()));
    }

    function _vote(uint256 id, address account_, uint8 support) internal {
        vm.prank(account_);
        governor.castVoteWithReason(id, support, "because");
    }

    /// From proposed to executed, with the whale's votes.
    function _carry(uint256 id) internal {
        vm.warp(governor.proposalSnapshot(id) + 1);
        _vote(id, whale, 1);
        vm.warp(governor.proposalDeadline(id) + 1);
        governor.queue(id);
        skip(2 days);
        governor.execute(id);
    }

    function _requireState(uint256 id, IGovernor.ProposalState state) internal view {
        assertEq(uint256(governor.state(id)), uint256(state));
    }
}

contract CoverGovernorTest is DaoFixture {
    function test_settings_are_those_of_the_design() public view {
        assertEq(governor.votingDelay(), 2 days);
        assertEq(governor.votingPeriod(), 4 days);
        assertEq(governor.lateQuorumVoteExtension(), 1 days);
        assertEq(governor.proposalThreshold(), token.SUPPLY() / 1_000);
        assertEq(governor.quorum(block.timestamp - 1), 4_000_000 ether);
        assertEq(governor.CLOCK_MODE(), "mode=timestamp");
        assertEq(governor.clock(), block.timestamp);
        assertEq(governor.name(), "Breakwater Governor");
        assertEq(governor.timelock(), address(timelock));
        assertTrue(governor.proposalNeedsQueuing(0));
    }

    function test_a_proposal_lives_from_pending_to_executed() public {
        uint256 id = _proposeCall();
        _requireState(id, IGovernor.ProposalState.Pending);
        vm.warp(governor.proposalSnapshot(id) + 1);
        _requireState(id, IGovernor.ProposalState.Active);
        _vote(id, whale, 1);
        vm.warp(governor.proposalDeadline(id) + 1);
        _requireState(id, IGovernor.ProposalState.Succeeded);
        governor.queue(id);
        _requireState(id, IGovernor.ProposalState.Queued);
        assertEq(governor.proposalEta(id), block.timestamp + 2 days);
        vm.expectRevert();
        governor.execute(id);
        skip(2 days);
        governor.execute(id);
        _requireState(id, IGovernor.ProposalState.Executed);
    }

    function test_what_was_proposed_can_be_read_from_the_chain() public {
        uint256 id = _proposeCall();
        assertEq(governor.proposalCount(), 1);
        (uint256 stored, address[] memory targets,, bytes[] memory calldatas, bytes32 text) = governor.proposalDetailsAt(0);
        assertEq(stored, id);
        assertEq(targets[0], address(target));
        assertEq(calldatas[0], abi.encodeCall(Payee.accept, ()));
        assertEq(text, keccak256("A proposal"));
    }

    function test_proposing_needs_a_thousandth_of_the_supply() public {
        (address[] memory targets, uint256[] memory values, bytes[] memory calldatas) = _call(address(target), "");
        vm.prank(proposer);
        token.transfer(voter, 1);
        skip(1);
        vm.expectRevert(
            abi.encodeWithSelector(
                IGovernor.GovernorInsufficientProposerVotes.selector, proposer, 100_000 ether - 1, 100_000 ether
            )
        );
        vm.prank(proposer);
        governor.propose(targets, values, calldatas, "A proposal");
    }

    function test_below_quorum_or_outvoted_it_is_defeated() public {
        uint256 id = _proposeCall();
        vm.warp(governor.proposalSnapshot(id) + 1);
        _vote(id, voter, 1);
        vm.warp(governor.proposalDeadline(id) + 1);
        _requireState(id, IGovernor.ProposalState.Defeated);
        id = _propose(address(target), "");
        vm.warp(governor.proposalSnapshot(id) + 1);
        _vote(id, voter, 1);
        _vote(id, whale, 0);
        vm.warp(governor.proposalDeadline(id) + 1);
        _requireState(id, IGovernor.ProposalState.Defeated);
    }

    function test_abstaining_counts_for_the_quorum() public {
        uint256 id = _proposeCall();
        vm.warp(governor.proposalSnapshot(id) + 1);
        _vote(id, voter, 1);
        _vote(id, whale, 2);
        vm.warp(governor.proposalDeadline(id) + 1);
        _requireState(id, IGovernor.ProposalState.Succeeded);
    }

    function test_quorum_reached_late_gives_a_day_to_answer() public {
        uint256 id = _proposeCall();
        uint256 deadline = governor.proposalDeadline(id);
        vm.warp(deadline - 1 hours);
        _vote(id, whale, 1);
        assertEq(governor.proposalDeadline(id), deadline + 23 hours);
        vm.warp(deadline + 22 hours);
        _requireState(id, IGovernor.ProposalState.Active);
        _vote(id, voter, 0);
    }

    function test_tokens_bought_after_the_snapshot_have_no_vote() public {
        uint256 id = _proposeCall();
        vm.warp(governor.proposalSnapshot(id) + 1);
        vm.prank(whale);
        token.transfer(voter, 5_000_000 ether);
        _vote(id, voter, 1);
        (, uint256 forVotes,) = governor.proposalVotes(id);
        assertEq(forVotes, 1_000_000 ether);
    }

    function test_a_proposer_takes_a_pending_proposal_back() public {
        uint256 id = _proposeCall();
        vm.prank(proposer);
        governor.cancel(id);
        _requireState(id, IGovernor.ProposalState.Canceled);
    }

    function test_what_is_queued_is_cancelled_by_the_governor_alone() public {
        uint256 id = _proposeCall();
        vm.warp(governor.proposalSnapshot(id) + 1);
        _vote(id, whale, 1);
        vm.warp(governor.proposalDeadline(id) + 1);
        governor.queue(id);
        (address[] memory targets, uint256[] memory values, bytes[] memory calldatas) =
            _call(address(target), abi.encodeCall(Payee.accept, ()));
        bytes32 salt = bytes20(address(governor)) ^ keccak256("A proposal");
        bytes32 operation = timelock.hashOperationBatch(targets, values, calldatas, 0, salt);
        assertTrue(timelock.isOperationPending(operation));
        vm.expectRevert(
            abi.encodeWithSelector(
                IAccessControl.AccessControlUnauthorizedAccount.selector, whale, timelock.CANCELLER_ROLE()
            )
        );
        vm.prank(whale);
        timelock.cancel(operation);
        vm.prank(address(governor));
        timelock.cancel(operation);
        _requireState(id, IGovernor.ProposalState.Canceled);
    }

    function test_settings_change_only_by_a_proposal() public {
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorOnlyExecutor.selector, whale));
        vm.prank(whale);
        governor.setVotingPeriod(1);
        _carry(_propose(address(governor), abi.encodeCall(governor.setVotingPeriod, (5 days))));
        assertEq(governor.votingPeriod(), 5 days);
    }
}

contract CoverTokenTest is DaoFixture {
    function test_a_hundred_million_are_made_once() public view {
        assertEq(token.totalSupply(), 100_000_000 ether);
        assertEq(token.symbol(), "COVER");
        assertEq(token.decimals(), 18);
        assertEq(token.CLOCK_MODE(), "mode=timestamp");
        assertEq(token.clock(), block.timestamp);
    }

    function test_votes_are_counted_at_times() public {
        uint256 before = block.timestamp;
        skip(1 days);
        vm.prank(whale);
        token.transfer(voter, 1_000_000 ether);
        skip(1 days);
        assertEq(token.getPastVotes(whale, before), 5_000_000 ether);
        assertEq(token.getPastVotes(whale, block.timestamp - 1), 4_000_000 ether);
        assertEq(token.getPastTotalSupply(before), 100_000_000 ether);
    }

    function test_an_allowance_can_be_signed() public {
        address owner = vm.addr(keyOf("signer"));
        bytes32 typeHash = keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");
        bytes32 message = keccak256(abi.encode(typeHash, owner, voter, 7 ether, 0, block.timestamp));
        (uint8 v, bytes32 r, bytes32 s) =
            vm.sign(keyOf("signer"), keccak256(abi.encodePacked(hex"1901", token.DOMAIN_SEPARATOR(), message)));
        token.permit(owner, voter, 7 ether, block.timestamp, v, r, s);
        assertEq(token.allowance(owner, voter), 7 ether);
        assertEq(token.nonces(owner), 1);
    }

    function testFuzz_votes_never_exceed_the_supply(uint256[8] memory moves) public {
        address[3] memory people = [whale, voter, proposer];
        for (uint256 i = 0; i < moves.length; ++i) {
            address from = people[moves[i] % 3];
            address to = people[(moves[i] >> 8) % 3];
            uint256 amount = (moves[i] >> 16) % (token.balanceOf(from) + 1);
            vm.prank(from);
            if ((moves[i] >> 12) % 2 == 0) token.transfer(to, amount);
            else token.delegate(to);
        }
        uint256 votes = token.getVotes(whale) + token.getVotes(voter) + token.getVotes(proposer);
        assertEq(votes, 6_100_000 ether);
    }
}
