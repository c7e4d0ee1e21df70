package org.breakwater.core.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.problem.ProblemException;

/// Port: how far each target is. What a call wrote is on the disk when it returns.
public interface Deliveries {

    /// How long a sentence may be that is kept, in characters.
    int MOST_SAID = 500;

    /// How many refusals are kept of a target, the newest.
    int MOST_REFUSALS = 1_000;

    /// A change that a target refused for good.
    ///
    /// @param sequence the change's number
    /// @param said a sentence
    record Refusal(long sequence, Instant at, String said) {}

    /// Empty for a target that is new.
    Optional<Progress> of(String target) throws ProblemException;

    void keep(String target, Progress progress) throws ProblemException;

    void refused(String target, List<Refusal> refusals) throws ProblemException;

    /// Newest first.
    List<Refusal> refusals(String target, int most) throws ProblemException;
}
