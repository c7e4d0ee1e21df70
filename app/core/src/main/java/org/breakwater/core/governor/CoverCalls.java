package org.breakwater.core.governor;

import java.math.BigInteger;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiValue.Account;
import org.breakwater.core.abi.AbiValue.Whole;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.value.Address;

/// What an account does for an integrator's cover of accounts (`IAccountCover`).
public final class CoverCalls {

    private static final FunctionSignature TOP_UP = FunctionSignature.parse("topUp(address,uint256)");

    private CoverCalls() {}

    /// Pays an integrator's cover ahead. Anybody may; nobody but the integrator gets back what is not used. The
    /// contract takes the asset from whoever sends this, who must have let it ({@link CaseCalls#allow}).
    ///
    /// @param cover the contract AccountCover
    /// @param units of the pool's asset
    /// @param from who sends it
    public static AccountCall topUp(Address cover, Address integrator, BigInteger units, Address from) {
        return new AccountCall(
                cover,
                AbiEncoder.call(TOP_UP, new Account(integrator), new Whole(units)),
                Announcement.of(
                        cover,
                        "ToppedUp(address,address,uint256,uint256)",
                        2,
                        new Account(integrator),
                        new Account(from),
                        new Whole(units),
                        Announcement.Any.ANY));
    }
}
