package org.breakwater.adapters.signing;

import java.math.BigInteger;
import java.util.Random;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeHashCase;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

/// Transactions to sign.
public final class Subjects {

    public static final Address SAFE = Address.parse("0x1Db92e2EeBC8E0c075a02BeA49a2935BcD2dFCF4");

    private Subjects() {}

    public static SafeHashCase plain(long nonce) {
        return new SafeHashCase(
                new SafeDomain(SafeVersion.V1_4_1, BigInteger.valueOf(31_337), SAFE),
                SafeTransaction.call(SAFE, Bytes.fromHex("0x1234"), BigInteger.valueOf(nonce)));
    }

    /// Any transaction of a version, every field drawn.
    public static SafeHashCase drawn(SafeVersion version, Random random) {
        return new SafeHashCase(
                new SafeDomain(version, BigInteger.valueOf(31_337), address(random)),
                new SafeTransaction(
                        address(random),
                        number(random),
                        bytes(random, random.nextInt(200)),
                        random.nextBoolean() ? Operation.CALL : Operation.DELEGATE_CALL,
                        number(random),
                        number(random),
                        number(random),
                        address(random),
                        address(random),
                        number(random)));
    }

    private static Address address(Random random) {
        return new Address(bytes(random, Address.LENGTH));
    }

    private static BigInteger number(Random random) {
        return new BigInteger(random.nextInt(257), random);
    }

    private static Bytes bytes(Random random, int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return Bytes.of(bytes);
    }
}
