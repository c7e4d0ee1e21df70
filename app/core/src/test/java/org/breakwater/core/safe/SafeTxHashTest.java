package org.breakwater.core.safe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.EnumSet;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.ChainId;
import org.breakwater.core.value.Hash32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Published transactions and their three hashes; {@link Vectors} says where each is from.
class SafeTxHashTest {

    private static final String OLD_DOMAIN = "0x6d3bd4f9a032bd47c6be5664b14ec54f77738d4ac1606d9fceaa85af47a6eaf9";
    private static final String ARBITRUM_DOMAIN = "0x1cf7f9b1efe3bc47fe02fd27c649fea19e79d66040683a1c86c7490c80bf7291";
    private static final String BYBIT_DOMAIN = "0xb3ded2bdbff5db1a87f6d551fa256e9f2bd6517a3bb84f4c2ea863fb3a559622";

    @Test
    void typeHashesAreThoseOfTheContracts() {
        assertThat(SafeDomain.TYPE).hasToString("0x47e79534a245952e8b16893a336b85a3d9ea9fa8c573f3d803afb92a79469218");
        assertThat(SafeDomain.TYPE_WITHOUT_CHAIN)
                .hasToString("0x035aff83d86937d35b32e04f0ddc6ff469290eef2f1b692d8a815c89404d4749");
        assertThat(SafeTxHash.TYPE).hasToString("0xbb8310d486368db6bd6f849402fdd73ad53d316b5a4b2644ad6efe0f941286d8");
        assertThat(SafeTxHash.TYPE_WITH_DATA_GAS)
                .hasToString("0x14d461bc7412367e924637b363c7bf29b8f47e2f84869f4426e5633d8af47b20");
        assertThat(SafeMessageHash.TYPE)
                .hasToString("0x60b3cbf8b4a223d68d641b3b6ddf9a298e7f33710cf3d3a9d1146b5a6150fbca");
    }

    @Test
    void aCallBefore100HashesItsBaseGasAsDataGas() {
        assertHashes(
                SafeTxHash.of(Vectors.oldSafe(SafeVersion.V0_1_0), Vectors.callOfSafeEthPy()),
                OLD_DOMAIN,
                "0x4f1968f4104c33de983d76335edd49a4f5b02d7c4f4f63ffe2b447e36ac0c806",
                "0xc9d69a2350aede7978fdee58e702647e4bbdc82168577aa4a43b66ad815c6d1a");
    }

    @Test
    void aCreationBefore100HashesAsInSafeEthPy() {
        assertHashes(
                SafeTxHash.of(Vectors.oldSafe(SafeVersion.V0_1_0), Vectors.creationOfSafeEthPy()),
                OLD_DOMAIN,
                "0x6192d1d84a310d0910c044b565f174c02f2f869df8982260940e4abda78c01c7",
                "0x8ca8db91d72b379193f6e229eb2dff0d0621b6ef452d90638ee3206e9b7349b3");
    }

    @ParameterizedTest
    @EnumSource(
            value = SafeVersion.class,
            names = {"V1_0_0", "V1_1_0", "V1_1_1", "V1_2_0"})
    void aCallFrom100To120HashesWithoutItsChain(SafeVersion version) {
        assertHashes(
                SafeTxHash.of(Vectors.oldSafe(version), Vectors.callOfSafeEthPy()),
                OLD_DOMAIN,
                "0x168457631fccbc7a95f29e4a799bcca04d185284bdbccfa6fdb8d1bc91eb1366",
                "0x7c60341f3e1b4483575f38e84e97d6b332a2dd55b9290f39e6e26eef29a04fe7");
    }

    @Test
    void aCreation100HashesAsInSafeEthPy() {
        assertHashes(
                SafeTxHash.of(Vectors.oldSafe(SafeVersion.V1_0_0), Vectors.creationOfSafeEthPy()),
                OLD_DOMAIN,
                "0x7c82c8f4cf18c03e334df141257c52bbb137739a97f6a6fb1842257391522cf9",
                "0xf585279fd867c94738096f4eab964e9e202014d2f0d5155d751099ad85cbe504");
    }

