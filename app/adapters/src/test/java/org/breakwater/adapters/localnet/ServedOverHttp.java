package org.breakwater.adapters.localnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.breakwater.core.value.Hash32;
import org.junit.jupiter.api.Test;

/// What a service says to requests that are no client's of ours.
interface ServedOverHttp extends ServedRequests {

    @Test
    default void anAddressWithoutItsChecksumIsRefusedAsTheRealServiceDoes() throws Exception {
        var lower = safe().safe().toString().toLowerCase(Locale.ROOT);

        var reply = exchange(new Request.Builder().url(service().address() + "/v1/safes/" + lower + "/"));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.text())
                .isEqualTo("{\"code\":1,\"message\":\"Checksum address validation failed\",\"arguments\":[\"" + lower
                        + "\"]}");
    }

    @Test
    default void aMissingSlashLeadsToTheAddressThatHasIt() throws Exception {
        assertThat(exchange(new Request.Builder().url(service().address() + "/v1/about"))
                        .status())
                .isEqualTo(301);
    }

    @Test
    default void pagesInABrowserAreNotAnswered() throws Exception {
        var about = service().address() + "/v1/about/";
        assertThat(exchange(new Request.Builder().url(about).header("Host", "evil.example"))
                        .status())
                .isEqualTo(421);
        assertThat(exchange(new Request.Builder().url(about).header("Origin", "https://evil.example"))
                        .status())
                .isEqualTo(403);
        assertThat(exchange(new Request.Builder()
                                .url(service().address() + "/v2/delegates/")
                                .post(RequestBody.create("a=b", MediaType.get("application/x-www-form-urlencoded"))))
                        .status())
                .isEqualTo(415);
    }

    @Test
    default void whatIsNoRequestHasItsStatus() throws Exception {
        var confirm = service().address() + "/v1/multisig-transactions/" + Hash32.ZERO + "/confirmations/";
        assertThat(exchange(new Request.Builder().url(service().address() + "/v9/nothing/"))
                        .status())
                .isEqualTo(404);
        assertThat(exchange(new Request.Builder().url(confirm).put(RequestBody.create("{}", JSON_TYPE)))
                        .status())
                .isEqualTo(405);
        for (var body : List.of("", "{", "[]", "{\"a\":1,\"a\":2}", "{\"a\":" + "[".repeat(1_000))) {
            assertThat(exchange(new Request.Builder().url(confirm).post(RequestBody.create(body, JSON_TYPE)))
                            .status())
                    .as(body)
                    .isEqualTo(400);
        }
        assertThat(exchange(new Request.Builder()
                                .url(confirm)
                                .post(RequestBody.create("\"" + "x".repeat(3 << 20) + "\"", JSON_TYPE)))
                        .status())
                .isEqualTo(413);
    }

    @Test
    default void theServiceListensOnLoopbackAlone() {
        assertThat(service().address().getHost()).isEqualTo("127.0.0.1");
    }
}
