package org.breakwater.core.verification;

/// Something that is not as it should be.
///
/// @param subject what, in words that name the contract, role or parameter and begin with a capital letter
/// @param expected what should be there
/// @param found what is there
public record Difference(Area area, String subject, String expected, String found) {

    /// One sentence.
    @Override
    public String toString() {
        return subject + " should be " + expected + ", but is " + found + ".";
    }
}
