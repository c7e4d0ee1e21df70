package org.breakwater.adapters.offer;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.breakwater.adapters.offer.Parameter.Form;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.offer.AccountCover;
import org.breakwater.core.offer.Claim;
import org.breakwater.core.offer.Cursor;
import org.breakwater.core.offer.Event;
import org.breakwater.core.offer.Health;
import org.breakwater.core.offer.Incident;
import org.breakwater.core.offer.Integrator;
import org.breakwater.core.offer.Offer;
import org.breakwater.core.offer.Part;
import org.breakwater.core.offer.Policy;
import org.breakwater.core.offer.Pool;
import org.breakwater.core.offer.Quote;
import org.breakwater.core.offer.QuoteAnswer;
import org.breakwater.core.offer.QuoteRequest;
import org.breakwater.core.offer.Series;
import org.breakwater.core.offer.Status;
import org.breakwater.core.offer.StoredEvents;
import org.breakwater.core.offer.Subject;
import org.breakwater.core.offer.TreasurySummary;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.protocol.ClaimState;
import org.breakwater.core.protocol.IncidentState;
import org.breakwater.core.protocol.PolicyState;
import org.breakwater.core.value.Bytes;

/// Every path that is answered: what it takes, what it gives, and how. The description of the interface is made
/// from the same list.
final class Paths {

    static final String EVENTS = "/v1/events/stream";

    private static final int NOT_READY = 503;
    private static final int OK = 200;

    private static final Form NUMBER = new Form.Whole(1, 0xffff_ffffL);
    private static final Form LARGE = new Form.Whole(1, (1L << 53) - 1);

    private final Supplier<Source> source;
    private final PathKinds kinds;
    private final List<Path> all;

    Paths(Supplier<Source> source) {
        this.source = source;
        this.kinds = new PathKinds(source);
        this.all = list();
    }

    /// The paths without anything to answer from.
    static List<Path> described() {
        return new Paths(() -> {
                    throw new IllegalStateException("nothing is answered here");
                })
                .all();
    }

    /// Answers one request.
    @FunctionalInterface
    interface Answering {
        Reply reply(Arguments arguments) throws Refusal, IndexException, ProblemException;
    }

    /// One path.
    ///
    /// @param template with parameters in braces
    /// @param problems those that it may answer, besides what every path may
    record Path(
            String template,
            String operation,
            String summary,
            List<Parameter> parameters,
            Reply.Shape shape,
            List<ProblemType> problems,
            Answering answering) {

        Path {
            parameters = List.copyOf(parameters);
            problems = List.copyOf(problems);
        }

        private List<String> segments() {
            return List.of(template.substring(1).split("/"));
        }
    }

    /// A path with what the request says in it.
    record Match(Path path, Map<String, String> inPath) {}

    List<Path> all() {
        return all;
    }

    Optional<Match> match(String requested) {
        var segments = List.of(requested.substring(1).split("/", -1));
        return all.stream().flatMap(path -> match(path, segments).stream()).findFirst();
    }

