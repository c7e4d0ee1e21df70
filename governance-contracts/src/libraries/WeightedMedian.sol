// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

/// @title WeightedMedian
/// @notice Weighted median of whole percents, kept as a histogram, so that a ballot can be taken back exactly and reading the
/// median costs at most a hundred reads however many voted.
library WeightedMedian {
    /// Weight on each percent, 1…100.
    struct Histogram {
        mapping(uint256 percent => uint256 weight) weights;
        uint256 total;
    }

    error PercentOutOfRange(uint256 percent);

    /// @notice Adds weight to a percent.
    function add(Histogram storage self, uint256 percent, uint256 weight) internal {
        if (percent == 0 || percent > 100) revert PercentOutOfRange(percent);
        self.weights[percent] += weight;
        self.total += weight;
    }

    /// @notice Takes weight away again; reverts when less was there.
    function remove(Histogram storage self, uint256 percent, uint256 weight) internal {
        self.weights[percent] -= weight;
        self.total -= weight;
    }

    /// @notice Lowest percent at which at least half of the weight lies at or below; 0 when there is no weight. Where the weight
    /// splits evenly this is the lower of the two middles: the doubt is against who is paid.
    function median(Histogram storage self) internal view returns (uint256 percent) {
        uint256 total = self.total;
        if (total == 0) return 0;
        uint256 below;
        for (percent = 1; percent < 100; ++percent) {
            below += self.weights[percent];
            if (below * 2 >= total) return percent;
        }
    }
}
