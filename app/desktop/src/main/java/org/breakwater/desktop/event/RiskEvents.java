package org.breakwater.desktop.event;

import org.breakwater.core.fact.AdapterFact;
import org.breakwater.core.fact.BreachFact;
import org.breakwater.core.fact.FeedFact;
import org.breakwater.core.fact.RiskFact;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Terms;

/// What was said about insured subjects, and what the adapters and feeds that watch them saw.
record RiskEvents(EventNames names) {

    String of(RiskFact fact) {
        return switch (fact) {
            case RiskFact.SubjectApplied applied ->
                names.address(applied.applicant()) + " applied for " + names.subject(applied.subjectId());
            case RiskFact.InputsAttested attested ->
                "The inputs of " + names.subject(attested.subjectId()) + " are attested by "
                        + names.address(attested.by());
            case RiskFact.LevelChanged changed ->
                names.subject(changed.subjectId()) + " went from " + Terms.of(changed.from()) + " to "
                        + Terms.of(changed.to()) + ", score " + Numbers.count(changed.scoreBps());
            case RiskFact.StatusChanged changed ->
                names.subject(changed.subjectId()) + ": " + EventWords.lower(Terms.of(changed.to()));
        };
    }

    String of(AdapterFact fact, String adapter) {
        return switch (fact) {
            case AdapterFact.Observed observed ->
                adapter + " read " + names.subject(observed.subjectId()) + ": "
                        + EventWords.plain(observed.observation().verdict());
            case AdapterFact.Sampled sampled -> adapter + " took a sample of " + names.subject(sampled.subjectId());
            case AdapterFact.SignersSet set ->
                adapter + " hears " + set.signers().size() + " signers, " + set.threshold() + " of them suffice";
            case AdapterFact.ReportUsed used -> adapter + " used a report on " + names.subject(used.subjectId());
            case AdapterFact.Asserted asserted ->
                names.address(asserted.asserter()) + " asserts a loss of " + names.subject(asserted.subjectId());
            case AdapterFact.Disputed disputed ->
                names.address(disputed.disputer()) + " disputes assertion " + disputed.assertionId();
            case AdapterFact.AssertionDecided decided ->
                "Assertion " + decided.assertionId() + " is " + EventWords.plain(decided.state());
            case AdapterFact.AssertionUsed used -> "Assertion " + used.assertionId() + " is used";
        };
    }

    String of(BreachFact fact) {
        return switch (fact) {
            case BreachFact.PriceDropBreachSet set ->
                breach(set.subjectId(), set.breach().startedAt());
            case BreachFact.DepegBreachSet set ->
                breach(set.subjectId(), set.breach().startedAt());
            case BreachFact.TvlDropBreachSet set ->
                breach(set.subjectId(), set.breach().firstAt());
            case BreachFact.Recovered recovered -> names.subject(recovered.subjectId()) + " has its peg again";
        };
    }

    private String breach(long subject, long since) {
        return since == 0
                ? "The breach of " + names.subject(subject) + " ended"
                : names.subject(subject) + " is in breach since " + EventWords.date(since);
    }

    static String of(FeedFact fact, String feed) {
        return switch (fact) {
            case FeedFact.AnswerUpdated _ -> feed + " has a new answer";
            case FeedFact.LimitsSet _ -> feed + " has new limits";
        };
    }
}
