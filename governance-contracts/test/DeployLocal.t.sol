// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Base} from "./Base.sol";
import {DeployLocal} from "../script/DeployLocal.s.sol";

/// As forge writes what it recorded; only who called whom with what is looked at.
interface Recorder {
    enum Kind {
        Call,
        DelegateCall,
        CallCode,
        StaticCall,
        Create
    }

    struct Chain {
        uint256 forkId;
        uint256 chainId;
    }

    struct StorageAccess {
        address account;
        bytes32 slot;
        bool isWrite;
        bytes32 previousValue;
        bytes32 newValue;
        bool reverted;
    }

    struct Access {
        Chain chain;
        uint256 kind;
        address account;
        address accessor;
        bool initialized;
        uint256 oldBalance;
        uint256 newBalance;
        bytes deployedCode;
        uint256 value;
        bytes data;
        bool reverted;
        StorageAccess[] storageAccesses;
        uint64 depth;
        uint64 oldNonce;
        uint64 newNonce;
    }

    function startStateDiffRecording() external;
    function stopAndReturnStateDiff() external returns (Access[] memory);
    function setEnv(string calldata name, string calldata value) external;
    function getCode(string calldata artifact) external view returns (bytes memory);
    function parseJson(string calldata json, string calldata path) external pure returns (bytes memory);
    function parseJsonAddress(string calldata json, string calldata path) external pure returns (address);
    function parseJsonUint(string calldata json, string calldata path) external pure returns (uint256);
    function parseJsonString(string calldata json, string calldata path) external pure returns (string memory);
}

/// @notice The kept transactions of the local deployment are those that its script makes. Run here rather than by forge script,
/// which compiles the whole protocol once more.
contract DeployLocalTest is Base {
    /// As forge encodes an object: by the alphabet.
    struct Kept {
        address account;
        string contractName;
        bytes input;
        string kind;
        uint256 nonce;
    }

    Recorder private constant RECORDER = Recorder(address(vm));

    mapping(address created => string) private names;

    function test_the_kept_transactions_are_what_the_script_makes() public {
        string memory settings = vm.readFile("script/deployment-local.settings.json");
        string memory kept = vm.readFile("artifacts/deployment-local.json");
        assertEq(RECORDER.parseJsonString(kept, ".format"), "breakwater-transactions/1");
        assertEq(RECORDER.parseJsonUint(kept, ".chainId"), RECORDER.parseJsonUint(settings, ".chainId"));
        address deployer = _same(settings, kept, ".deployer");
        RECORDER.setEnv("BREAKWATER_COUNCIL", vm.toString(_same(settings, kept, ".council")));
        RECORDER.setEnv("BREAKWATER_GUARDIAN", vm.toString(_same(settings, kept, ".guardian")));
        RECORDER.setEnv("BREAKWATER_STEWARD", vm.toString(_same(settings, kept, ".steward")));
        RECORDER.setEnv("BREAKWATER_TOKEN_HOLDER", vm.toString(_same(settings, kept, ".tokenHolder")));
        vm.chainId(RECORDER.parseJsonUint(settings, ".chainId"));

        DeployLocal script = DeployLocal(vm.deployCode("script/DeployLocal.s.sol:DeployLocal"));
        RECORDER.startStateDiffRecording();
        script.deployFrom(deployer);
        Recorder.Access[] memory made = RECORDER.stopAndReturnStateDiff();

        Kept[] memory transactions = abi.decode(RECORDER.parseJson(kept, ".transactions"), (Kept[]));
        uint256 count;
        for (uint256 i = 0; i < made.length; ++i) {
            if (made[i].accessor != deployer || made[i].account == address(script)) continue;
            bool creates = made[i].kind == uint256(Recorder.Kind.Create);
            if (!creates && made[i].kind != uint256(Recorder.Kind.Call)) continue;
            assertLt(count, transactions.length, "a transaction that is not kept");
            _check(transactions[count], made[i], creates, count);
            ++count;
        }
        assertEq(count, transactions.length, "a transaction that is not made");
    }

    function _check(Kept memory kept, Recorder.Access memory made, bool creates, uint256 nonce) private {
        string memory where = string.concat("npm run artifacts would change transaction ", vm.toString(nonce));
        assertEq(kept.nonce, nonce, where);
        assertEq(kept.kind, creates ? "create" : "call");
        assertEq(kept.account, made.account, where);
        assertEq(keccak256(kept.input), keccak256(made.data), where);
        assertEq(made.value, 0, where);
        assertFalse(made.reverted, where);
        if (creates) {
            names[made.account] = kept.contractName;
            bytes memory code = RECORDER.getCode(string.concat(kept.contractName, ".sol:", kept.contractName));
            assertGe(made.data.length, code.length, where);
            bytes memory start = made.data;
            assembly ("memory-safe") {
                mstore(start, mload(code))
            }
            assertEq(keccak256(start), keccak256(code), where);
        } else {
            assertEq(kept.contractName, names[made.account]);
        }
    }

    function _same(string memory settings, string memory kept, string memory path) private pure returns (address wanted) {
        wanted = RECORDER.parseJsonAddress(settings, path);
        assertEq(RECORDER.parseJsonAddress(kept, path), wanted, path);
    }
}
