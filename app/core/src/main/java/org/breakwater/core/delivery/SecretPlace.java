package org.breakwater.core.delivery;

/// Where a secret is. The file of targets names the place and never holds the secret.
public sealed interface SecretPlace {

    /// For sentences; says where, never what.
    String words();

    /// A variable of the environment.
    record Environment(String name) implements SecretPlace {
        @Override
        public String words() {
            return "the environment variable " + name;
        }
    }

    /// A file that only its owner may read.
    ///
    /// @param path absolute
    record OwnFile(String path) implements SecretPlace {
        @Override
        public String words() {
            return "the file " + path;
        }
    }

    /// What the service manager hands over (systemd's `LoadCredential`).
    record Credential(String name) implements SecretPlace {
        @Override
        public String words() {
            return "the credential " + name;
        }
    }
}
