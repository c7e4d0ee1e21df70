package org.breakwater.adapters.webhook;

import java.time.InstantSource;
import java.util.Map;
import org.breakwater.core.delivery.Carrier;
import org.breakwater.core.delivery.Carriers;
import org.breakwater.core.delivery.Channel;
import org.breakwater.core.delivery.Secret;
import org.breakwater.core.delivery.Secrets;
import org.breakwater.core.delivery.Target;
import org.breakwater.core.problem.ProblemException;

/// Opens the way to each kind of target. Secrets are read once, so that one that is missing is said at the start.
public final class TargetCarriers implements Carriers {

    private static final int WEBHOOK_CAPACITY = 500;

    private final Secrets secrets;
    private final Map<String, String> environment;
    private final InstantSource clock;
    private final WebhookHttp.Limits limits;

    /// @param environment of this program
    public TargetCarriers(Secrets secrets, Map<String, String> environment, InstantSource clock) {
        this(secrets, environment, clock, WebhookHttp.Limits.USUAL);
    }

    TargetCarriers(Secrets secrets, Map<String, String> environment, InstantSource clock, WebhookHttp.Limits limits) {
        this.secrets = secrets;
        this.environment = environment;
        this.clock = clock;
        this.limits = limits;
    }

    @Override
    public Carrier open(Target target) throws ProblemException {
        var document = new AlertDocument(target.name());
        return switch (target.channel()) {
            case Channel.Webhook(var url, var place) -> webhook(target, url, secrets.read(place), document);
            case Channel.Slack(var place) -> slack(target, secrets.read(place));
            case Channel.Discord(var place) -> discord(target, secrets.read(place));
            case Channel.Command command -> CommandCarrier.open(command, environment, document);
        };
    }

    private Carrier webhook(Target target, String url, Secret secret, AlertDocument document) throws ProblemException {
        return new HttpCarrier(
                http(target, url),
                WEBHOOK_CAPACITY,
                document::text,
                (message, body) -> Map.of(
                        Hmac.HEADER,
                        Hmac.header(secret, clock.instant(), body),
                        "Idempotency-Key",
                        document.id(message)));
    }

    private Carrier slack(Target target, Secret url) throws ProblemException {
        return new HttpCarrier(http(target, url.reveal()), SlackBody.CAPACITY, SlackBody::text, (_, _) -> Map.of());
    }

    private Carrier discord(Target target, Secret url) throws ProblemException {
        return new HttpCarrier(http(target, url.reveal()), DiscordBody.CAPACITY, DiscordBody::text, (_, _) -> Map.of());
    }

    private WebhookHttp http(Target target, String url) throws ProblemException {
        return new WebhookHttp(WebhookAddress.of("the target " + target.name(), url), limits, clock);
    }
}
