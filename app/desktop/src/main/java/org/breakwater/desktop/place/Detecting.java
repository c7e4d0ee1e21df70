package org.breakwater.desktop.place;

import java.util.List;
import org.breakwater.core.follow.Known;
import org.breakwater.core.keeping.Anomaly;
import org.breakwater.core.problem.ProblemException;

/// Looks whether something that is covered was lost, as a keeper does. It decides nothing: adapters are asked.
/// Blocking; any thread may ask.
@FunctionalInterface
public interface Detecting {

    List<Anomaly> look(Known known) throws ProblemException;
}
