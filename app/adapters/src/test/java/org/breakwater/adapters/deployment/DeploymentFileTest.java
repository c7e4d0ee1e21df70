package org.breakwater.adapters.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.breakwater.core.deployment.AccountOverride;
import org.breakwater.core.deployment.DeployedContract;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.deployment.RestrictedFunction;
import org.breakwater.core.deployment.RoleGrant;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.ChainId;
import org.breakwater.core.value.Keccak;
import org.junit.jupiter.api.Test;

class DeploymentFileTest {

    private static final Address DIRECTORY = Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed");
    private static final Address COUNCIL = Address.parse("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359");
    private static final Deployment DEPLOYMENT = new Deployment(
            new ChainId(31_337),
            List.of(new DeployedContract("Directory", DIRECTORY, 12, Keccak.hash("code"))),
            new TreeMap<>(Map.of("council", COUNCIL)),
            new TreeMap<>(Map.of(20L, "COUNCIL_NOW")),
            List.of(new RoleGrant(20, COUNCIL, 0)),
            List.of(new RestrictedFunction("Directory", "addPool(address)", 10)));

    @Test
    void whatIsWrittenIsRead() throws ProblemException {
        assertThat(DeploymentFile.parse(DeploymentFile.print(DEPLOYMENT)).deployment())
                .isEqualTo(DEPLOYMENT);
    }

    @Test
    void whatParametersWereGivenForSingleAccountsIsWrittenAndRead() throws ProblemException {
        var own =
                DEPLOYMENT.with(List.of(new AccountOverride("ORACLE_MAX_AGE", DIRECTORY, BigInteger.valueOf(90_000))));

        assertThat(DeploymentFile.parse(DeploymentFile.print(own)).deployment()).isEqualTo(own);
        assertThat(DeploymentFile.print(DEPLOYMENT)).doesNotContain("overrides");
    }

    @Test
    void aParameterThatIsGivenTwiceForAnAccountIsNamedByItsLine() {
        var once = new AccountOverride("ORACLE_MAX_AGE", DIRECTORY, BigInteger.valueOf(90_000));
        var twice = DEPLOYMENT.with(
                List.of(once, new AccountOverride("ORACLE_MAX_AGE", DIRECTORY, BigInteger.valueOf(4_000))));

        refused(DeploymentFile.print(twice), "Line 18", "ORACLE_MAX_AGE occurs twice for " + DIRECTORY);
    }

    @Test
    void aChangedNumberIsFoundByTheChecksum() {
        var changed = DeploymentFile.print(DEPLOYMENT).replace("\"block\": 12", "\"block\": 13");

        refused(changed, "Line 16", "checksum");
    }

    @Test
    void aCutFileIsNamedByItsLastLine() {
        var text = DeploymentFile.print(DEPLOYMENT);

        refused(text.substring(0, text.indexOf("\"accounts\"")), "Line 7", "not complete JSON");
    }

    @Test
    void anAddressWithAChangedCharacterIsNamedByItsLine() {
        var changed = DeploymentFile.print(DEPLOYMENT).replace("0x5aAeb6053F3E94C9b9A0", "0x5aAeb6053F3E94C9b9B0");

        refused(changed, "Line 5", "checksum");
    }

    @Test
    void anUnknownFieldIsNamedByItsLine() {
        var changed = DeploymentFile.print(DEPLOYMENT).replace("\"council\"", "\"council\": 3, \"council\"");

        refused(changed, "Line 8", "Duplicate");
    }

    @Test
    void cutAnywhereItIsRefusedWithALine() {
        var text = DeploymentFile.print(DEPLOYMENT);

        for (int length = 0; length < text.length() - 1; length++) {
            refused(text.substring(0, length), "Line ", " of the deployment file: ");
        }
    }

    @Test
    void aCharacterChangedAnywhereIsRefusedWithALine() {
        var text = DeploymentFile.print(DEPLOYMENT);
        var end = text.lastIndexOf('}');

        for (int i = 0; i < end; i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                var changed = text.substring(0, i) + (char) (text.charAt(i) ^ 1) + text.substring(i + 1);
                refused(changed, "Line ", " of the deployment file: ");
            }
        }
    }

    private static void refused(String text, String line, String why) {
        assertThatThrownBy(() -> DeploymentFile.parse(text))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(line)
                .hasMessageContaining(why);
    }
}
