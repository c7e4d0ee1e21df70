package org.breakwater.adapters.ethereum;

import java.util.Optional;
import org.breakwater.core.governor.ChainView;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Bytes;

/// What one node's contracts answer as of its newest block.
public record NodeViews(EthereumNode node) implements ChainView.AtHead {

    @Override
    public ChainView newest() throws ProblemException {
        return new AtBlock(new BlockView(node, node.head()));
    }

    private record AtBlock(BlockView view) implements ChainView {

        @Override
        public BlockRef block() {
            return view.block();
        }

        @Override
        public Optional<Bytes> call(Address contract, Bytes calldata) throws ProblemException {
            return view.answer("what " + contract + " answers", contract, calldata);
        }
    }
}
