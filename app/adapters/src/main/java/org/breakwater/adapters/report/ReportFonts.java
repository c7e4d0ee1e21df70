package org.breakwater.adapters.report;

/// The typefaces of a report, as TrueType files; what is used of them is embedded. Their digits must be tabular.
public final class ReportFonts {

    private final byte[] regular;
    private final byte[] medium;
    private final byte[] semiBold;

    /// @param regular for text
    /// @param medium for names
    /// @param semiBold for numbers and titles
    public ReportFonts(byte[] regular, byte[] medium, byte[] semiBold) {
        this.regular = regular.clone();
        this.medium = medium.clone();
        this.semiBold = semiBold.clone();
    }

    byte[] regular() {
        return regular.clone();
    }

    byte[] medium() {
        return medium.clone();
    }

    byte[] semiBold() {
        return semiBold.clone();
    }
}
