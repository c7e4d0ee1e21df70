package org.breakwater.adapters.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.ChainId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresAddressTest {

    @Test
    void anAddressNamesAUserAHostAPortAndADatabase() throws ProblemException {
        assertThat(PostgresAddress.parse("postgresql://keeper@db.example.org:6543/cover"))
                .isEqualTo(new PostgresAddress("keeper", "db.example.org", 6_543, "cover"));
        assertThat(PostgresAddress.parse("postgres://keeper@[::1]/cover"))
                .isEqualTo(new PostgresAddress("keeper", "::1", 5_432, "cover"))
                .hasToString("postgresql://keeper@[::1]:5432/cover");
        assertThat(PostgresAddress.parse("postgresql://a%40b@localhost/my%20cover"))
                .isEqualTo(new PostgresAddress("a@b", "localhost", 5_432, "my cover"));
    }

    @Test
    void onlyThisMachineIsHere() {
        for (var here : List.of("localhost", "127.0.0.1", "127.1.2.255", "::1")) {
            assertThat(new PostgresAddress("a", here, 5_432, "b").isHere())
                    .as(here)
                    .isTrue();
        }
        for (var elsewhere : List.of("localhost.example.org", "127.0.0.1.nip.io", "127.0.0.256", "10.0.0.1", "::2")) {
            assertThat(new PostgresAddress("a", elsewhere, 5_432, "b").isHere())
                    .as(elsewhere)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://keeper:hunter2@db.example.org/cover",
                "postgresql://:hunter2@db.example.org/cover",
                "postgresql://keeper@db.example.org/cover?password=hunter2",
                "postgresql://keeper@db.example.org/cover#hunter2",
                "postgresql://keeper:hunter2@db.example.org:port/cover",
                "postgresql://db.example.org/hunter2",
                "postgresql://keeper@/hunter2",
                "postgresql://keeper@db.example.org:70000/hunter2",
                "postgresql://keeper@db.example.org:5432/",
                "postgresql://keeper hunter2@db.example.org:5432/cover",
                "postgresql:// hunter2",
                "mysql://keeper:hunter2@db.example.org/cover",
                "https://keeper:hunter2@db.example.org/cover"
            })
    void whatIsNoSuchAddressIsRefusedWithoutRepeatingIt(String text) {
        var stores = new IndexStores(Map.of());
        var any = new Deployment(new ChainId(1), List.of(), new TreeMap<>(), new TreeMap<>(), List.of(), List.of());

        var refused = catchThrowableOfType(ProblemException.class, () -> stores.open(text, any));

        assertThat(refused).isNotNull();
        assertThat(refused.problem().toString()).doesNotContain("hunter2");
        assertThat(refused.getCause()).isNull();
    }

    @Test
    void namesAreBounded() {
        assertThat(catchThrowableOfType(
                        ProblemException.class,
                        () -> PostgresAddress.parse("postgresql://keeper@localhost/" + "x".repeat(64))))
                .isNotNull();
    }
}
