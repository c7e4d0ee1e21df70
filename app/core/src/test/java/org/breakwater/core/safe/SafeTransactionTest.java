package org.breakwater.core.safe;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.junit.jupiter.api.Test;

class SafeTransactionTest {

    private static final Address SAFE = Address.parse("0x1111111111111111111111111111111111111111");
    private static final Address THIEF = Address.parse("0x2222222222222222222222222222222222222222");
    private static final SafeTransaction REJECTION = SafeTransaction.rejection(SAFE, BigInteger.TEN);

    @Test
    void aRejectionSendsNothingToTheSafeItself() {
        assertThat(REJECTION.isRejection(SAFE)).isTrue();
        assertThat(REJECTION.inner()).isEqualTo(SafeCall.of(SAFE, Bytes.EMPTY));
    }

    @Test
    void oneFieldThatDiffersMakesItSomethingElse() {
        assertThat(REJECTION.isRejection(THIEF)).isFalse();
        assertThat(SafeTransaction.call(SAFE, Bytes.zeros(1), BigInteger.TEN).isRejection(SAFE))
                .isFalse();
        assertThat(with(Operation.DELEGATE_CALL, 0, 0, Address.ZERO).isRejection(SAFE))
                .isFalse();
    }

    /// 5afe/safe-react#1800
    @Test
    void aRejectionWithARefundIsAPayment() {
        assertThat(with(Operation.CALL, 0, 1, THIEF).isRejection(SAFE)).isFalse();
        assertThat(with(Operation.CALL, 1, 0, Address.ZERO).isRejection(SAFE)).isFalse();
        assertThat(with(Operation.CALL, 0, 0, THIEF).isRejection(SAFE)).isFalse();
    }

    private static SafeTransaction with(Operation operation, long baseGas, long gasPrice, Address refundReceiver) {
        return new SafeTransaction(
                SAFE,
                BigInteger.ZERO,
                Bytes.EMPTY,
                operation,
                BigInteger.ZERO,
                BigInteger.valueOf(baseGas),
                BigInteger.valueOf(gasPrice),
                Address.ZERO,
                refundReceiver,
                BigInteger.TEN);
    }
}
