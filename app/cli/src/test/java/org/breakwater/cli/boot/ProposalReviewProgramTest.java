package org.breakwater.cli.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.breakwater.adapters.deployment.DeploymentFile;
import org.breakwater.adapters.ethereum.EthereumNode;
import org.breakwater.adapters.ethereum.NodeViews;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.value.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `breakwater review --proposal` against a local network.
class ProposalReviewProgramTest {

    private static final JsonMapper JSON = new JsonMapper();

    @RegisterExtension
    static final StartedLocalnet network = new StartedLocalnet();

    private static Program.Outcome review(String... more) throws Exception {
        var arguments =
                new ArrayList<>(List.of("review", "--rpc", network.rpc(), "--deployment", network.deployment()));
        arguments.addAll(List.of(more));
        return Program.asBuilt().run(arguments.toArray(String[]::new));
    }

    /// The id of the last proposal but some.
    private static BigInteger proposal(int before) throws Exception {
        var node = EthereumNode.connect(URI.create(network.rpc()));
        try {
            var governor = DeploymentFile.read(Path.of(network.deployment()))
                    .deployment()
                    .address("CoverGovernor");
            var view = new NodeViews(node).newest();
            var count = view.call(governor, AbiEncoder.call(FunctionSignature.parse("proposalCount()")))
                    .orElseThrow()
                    .toUnsigned();
            return view.call(
                            governor,
                            AbiEncoder.call(
                                    FunctionSignature.parse("proposalDetailsAt(uint256)"),
                                    new AbiValue.Whole(count.subtract(BigInteger.valueOf(1L + before)))))
                    .orElseThrow()
                    .slice(0, Word.LENGTH)
                    .toUnsigned();
        } finally {
            node.close();
        }
    }

    private static String outcome(JsonNode document, String check) {
        return document.required("checks")
                .valueStream()
                .filter(each -> each.required("id").asString().equals(check))
                .findFirst()
                .orElseThrow()
                .required("outcome")
                .asString();
    }

    @Test
    void anOpenProposalIsReviewedAsTheTimelockWouldCarryItOut() throws Exception {
        var id = proposal(2);
        var reviewed = review("--proposal", id.toString(), "--json");

        assertThat(reviewed.exitCode()).as(reviewed.output()).isIn(0, 2);
        var document = JSON.readTree(reviewed.output());
        assertThat(document.required("proposal").required("id").asString()).isEqualTo(id.toString());
        assertThat(outcome(document, "P1")).isEqualTo("passed");
        assertThat(outcome(document, "P2")).isEqualTo("passed");
        assertThat(outcome(document, "FW23")).isEqualTo("passed");
        assertThat(document.required("calls").size()).isGreaterThan(1);
    }

    @Test
    void whatTheGovernorNeverAnnouncedIsASentence() throws Exception {
        review("--proposal", "12345").refused("has announced no proposal 12345");
        review("--proposal", "twelve").refused("its id is a number");
    }

    @Test
    void aProposalIsNoTransactionOfASafe() throws Exception {
        review("--proposal", "12345", "--safe", network.safe("council")).refused("--proposal stands alone");
    }
}
