package org.breakwater.adapters.localnet.world;

import java.math.BigInteger;
import java.util.function.IntFunction;
import org.web3j.crypto.Credentials;

/// Everything that the strands of the story share.
///
/// @param keys of the phrase's accounts, by their index
record Setting(
        long seed,
        Agenda agenda,
        Stage stage,
        Cast cast,
        Protocol protocol,
        Texts texts,
        Dao dao,
        Council council,
        SafeOwners guardians,
        IntFunction<Credentials> keys) {

    /// The allowance of those who do not count.
    static final BigInteger UNLIMITED = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);

    private static final BigInteger USDC = BigInteger.TEN.pow(6);

    /// A strand's own random numbers.
    Draw draw(String strand) {
        return new Draw(seed, strand);
    }

    /// Whole dollars in the settlement token's smallest unit.
    static BigInteger usdc(long dollars) {
        return USDC.multiply(BigInteger.valueOf(dollars));
    }

    Person one(Part part) {
        return cast.one(part);
    }
}
