package org.breakwater.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import org.breakwater.core.alert.Alert.Subject;
import org.breakwater.core.value.Address;
import org.junit.jupiter.api.Test;

class SubjectTextTest {

    private static final Address ACCOUNT = Address.parse("0x00000000000000000000000000000000000000a5");

    @Test
    void whatAnAlertIsAboutIsReadAgainAsItIsWritten() {
        var all = List.of(
                new Subject.Pool(2),
                new Subject.Incident(3),
                new Subject.Feed(ACCOUNT),
                new Subject.Adapter(ACCOUNT),
                new Subject.Asset(ACCOUNT),
                new Subject.Venue(ACCOUNT),
                new Subject.InsuredSubject(4, 9),
                new Subject.Registry(),
                new Subject.Integrator(ACCOUNT),
                new Subject.Treasury(),
                new Subject.Pause(1),
                new Subject.Protocol(),
                new Subject.Claim(7),
                new Subject.Case(8),
                new Subject.Safe(ACCOUNT),
                new Subject.Proposal(BigInteger.TWO.pow(255)),
                new Subject.ParameterChange(12),
                new Subject.Contract(ACCOUNT),
                new Subject.Endpoint("https://one.example:8545"),
                new Subject.Store("the alerts"),
                new Subject.Target("on-call"),
                new Subject.Machine());
        assertThat(all).hasSize(Subject.class.getPermittedSubclasses().length);
        assertThat(all)
                .allSatisfy(about ->
                        assertThat(SubjectText.read(SubjectText.write(about))).hasValue(about));
    }

    @Test
    void anyOtherTextIsNothing() {
        for (var text : List.of(
                "", "pool", "pool:", "pool:02", "pool:x", "subject:4", "safe:0x12", "planet:3", "x".repeat(9_999))) {
            assertThat(SubjectText.read(text)).isEmpty();
        }
    }
}