    @ParameterizedTest
    @EnumSource(SafeVersion.class)
    void onlyVersionsThatCreateHashACreation(SafeVersion version) {
        if (EnumSet.of(SafeVersion.V0_1_0, SafeVersion.V1_0_0).contains(version)) {
            assertThat(SafeTxHash.of(Vectors.oldSafe(version), Vectors.creationOfSafeEthPy()))
                    .isNotNull();
        } else {
            assertThatThrownBy(() -> SafeTxHash.of(Vectors.oldSafe(version), Vectors.creationOfSafeEthPy()))
                    .hasMessageContaining("CREATE");
        }
    }

    @Test
    void aTransactionWithARefundHashesAsInSafeEthPy() {
        assertHashes(
                SafeTxHash.of(Vectors.rinkebySafe(), Vectors.refundOfSafeEthPy()),
                "0x807576b3dc564c859de0fb735cecbdff78a3204f40cdd077c682fcc4443e0bbf",
                "0xfafca489b00966fa3b120f4d9654b49e2b825474c3f19ef44d9bbb8e200d02b4",
                "0x01d42a801ac44d3ebd43592be980dea0756d7f7b27d718d3016a42ea7ce85587");
    }

    @ParameterizedTest
    @EnumSource(
            value = SafeVersion.class,
            names = {"V1_3_0", "V1_4_0", "V1_4_1", "V1_5_0"})
    void aNewOwnerOnArbitrumHashesAsPublishedForEveryVersionSince130(SafeVersion version) {
        assertHashes(
                SafeTxHash.of(Vectors.arbitrumSafe(version), Vectors.newOwner()),
                ARBITRUM_DOMAIN,
                "0xd9109ea63c50ecd3b80b6b27ed5c5a9fd3d546c2169dfb69bfa7ba24cd14c7a5",
                "0x0cb7250b8becd7069223c54e2839feaed4cee156363fbfe5dd0a48e75c4e25b3");
    }

    @Test
    void aDelegateCallWithARefundHashesAsPublished() {
        assertHashes(
                SafeTxHash.of(Vectors.arbitrumSafe(SafeVersion.V1_3_0), Vectors.delegateCallWithRefund()),
                ARBITRUM_DOMAIN,
                "0xc7e826933da60e6ac3e2246ed0563a26a920a65beaa9089d784ac96234141bb3",
                "0xc818fceb1cace51c1a4039c4c66fc73d95eccc298104c9c52debac604b9f4e04");
    }

    @Test
    void aTransferOnSepoliaHashesAsPublished() {
        assertHashes(
                SafeTxHash.of(Vectors.sepoliaSafe(), Vectors.transferOnSepolia()),
                "0x611379c19940caee095cdb12bebe6a9fa9abb74cdb1fbd7377c49a1f198dc24f",
                "0x565bba8b51924ffa64953596d0a2dd5c2cad39649f7de0bf2c8dbc903bd03258",
                "0xcb8bbe7bf8f8a1f3f57658e450d07d4422356ac042d96a87ba425b19e67a78a1");
    }

    @Test
    void anApprovalByANestedSafeHashesAsPublished() {
        assertHashes(
                SafeTxHash.of(Vectors.nestedOwner(), Vectors.nestedApproval()),
                "0x55f6c329a7834e2a4e789f5526f328fa75d14fe75b97b0001be40caf46ca92a1",
                "0xcd411ee5d49344391ef8d37b76e19dfacf505bbb20e856ac907acb5958ecbdf0",
                "0x86eb3f93f2670d119a4ecb8eeaa4dafe31a28abcafe06688d47e195a3dd7abb0");
    }

