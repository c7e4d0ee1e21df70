package org.breakwater.adapters.localnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.breakwater.core.execution.SafeError;
import org.junit.jupiter.api.Test;

/// The codes that stand in the published contracts' own bytecode.
class SafeErrorCodesTest {

    private static final Pattern CODE = Pattern.compile("GS[0-9]{3}");

    @Test
    void everyCodeOfThePublishedContractsHasItsSentence() {
        var found = new TreeSet<String>();
        for (var release : SafeRelease.values()) {
            for (var contract : release.contracts()) {
                var code = PackedContract.ofSafe(release.version(), contract.name())
                        .creationCode();
                var codes = CODE.matcher(new String(code.toArray(), StandardCharsets.ISO_8859_1));
                while (codes.find()) {
                    found.add(codes.group());
                }
            }
        }
        assertThat(found).hasSizeGreaterThan(25);
        assertThat(Arrays.stream(SafeError.values()).map(SafeError::name)).containsAll(found);
    }
}
