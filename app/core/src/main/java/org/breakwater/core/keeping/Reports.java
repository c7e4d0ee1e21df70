package org.breakwater.core.keeping;

import java.util.List;
import org.breakwater.core.problem.ProblemException;

/// Port: reports that signers attested and somebody brought here. They come from outside and prove nothing by being
/// here.
@FunctionalInterface
public interface Reports {

    Reports NONE = List::of;

    List<Report> waiting() throws ProblemException;
}
