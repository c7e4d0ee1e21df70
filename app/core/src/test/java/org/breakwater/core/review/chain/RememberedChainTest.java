package org.breakwater.core.review.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicInteger;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.junit.jupiter.api.Test;

class RememberedChainTest {

    private static final Address SAFE = Address.parse("0x00000000000000000000000000000000000000a1");

    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean answers = true;

    /// A chain on which whoever is asked for a balance has as much as it was asked for.
    private ReviewChain chain() {
        return (ReviewChain) Proxy.newProxyInstance(
                ReviewChain.class.getClassLoader(), new Class<?>[] {ReviewChain.class}, (_, _, _) -> {
                    var count = asked.incrementAndGet();
                    if (!answers) {
                        throw new ProblemException(Problem.of("The node is silent.", ""));
                    }
                    return BigInteger.valueOf(count);
                });
    }

    @Test
    void whatWasToldToOneReviewIsNotAskedForTheNext() throws Exception {
        var block = RememberedChain.forReviews(chain());
        assertThat(new RememberedChain(block).balance(SAFE)).isEqualTo(1);
        assertThat(new RememberedChain(block).balance(SAFE)).isEqualTo(1);
        assertThat(asked).hasValue(1);
    }

    @Test
    void whatOneReviewWasNotToldIsAskedForTheNextButNotTwiceByTheSame() throws Exception {
        var block = RememberedChain.forReviews(chain());
        answers = false;
        var first = new RememberedChain(block);
        assertThatThrownBy(() -> first.balance(SAFE)).hasMessageContaining("silent");
        answers = true;
        assertThatThrownBy(() -> first.balance(SAFE))
                .as("its checks see the same failure")
                .hasMessageContaining("silent");
        assertThat(new RememberedChain(block).balance(SAFE)).isEqualTo(2);
        assertThat(asked).hasValue(2);
    }
}
