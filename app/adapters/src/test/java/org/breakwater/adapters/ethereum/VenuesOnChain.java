package org.breakwater.adapters.ethereum;

import com.esaulpaugh.headlong.abi.Tuple;
import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.projection.OutsideFacts;
import org.breakwater.core.rule.FeedReading;
import org.breakwater.core.value.Address;

/// Outside facts: of feeds what their logs told, of venues what they say of the treasury's shares as of a block.
record VenuesOnChain(OutsideFacts logged, BlockView view, Address treasury) implements OutsideFacts {

    private static final ContractAbi VAULT = ContractAbi.of("YieldVault");

    @Override
    public Optional<FeedReading> answer(Address feed) {
        return logged.answer(feed);
    }

    @Override
    public Optional<FeedReading.Limits> limits(Address feed) {
        return logged.limits(feed);
    }

    @Override
    public BigInteger worth(Address venue, BigInteger principal) {
        try {
            var holder = com.esaulpaugh.headlong.abi.Address.wrap(treasury.toString());
            Tuple shares = view.call("shares", venue, VAULT.function("balanceOf"), holder);
            return view.call("their worth", venue, VAULT.function("convertToAssets"), shares.<BigInteger>get(0))
                    .get(0);
        } catch (ProblemException problem) {
            throw new AssertionError(problem);
        }
    }
}
