package org.breakwater.core.index;

import org.breakwater.core.problem.Problem;

/// The file that holds the index cannot be used. Everything in it can be made again from the chain.
public sealed interface StoreFault extends IndexFault {

    /// Where it is.
    String path();

    @Override
    default boolean passes() {
        return false;
    }

    /// It, or its folder, may not be written to.
    record ReadOnly(String path) implements StoreFault {

        @Override
        public Problem problem() {
            return Problem.of(
                    "The index at " + path + " may not be written to.",
                    "Make the file and its folder writable, or choose another place.");
        }
    }

    /// There is no room for more.
    record Full(String path) implements StoreFault {

        @Override
        public Problem problem() {
            return new Problem(
                    "There is no room left for the index at " + path + ".",
                    "What it held before is still there.",
                    "Free some space, then start it again.");
        }

        @Override
        public boolean passes() {
            return true;
        }
    }

    /// Its bytes are not what was written.
    ///
    /// @param why in the words of the store
    record Corrupt(String path, String why) implements StoreFault {

        @Override
        public Problem problem() {
            return new Problem(
                    "The index at " + path + " is damaged: " + why + ".",
                    "Nothing in it can be relied on.",
                    "Move the file away and start again: the index is made anew from the chain. Check the disk.");
        }
    }

    /// Another program writes to it.
    record InUse(String path) implements StoreFault {

        @Override
        public Problem problem() {
            return Problem.of(
                    "Another Breakwater keeps the index at " + path + ".",
                    "Close the other one, or choose another file.");
        }

        @Override
        public boolean passes() {
            return true;
        }
    }

    /// A later version of this program made it.
    record Newer(String path, int version, int known) implements StoreFault {

        @Override
        public Problem problem() {
            return new Problem(
                    "The index at " + path + " was made by a newer Breakwater (format " + version
                            + "; this one knows formats up to " + known + ").",
                    "It was left as it is.",
                    "Use the newer Breakwater, or choose another file.");
        }
    }

    /// It is something else.
    record NotAnIndex(String path) implements StoreFault {

        @Override
        public Problem problem() {
            return new Problem(
                    path + " is not an index of Breakwater.", "It was left as it is.", "Choose another file.");
        }
    }

    /// It holds another protocol, or the same one on another chain.
    record OtherProtocol(String path) implements StoreFault {

        @Override
        public Problem problem() {
            return new Problem(
                    "The index at " + path + " belongs to another deployment.",
                    "It was left as it is.",
                    "Choose the deployment file it was made with, or another file for this one.");
        }
    }

    /// Anything else that keeps it from being read or written.
    ///
    /// @param why in the words of the machine
    record Unusable(String path, String why) implements StoreFault {

        @Override
        public Problem problem() {
            return Problem.of(
                    "The index at " + path + " cannot be used: " + why + ".",
                    "Check the path and the disk, then try again.");
        }
    }
}
