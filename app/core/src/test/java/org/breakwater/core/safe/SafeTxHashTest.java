package org.breakwater.core.safe;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.ChainId;
import org.breakwater.core.value.Hash32;
import org.junit.jupiter.api.Test;

/// Vectors from safe-eth-py and from the README of safe-tx-hashes-util.
class SafeTxHashTest {

    @Test
    void typeHashesAreThoseOfTheContracts() {
        assertThat(SafeTxHash.DOMAIN_TYPE)
                .hasToString("0x47e79534a245952e8b16893a336b85a3d9ea9fa8c573f3d803afb92a79469218");
        assertThat(SafeTxHash.SAFE_TX_TYPE)
                .hasToString("0xbb8310d486368db6bd6f849402fdd73ad53d316b5a4b2644ad6efe0f941286d8");
    }

    @Test
    void aTransactionWithARefundHashesAsInSafeEthPy() {
        var transaction = new SafeTransaction(
                Address.parse("0x79613FD49472C3C7a32188e45ff00e7bdC8a897d"),
                BigInteger.TWO,
                Bytes.fromHex("0x1212"),
                Operation.CALL,
                BigInteger.ZERO,
                BigInteger.ZERO,
                BigInteger.ZERO,
                Address.parse("0xFA995c7a0d32A4e7497508a5C380369BE8dB49Db"),
                Address.parse("0x6b92f5E5360bfCa8F5d3FcE65D87382967847983"),
                BigInteger.valueOf(17));

        var hash =
                SafeTxHash.of(new ChainId(4), Address.parse("0x2B0b9cBDA3D7b0F760187c52A8FFB18C48E5d96A"), transaction);

        assertThat(hash.domainHash()).hasToString("0x807576b3dc564c859de0fb735cecbdff78a3204f40cdd077c682fcc4443e0bbf");
        assertThat(hash.messageHash())
                .hasToString("0xfafca489b00966fa3b120f4d9654b49e2b825474c3f19ef44d9bbb8e200d02b4");
        assertThat(hash.hash())
                .isEqualTo(Hash32.fromHex("0x01d42a801ac44d3ebd43592be980dea0756d7f7b27d718d3016a42ea7ce85587"));
    }

    @Test
    void aDelegateCallWithARefundHashesAsPublished() {
        var safe = Address.parse("0x111CEEee040739fD91D29C34C33E6B3E112F2177");
        var transaction = new SafeTransaction(
                safe,
                BigInteger.valueOf(1000),
                Bytes.fromHex("0x0d582f130000000000000000000000000c75fa5a5f1c0997e3eea425cfa13184ed0ec9e5"
                        + "0000000000000000000000000000000000000000000000000000000000000003"),
                Operation.DELEGATE_CALL,
                BigInteger.ZERO,
                BigInteger.ZERO,
                BigInteger.valueOf(50),
                Address.parse("0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2"),
                Address.parse("0xd8dA6BF26964aF9D7eEd9e03E53415D37aA96045"),
                BigInteger.valueOf(234));

        assertThat(SafeTxHash.of(new ChainId(42161), safe, transaction))
                .hasToString("0xc818fceb1cace51c1a4039c4c66fc73d95eccc298104c9c52debac604b9f4e04");
    }

    @Test
    void aRejectionOnMainnetHashesAsComputedElsewhere() {
        var safe = Address.parse("0x1111111111111111111111111111111111111111");

        var hash = SafeTxHash.of(new ChainId(1), safe, SafeTransaction.call(safe, Bytes.EMPTY, BigInteger.valueOf(7)));

        assertThat(hash).hasToString("0xe299d6bb6dfaf642b0350bebd51e0648a7bffa7fd2db6a03ab8b0c12d2e7a704");
    }
}