    private static Optional<Match> match(Path path, List<String> requested) {
        var segments = path.segments();
        if (segments.size() != requested.size()) {
            return Optional.empty();
        }
        var inPath = new HashMap<String, String>();
        for (int i = 0; i < segments.size(); i++) {
            var segment = segments.get(i);
            if (segment.startsWith("{") && !requested.get(i).isEmpty()) {
                inPath.put(segment.substring(1, segment.length() - 1), requested.get(i));
            } else if (!segment.equals(requested.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(new Match(path, inPath));
    }

    private List<Path> list() {
        return Stream.of(service(), pools(), cover(), losses(), protocol())
                .flatMap(List::stream)
                .toList();
    }

    private List<Path> service() {
        return List.of(
                new Path(
                        "/health",
                        "health",
                        "Whether questions are answered: 200 when they are, 503 while there is nothing to answer from.",
                        List.of(),
                        new Reply.Shape(Health.class, false, false),
                        List.of(),
                        _ -> {
                            var health = source.get().health();
                            return Reply.passing(health.ready() ? OK : NOT_READY, health);
                        }),
                new Path(
                        "/v1/status",
                        "status",
                        "How far the index is, how far the chain is, and which contracts these are.",
                        List.of(),
                        new Reply.Shape(Status.class, false, false),
                        List.of(),
                        _ -> {
                            var status = source.get().status();
                            return new Reply(
                                    OK, Reply.of(source.get().offer(), status).body(), Optional.empty());
                        }));
    }

    private List<Path> pools() {
        return List.of(
                kinds.list(
                        "/v1/pools",
                        "pools",
                        "Pools with their capital, what is sold and what is stopped.",
                        Pool.class,
                        Offer::pools),
                kinds.one(
                        "/v1/pools/{poolId}",
                        "pool",
                        "One pool.",
                        Parameter.path("poolId", NUMBER, "From 1."),
                        Pool.class,
                        (offer, arguments) ->
                                PathKinds.find(offer.pools(), Pool::poolId, arguments.whole("poolId"), "pool")),
                kinds.list(
                        "/v1/subjects",
                        "subjects",
                        "What can be insured: eligibility by every rule, and for each pool whether it is sold, how"
                                + " much, and at what rate.",
                        Subject.class,
                        Offer::subjects),
                kinds.one(
                        "/v1/subjects/{subjectId}",
                        "subject",
                        "One subject, and whether cover of it is sold.",
                        Parameter.path("subjectId", NUMBER, "From 1."),
                        Subject.class,
                        (offer, arguments) -> PathKinds.find(
                                offer.subjects(), Subject::subjectId, arguments.whole("subjectId"), "subject")),
                quotePath());
    }

    private Path quotePath() {
        return new Path(
                "/v1/quote",
                "quote",
                "What cover costs in this block, to the unit, and the calls that buy it; refused where the contracts"
                        + " would refuse the purchase.",
                List.of(
                        Parameter.required("pool", NUMBER, "Number of the pool."),
                        Parameter.required("subject", NUMBER, "Number of the subject."),
                        Parameter.required("amount", new Form.Decimal(), "Cover, in units of the pool's asset."),
                        Parameter.required("duration", new Form.Whole(0, 0xffff_ffffL), "Seconds, from the purchase."),
                        Parameter.optional(
                                "distributor",
                                new Form.Account(),
                                "Who brings the buyer, and has a share of the premium."),
                        Parameter.optional(
                                "holder",
                                new Form.Account(),
                                "Who will hold the policy. With proofOfInterest, the answer has the calls that buy"
                                        + " it."),
                        Parameter.optional(
                                "proofOfInterest",
                                new Form.Hash(),
                                "Hash of what shows that the holder has something to lose."),
                        Parameter.optional(
                                "maxPremium",
                                new Form.Decimal(),
                                "Most that the purchase may cost; what is quoted where left out."),
                        Parameter.optional(
                                "gateData", Parameter.GATE_DATA, "What the gate asks for, where there is one.")),
                new Reply.Shape(Quote.class, false, false),
                Arrays.stream(QuoteAnswer.Reason.values()).map(ProblemType::of).toList(),
                arguments -> {
                    var offer = source.get().offer();
                    return switch (offer.quote(request(arguments))) {
                        case QuoteAnswer.Quoted(var quote) -> Reply.of(offer, quote);
                        case QuoteAnswer.Refused refused -> throw Refusal.of(refused);
                    };
                });
    }

    private static QuoteRequest request(Arguments arguments) throws Refusal {
        var holder = arguments.optionalAccount("holder");
        var proof = arguments.optionalHash("proofOfInterest");
        var most = arguments.optionalDecimal("maxPremium");
        var data = arguments.optionalBytes("gateData");
        if (holder.isPresent() != proof.isPresent() || (holder.isEmpty() && (most.isPresent() || data.isPresent()))) {
            throw Refusal.of(
                    ProblemType.PARAMETER,
                    "A purchase needs both holder and proofOfInterest.",
                    "Give both, or neither of them, maxPremium and gateData.");
        }
        if (holder.filter(account -> account.isZero()).isPresent()) {
            throw Refusal.of(
                    ProblemType.PARAMETER, "Nobody holds what the zero address holds.", "Give another holder.");
        }
        return new QuoteRequest(
                arguments.whole("pool"),
                arguments.whole("subject"),
                arguments.decimal("amount"),
                arguments.decimal("duration"),
                arguments.optionalAccount("distributor").filter(account -> !account.isZero()),
                holder.map(account ->
                        new QuoteRequest.Order(account, proof.orElseThrow(), most, data.orElse(Bytes.EMPTY))));
    }

    private List<Path> cover() {
        return List.of(
                kinds.part(
                        "/v1/policies",
                        "policies",
                        "Policies in the order of their numbers.",
                        List.of(
                                Parameter.optional("holder", new Form.Account(), "Of this account alone."),
                                Parameter.optional("pool", NUMBER, "Of this pool alone."),
                                Parameter.optional("subject", NUMBER, "Of this subject alone."),
                                Parameter.optional(
                                        "state", PathKinds.choice(PolicyState.values()), "In this state alone.")),
                        Policy.class,
                        Cursor.Kind.POLICIES,
                        policy -> policy.policyId().longValueExact(),
                        Offer::policies,
                        arguments -> {
                            var holder = arguments.optionalAccount("holder");
                            var pool = arguments.optionalWhole("pool");
                            var subject = arguments.optionalWhole("subject");
                            var state = arguments.optionalText("state");
                            return policy -> PathKinds.is(holder, policy.holder())
                                    && PathKinds.is(pool, policy.poolId())
                                    && PathKinds.is(subject, policy.subjectId())
                                    && PathKinds.is(state, policy.state().name());
                        }),
                kinds.one(
                        "/v1/policies/{policyId}",
                        "policy",
                        "One policy.",
                        Parameter.path("policyId", LARGE, "From 1; the number of its token."),
                        Policy.class,
                        (offer, arguments) -> PathKinds.find(
                                offer.policies(),
                                policy -> policy.policyId().longValueExact(),
                                arguments.whole("policyId"),
                                "policy")),
                kinds.one(
                        "/v1/accounts/{account}/cover",
                        "accountCover",
                        "Whether an account is covered now, for how much, and until when: by policies, through"
                                + " integrators, and by units of parametric series.",
                        Parameter.path("account", new Form.Account(), "Any account."),
                        AccountCover.class,
                        (offer, arguments) -> offer.cover(arguments.account("account"))),
                kinds.list(
                        "/v1/integrators",
                        "integrators",
                        "Vaults, wallets and exchanges that cover their accounts.",
                        Integrator.class,
                        Offer::integrators),
                kinds.one(
                        "/v1/integrators/{integrator}",
                        "integrator",
                        "One integrator: what is prepaid, and how long it lasts.",
                        Parameter.path("integrator", new Form.Account(), "Its address."),
                        Integrator.class,
                        (offer, arguments) -> {
                            var address = arguments.account("integrator");
                            return offer.integrators().stream()
                                    .filter(each -> each.integrator().equals(address))
                                    .findFirst()
                                    .orElseThrow(() -> Refusal.unknown("integrator " + address));
                        }),
                kinds.list("/v1/series", "series", "Parametric series.", Series.class, Offer::series));
    }

    private List<Path> losses() {
        return List.of(
                kinds.part(
                        "/v1/incidents",
                        "incidents",
                        "Incidents with their state and their deadlines, in the order of their numbers.",
                        List.of(
                                Parameter.optional("pool", NUMBER, "Of this pool alone."),
                                Parameter.optional("subject", NUMBER, "Of this subject alone."),
                                Parameter.optional(
                                        "state", PathKinds.choice(IncidentState.values()), "In this state alone.")),
                        Incident.class,
                        Cursor.Kind.INCIDENTS,
                        Incident::incidentId,
                        Offer::incidents,
                        arguments -> {
                            var pool = arguments.optionalWhole("pool");
                            var subject = arguments.optionalWhole("subject");
                            var state = arguments.optionalText("state");
                            return incident -> PathKinds.is(pool, incident.poolId())
                                    && PathKinds.is(subject, incident.subjectId())
                                    && PathKinds.is(state, incident.state().name());
                        }),
                kinds.one(
                        "/v1/incidents/{incidentId}",
                        "incident",
                        "One incident.",
                        Parameter.path("incidentId", LARGE, "From 1."),
                        Incident.class,
                        (offer, arguments) -> PathKinds.find(
                                offer.incidents(), Incident::incidentId, arguments.whole("incidentId"), "incident")),
                kinds.part(
                        "/v1/claims",
                        "claims",
                        "Claims with their state and their deadlines, in the order of their numbers.",
                        List.of(
                                Parameter.optional("holder", new Form.Account(), "On cover of this account alone."),
                                Parameter.optional("incident", LARGE, "For this incident alone."),
                                Parameter.optional(
                                        "state", PathKinds.choice(ClaimState.values()), "In this state alone.")),
                        Claim.class,
                        Cursor.Kind.CLAIMS,
                        Claim::claimId,
                        Offer::claims,
                        arguments -> {
                            var holder = arguments.optionalAccount("holder");
                            var incident = arguments.optionalWhole("incident");
                            var state = arguments.optionalText("state");
                            return claim -> PathKinds.is(holder, claim.holder())
                                    && PathKinds.is(incident, claim.incidentId())
                                    && PathKinds.is(state, claim.state().name());
                        }),
                kinds.one(
                        "/v1/claims/{claimId}",
                        "claim",
                        "One claim.",
                        Parameter.path("claimId", LARGE, "From 1."),
                        Claim.class,
                        (offer, arguments) ->
                                PathKinds.find(offer.claims(), Claim::claimId, arguments.whole("claimId"), "claim")));
    }

    private List<Path> protocol() {
        return List.of(
                kinds.list(
                        "/v1/parameters",
                        "parameters",
                        "The numbers that the contracts go by, with their bounds and with changes that wait.",
                        org.breakwater.core.offer.Parameter.class,
                        Offer::parameters),
                kinds.one(
                        "/v1/parameters/{key}",
                        "parameter",
                        "One parameter.",
                        Parameter.path("key", new Form.Words("^[A-Z0-9_]{1,32}$"), "As in MIN_DURATION."),
                        org.breakwater.core.offer.Parameter.class,
                        (offer, arguments) -> {
                            var key = arguments.text("key");
                            return offer.parameters().stream()
                                    .filter(each -> each.key().equals(key))
                                    .findFirst()
                                    .orElseThrow(() -> Refusal.unknown("parameter " + key));
                        }),
                new Path(
                        "/v1/treasury",
                        "treasury",
                        "What stands behind the pools.",
                        List.of(),
                        new Reply.Shape(TreasurySummary.class, false, false),
                        List.of(),
                        _ -> {
                            var offer = source.get().offer();
                            return Reply.of(offer, offer.treasury());
                        }),
                new Path(
                        "/v1/events",
                        "events",
                        "What happened, event by event, oldest first. The cursor of the answer goes on after it, also"
                                + " where nothing has happened yet.",
                        List.of(
                                PathKinds.CURSOR,
                                Parameter.optional(
                                        "from",
                                        new Form.Whole(0, (1L << 53) - 1),
                                        "Height of the first block, where no cursor is given."),
                                PathKinds.LIMIT),
                        new Reply.Shape(Event.class, true, true),
                        List.of(ProblemType.CURSOR_MALFORMED, ProblemType.CURSOR_GONE),
                        this::events));
    }

    private Reply events(Arguments arguments) throws Refusal, IndexException, ProblemException {
        var offer = source.get().offer();
        return Reply.of(offer, events(offer, first(arguments), Math.toIntExact(arguments.whole("limit"))));
    }

    /// Where a list of events begins.
    Optional<Cursor> first(Arguments arguments) throws Refusal, IndexException, ProblemException {
        var cursor = arguments.cursor("cursor", Cursor.Kind.EVENTS);
        var from = arguments.optionalWhole("from");
        if (cursor.isPresent() && from.isPresent()) {
            throw Refusal.of(ProblemType.PARAMETER, "Both cursor and from are given.", "Give one of them.");
        }
        return from.isEmpty() || from.get() == 0
                ? cursor
                : source.get().events().upTo(from.get() - 1);
    }

    Part<Event> events(Offer offer, Optional<Cursor> after, int limit)
            throws Refusal, IndexException, ProblemException {
        return switch (source.get().events().after(offer.stored(), after, limit)) {
            case StoredEvents.Answer.Events(var part) -> part;
            case StoredEvents.Answer.Gone _ -> throw Refusal.cursorGone();
            case StoredEvents.Answer.Moving _ -> throw Refusal.notReady();
        };
    }

    /// The parameters of the stream of events.
    static List<Parameter> streamed() {
        return List.of(PathKinds.CURSOR);
    }
}
