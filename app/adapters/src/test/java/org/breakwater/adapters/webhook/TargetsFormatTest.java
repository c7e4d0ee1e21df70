package org.breakwater.adapters.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.breakwater.adapters.json.JsonText;
import org.breakwater.core.alert.Alert.Severity;
import org.breakwater.core.delivery.Channel;
import org.breakwater.core.delivery.Interest;
import org.breakwater.core.delivery.QuietHours;
import org.breakwater.core.delivery.SecretPlace;
import org.breakwater.core.delivery.Target;
import org.breakwater.core.delivery.TargetsFormat;
import org.breakwater.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetsFormatTest {

    private static final String WHOLE = """
        {
          "format": "breakwater-targets/1",
          "quietHours": {"night": {"zone": "Europe/Berlin", "from": "22:00", "to": "07:00"}},
          "targets": [
            {"name": "on-call", "kind": "webhook", "url": "https://alerts.example.org/b",
             "secret": {"credential": "on-call"}, "severities": ["hold"]},
            {"name": "team", "kind": "slack", "url": {"environment": "SLACK_URL"},
             "rules": ["solvency", "peg"], "quiet": "night"},
            {"name": "dao", "kind": "discord", "url": {"file": "/etc/breakwater/discord"}},
            {"name": "siren", "kind": "command", "command": ["/usr/local/bin/siren", "--loud"], "seconds": 5}
          ]
        }
        """;

    private static List<Target> read(String text) throws ProblemException {
        return TargetsFormat.read(JsonText.parse("targets.json", text, TargetsFormat.LIMITS));
    }

    private static String one(String fields) {
        return "{\"format\": \"breakwater-targets/1\", \"targets\": [{\"name\": \"a\", " + fields + "}]}";
    }

    @Test
    void everyKindOfTargetIsRead() throws Exception {
        var night = new QuietHours("night", ZoneId.of("Europe/Berlin"), LocalTime.of(22, 0), LocalTime.of(7, 0));
        assertThat(read(WHOLE))
                .containsExactly(
                        new Target(
                                "on-call",
                                new Channel.Webhook(
                                        "https://alerts.example.org/b", new SecretPlace.Credential("on-call")),
                                new Interest(Set.of(Severity.HOLD), Set.of()),
                                Optional.empty()),
                        new Target(
                                "team",
                                new Channel.Slack(new SecretPlace.Environment("SLACK_URL")),
                                new Interest(Set.of(Severity.values()), Set.of("solvency", "peg")),
                                Optional.of(night)),
                        new Target(
                                "dao",
                                new Channel.Discord(new SecretPlace.OwnFile("/etc/breakwater/discord")),
                                Interest.ALL,
                                Optional.empty()),
                        new Target(
                                "siren",
                                new Channel.Command(List.of("/usr/local/bin/siren", "--loud"), Duration.ofSeconds(5)),
                                Interest.ALL,
                                Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"kind\": \"pager\" | is no kind of target",
                "\"kind\": \"slack\", \"url\": \"https://hooks.slack.com/hidden\" | does not stand here",
                "\"kind\": \"slack\", \"url\": {\"environment\": \"A\", \"file\": \"/b\"} | does not stand here",
                "\"kind\": \"slack\", \"url\": {\"value\": \"hidden\"} | is unknown",
                "\"kind\": \"slack\", \"url\": {\"environment\": \"A-B\"} | no name of an environment variable",
                "\"kind\": \"slack\", \"url\": {\"file\": \"relative\"} | no name of a file",
                "\"kind\": \"slack\", \"url\": {\"credential\": \"../x\"} | no name of a credential",
                "\"kind\": \"slack\", \"url\": {\"file\": \"/a\"}, \"secret\": {\"file\": \"/b\"} | is unknown",
                "\"kind\": \"webhook\", \"url\": \"https://a.example\" | is missing",
                "\"kind\": \"command\", \"command\": [\"siren\"] | whole path",
                "\"kind\": \"command\", \"command\": [] | from 1 to 64 words",
                "\"kind\": \"command\", \"command\": [\"/a\", 1] | is no text",
                "\"kind\": \"command\", \"command\": [\"/a\"], \"seconds\": 0 | from 1 to 300 seconds",
                "\"kind\": \"command\", \"command\": [\"/a\"], \"seconds\": 99999999999999999999 | from 1 to 300",
                "\"kind\": \"command\", \"command\": [\"/a\"], \"severities\": [] | at least one severity",
                "\"kind\": \"command\", \"command\": [\"/a\"], \"severities\": [\"HOLD\"] | is no severity",
                "\"kind\": \"command\", \"command\": [\"/a\"], \"rules\": [] | at least one rule",
                "\"kind\": \"command\", \"command\": [\"/a\"], \"quiet\": \"night\" | no quiet hours are named",
                "\"kind\": \"command\", \"command\": [\"/a\"], \"name\": \"b\" | Duplicate",
            })
    void whatIsNotRightIsRefusedWithItsLineAndNoSecret(String fields, String why) {
        assertThatThrownBy(() -> read(one(fields)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Line 1 of targets.json")
                .hasMessageContaining(why)
                .message()
                .doesNotContain("hidden");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Europe/Berlin | Mars/Olympus | is no time zone",
                "22:00 | 24:00 | is no time of day",
                "22:00 | 7:00 | is no time of day",
                "22:00 | 07:00 | are none",
                "\"zone\" | \"timezone\" | is unknown",
                "\"on-call\", \"kind\" | \"team\", \"kind\" | two targets are named team",
                "\"on-call\", \"kind\" | \"On Call\", \"kind\" | is named with",
                "breakwater-targets/1 | breakwater-targets/2 | the format is not",
                "\"targets\" | \"goals\" | is unknown",
            })
    void aWordThatIsWrongIsRefused(String right, String wrong, String why) {
        assertThatThrownBy(() -> read(WHOLE.replace(right, wrong)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(why);
    }

    @Test
    void thereIsAtLeastOneTarget() {
        assertThatThrownBy(() -> read("{\"format\": \"breakwater-targets/1\", \"targets\": []}"))
                .hasMessageContaining("from 1 to 32 targets");
    }
}
