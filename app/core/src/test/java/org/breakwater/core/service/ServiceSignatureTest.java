package org.breakwater.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.ChainId;
import org.breakwater.core.value.Hash32;
import org.junit.jupiter.api.Test;

/// What is signed for a service, on inputs of safe-eth-py (`test_transaction_service_messages.py`) and of the README of
/// safe-tx-hashes-util, with digests that were computed by another program.
class ServiceSignatureTest {

    @Test
    void anOwnerNamesADelegate() {
        var named = ServiceSignature.delegate(
                new ChainId(1), Address.parse("0x1234567890123456789012345678901234567890"), 123);

        assertThat(named.domainHash())
                .hasToString("0xa3e78b517f0acfe7a65a4512e31b949a2bdebb08fd51bf75c48a97defe833913");
        assertThat(named.messageHash())
                .hasToString("0x2031f3914bd6a6626fbb6cac0fb8f62b0f7559d351aad92f2c35f3ca532a3458");
        assertThat(named.hash()).hasToString("0xba0641fb58bc87691151918ade24fbfd6f4f703771b1054e9fab38f8e214e0b8");
    }

    @Test
    void aProposerHasATransactionDeleted() {
        var deletion = ServiceSignature.deletion(
                new ChainId(11_155_111),
                Address.parse("0x657ff0D4eC65D82b2bC1247b0a558bcd2f80A0f1"),
                new Hash32(Bytes.parse("0xcb8bbe7bf8f8a1f3f57658e450d07d4422356ac042d96a87ba425b19e67a78a1")),
                440_771);

        assertThat(deletion.hash()).hasToString("0xd51171f821da492cf470e995171d9a0849abcc351930c36ef3d9e7d3c566f0ee");
    }

    @Test
    void anHourBeginsWithItsFirstSecond() {
        assertThat(ServiceSignature.hour(Instant.ofEpochSecond(7_199))).isOne();
        assertThat(ServiceSignature.hour(Instant.ofEpochSecond(7_200))).isEqualTo(2);
    }
}
