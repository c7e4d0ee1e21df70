package org.breakwater.core.evidence;

import java.util.List;
import org.breakwater.core.problem.ProblemException;

/// Port: the places that the person allows to be asked for evidence. At first there are none.
public interface EvidencePlaces {

    /// How many there may be.
    int MOST = 16;

    /// In the order in which they are asked.
    List<EvidencePlace> read() throws ProblemException;

    /// Keeps these in place of those that were kept.
    void write(List<EvidencePlace> places) throws ProblemException;
}
