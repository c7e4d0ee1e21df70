package org.breakwater.desktop.place;

import org.breakwater.core.report.MakeReport;
import org.breakwater.core.report.ReportPrinter;

/// What it takes to make the report of a month.
///
/// @param make computes it
/// @param printer lays it out
public record Reporting(MakeReport make, ReportPrinter printer) {}
