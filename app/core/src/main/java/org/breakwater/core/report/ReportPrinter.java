package org.breakwater.core.report;

import org.breakwater.core.problem.ProblemException;

/// Port: lays a report out on paper. The same document gives the same bytes.
@FunctionalInterface
public interface ReportPrinter {

    /// A PDF.
    byte[] print(ReportDocument document) throws ProblemException;
}
