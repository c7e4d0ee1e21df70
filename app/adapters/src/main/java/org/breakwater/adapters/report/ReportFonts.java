package org.breakwater.adapters.report;

import java.util.Arrays;

/// The typefaces of a report, as TrueType files; what is used of them is embedded. Their digits must be tabular.
///
/// @param regular for text
/// @param medium for names
/// @param semiBold for numbers and titles
public record ReportFonts(byte[] regular, byte[] medium, byte[] semiBold) {

    public ReportFonts {
        regular = regular.clone();
        medium = medium.clone();
        semiBold = semiBold.clone();
    }

    @Override
    public byte[] regular() {
        return regular.clone();
    }

    @Override
    public byte[] medium() {
        return medium.clone();
    }

    @Override
    public byte[] semiBold() {
        return semiBold.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReportFonts fonts
                && Arrays.equals(regular, fonts.regular)
                && Arrays.equals(medium, fonts.medium)
                && Arrays.equals(semiBold, fonts.semiBold);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(regular);
    }

    @Override
    public String toString() {
        return "ReportFonts[" + regular.length + ", " + medium.length + ", " + semiBold.length + " bytes]";
    }
}
