package org.breakwater.adapters.offer;

import java.util.Locale;
import org.breakwater.core.offer.QuoteAnswer.Reason;

/// The problems with which a request is refused, and the status of HTTP for each.
enum ProblemType {
    NO_SUCH_PATH(404, "There is nothing at this path"),
    UNKNOWN(404, "There is no such entry"),
    PARAMETER(400, "A parameter is not what it should be"),
    CURSOR_MALFORMED(400, "The cursor was not given by this server"),
    CURSOR_GONE(410, "The cursor belongs to a branch of the chain that is gone"),
    BODY(400, "A request has no body here"),
    METHOD(405, "Only GET and HEAD are answered"),
    TOO_LONG(414, "The path is too long"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    BUSY(503, "Too many are answered at once"),
    NOT_READY(503, "There is nothing to answer from yet"),
    BROKEN(500, "The server met a fault of its own"),
    UNKNOWN_POOL(404, "There is no such pool"),
    UNKNOWN_SUBJECT(404, "There is no such subject"),
    OTHER_KIND(409, "The pool insures another kind of subject"),
    SALES_PAUSED(409, "Sales are paused"),
    NOT_LISTED(409, "The subject is not listed"),
    LEVEL(409, "The subject's risk level keeps it from being sold"),
    INCIDENT_OPEN(409, "An incident of the subject is open"),
    PEG_BROKEN(409, "The pool's asset is off its peg"),
    NO_TERMS(409, "The pool has no terms"),
    DURATION_OUT_OF_BOUNDS(422, "The duration is out of bounds"),
    NOTHING_COVERED(422, "The cover would end before its waiting period"),
    AMOUNT_OUT_OF_BOUNDS(422, "The amount is out of bounds"),
    NO_CAPACITY(409, "There is no capacity for that much"),
    RATE_ABOVE_CEILING(409, "The price is above the pool's ceiling"),
    PREMIUM_ABOVE_MAX(409, "The premium is above the most that would be paid");

    private static final String PREFIX = "urn:breakwater:problem:";

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    /// Stable, for programs.
    String uri() {
        return PREFIX + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static ProblemType of(Reason reason) {
        return switch (reason) {
            case UNKNOWN_POOL -> UNKNOWN_POOL;
            case UNKNOWN_SUBJECT -> UNKNOWN_SUBJECT;
            case OTHER_KIND -> OTHER_KIND;
            case SALES_PAUSED -> SALES_PAUSED;
            case NOT_LISTED -> NOT_LISTED;
            case LEVEL -> LEVEL;
            case INCIDENT_OPEN -> INCIDENT_OPEN;
            case PEG_BROKEN -> PEG_BROKEN;
            case NO_TERMS -> NO_TERMS;
            case DURATION_OUT_OF_BOUNDS -> DURATION_OUT_OF_BOUNDS;
            case NOTHING_COVERED -> NOTHING_COVERED;
            case AMOUNT_OUT_OF_BOUNDS -> AMOUNT_OUT_OF_BOUNDS;
            case NO_CAPACITY -> NO_CAPACITY;
            case RATE_ABOVE_CEILING -> RATE_ABOVE_CEILING;
            case PREMIUM_ABOVE_MAX -> PREMIUM_ABOVE_MAX;
        };
    }
}
