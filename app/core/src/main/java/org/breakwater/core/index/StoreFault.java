package org.breakwater.core.index;

import org.breakwater.core.problem.Problem;

/// The file or the database that holds the index cannot be used. Everything in it can be made again from the chain.
public sealed interface StoreFault extends IndexFault {

    /// Where it is: the path of a file, or the address of a database without its password.
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
                    "Make it writable, with its folder where it is a file, or choose another place.");
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
                    "Move it away and start again: the index is made anew from the chain. Check the disk.");
        }
    }

    /// Another program writes to it.
    record InUse(String path) implements StoreFault {

        @Override
        public Problem problem() {
            return Problem.of(
                    "Another Breakwater keeps the index at " + path + ".",
                    "Close the other one, or choose another place.");
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
                    "Use the newer Breakwater, or choose another place.");
        }
    }

    /// It is something else.
    record NotAnIndex(String path) implements StoreFault {

        @Override
        public Problem problem() {
            return new Problem(
                    path + " is not an index of Breakwater.", "It was left as it is.", "Choose another place.");
        }
    }

    /// It holds another protocol, or the same one on another chain.
    record OtherProtocol(String path) implements StoreFault {

        @Override
        public Problem problem() {
            return new Problem(
                    "The index at " + path + " belongs to another deployment.",
                    "It was left as it is.",
                    "Choose the deployment file it was made with, or another place for this one.");
        }
    }

    /// There is none yet, or none in the format of this version, and whoever asks only reads.
    record Absent(String path) implements StoreFault {

        @Override
        public Problem problem() {
            return Problem.of(
                    "There is no index at " + path + " yet that this Breakwater can read.",
                    "Let “breakwater sync” of the same version keep one there.");
        }

        @Override
        public boolean passes() {
            return true;
        }
    }

    /// The server that has it does not answer, or has broken off.
    ///
    /// @param why in the words of the machine
    record Unreachable(String path, String why) implements StoreFault {

        @Override
        public Problem problem() {
            return new Problem(
                    "The index at " + path + " cannot be reached: " + why + ".",
                    "What it held before is still there.",
                    "Check the server and the way to it, then start again.");
        }

        @Override
        public boolean passes() {
            return true;
        }
    }

    /// The server that has it does not give access to whoever asks.
    ///
    /// @param why in the words of the server
    record Denied(String path, String why) implements StoreFault {

        @Override
        public Problem problem() {
            return Problem.of(
                    "The server gives no access to the index at " + path + ": " + why + ".",
                    "Check the user's name and rights there; the password is taken from the variable"
                            + " BREAKWATER_DB_PASSWORD or from the file .pgpass.");
        }
    }

    /// As many as may are reading it already.
    record Crowded(String path) implements StoreFault {

        @Override
        public Problem problem() {
            return Problem.of("Too many are reading the index at " + path + " at once.", "Try again.");
        }

        @Override
        public boolean passes() {
            return true;
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
