package org.breakwater.core.verification;

/// Something that is not as it should be.
///
/// @param subject what, in words that name the contract, role or parameter
/// @param expected what should be there
/// @param found what is there
public record Difference(String subject, String expected, String found) {

    @Override
    public String toString() {
        return subject + ": expected " + expected + ", found " + found;
    }
}