    @Test
    void whatBybitSignedHashesAsTheServiceRecordedIt() {
        assertHashes(
                SafeTxHash.of(Vectors.bybit(), Vectors.bybitSigned()),
                BYBIT_DOMAIN,
                "0xea68fc75e93bf7286b1257680ca8e2033bfadd8e1cb8a23f3ca18f1031ecf1e0",
                "0xb3476d061aeb8fc1d605a873c483a2402d88a68a9cdd1a8b47655dd55ba004f8");
    }

    @Test
    void whatBybitSawHashesToSomethingElse() {
        assertHashes(
                SafeTxHash.of(Vectors.bybit(), Vectors.bybitShown()),
                BYBIT_DOMAIN,
                "0x0ef66f55ee7a02ce209b1d7bc0e75079e71649d2e64049a9e6e84206d8552cc0",
                "0x9d89e67333f99c136537be74029c44592985a4855172f4c2d0d942029868f98e");
    }

    @ParameterizedTest
    @CsvSource({
        "V1_1_1, 1, 0xc6172c436a72ad7286cf5e21dcc39bf417e7f8a6404b5f0f1c25c6a30b44831c,"
                + "0xb6732cf4271d8a93f694cf0a2479b8b41197900d6f2ef60dae04c1292790c20f",
        "V1_1_1, 8453, 0xc6172c436a72ad7286cf5e21dcc39bf417e7f8a6404b5f0f1c25c6a30b44831c,"
                + "0xb6732cf4271d8a93f694cf0a2479b8b41197900d6f2ef60dae04c1292790c20f",
        "V1_3_0, 1, 0xf0dcfe86ad4a409690a57dbaae9b1e14c5ea1750a48271a0a3a6037a8100624d,"
                + "0xe299d6bb6dfaf642b0350bebd51e0648a7bffa7fd2db6a03ab8b0c12d2e7a704",
        "V1_4_1, 8453, 0x0a4eb9729c16c5f9e795832037ed22fdcebd77a4d4964a3a235bf8cc6a856240,"
                + "0x595a37cf75a13bf025e63c7b077c8e75315d3cad58d3945b4fd4a8cded7b9465",
        "V1_5_0, 42161, 0xba1c31195e0d2533c5ec34cbf08cf6b9efc394f12e3db0fab76e49822fb082ed,"
                + "0xf59376ac8067e724197359c84f8caadc20366c35c2fbc7ee9e3f576188b4e5d6"
    })
    void aRejectionHashesAsComputedElsewhere(SafeVersion version, long chain, String domain, String hash) {
        var safe = Address.parse("0x1111111111111111111111111111111111111111");
        var rejection = SafeTransaction.rejection(safe, BigInteger.valueOf(7));

        assertHashes(
                SafeTxHash.of(new SafeDomain(version, new ChainId(chain), safe), rejection),
                domain,
                "0x5c42f2af67b8cef1733d8a371903afaea7002eeed96a2f51ed5079329ab3046a",
                hash);
    }

    @Test
    void twoWaysOfHashingThatDisagreeStopEverything() {
        var domain = Vectors.bybit();
        var shown = SafeTxHash.of(domain, Vectors.bybitShown());
        var signed = SafeTypedData.transaction(domain, Vectors.bybitSigned());

        assertThatThrownBy(() -> SafeHash.agreed(shown, signed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nothing may be signed");
    }

    @Test
    void numbersBeyondAWordAreNoTransaction() {
        var tooLarge = BigInteger.TWO.pow(256);

        assertThatThrownBy(() -> SafeTransaction.call(Address.ZERO, Bytes.EMPTY, tooLarge))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SafeTransaction.call(Address.ZERO, Bytes.EMPTY, BigInteger.ONE.negate()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertHashes(SafeTxHash hash, String domain, String message, String signed) {
        assertThat(hash.domainHash()).hasToString(domain);
        assertThat(hash.messageHash()).hasToString(message);
        assertThat(hash.hash()).isEqualTo(Hash32.fromHex(signed));
    }
}
