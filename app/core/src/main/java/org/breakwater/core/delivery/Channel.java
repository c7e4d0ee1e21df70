package org.breakwater.core.delivery;

import java.time.Duration;
import java.util.List;

/// By what a target is reached.
public sealed interface Channel {

    /// The word for it in the file of targets.
    String kind();

    /// A receiver of one's own: JSON over HTTP, signed.
    record Webhook(String url, SecretPlace secret) implements Channel {
        @Override
        public String kind() {
            return "webhook";
        }
    }

    /// A Slack channel.
    ///
    /// @param url of an incoming webhook; whoever knows it may write to the channel, so that it is a secret
    record Slack(SecretPlace url) implements Channel {
        @Override
        public String kind() {
            return "slack";
        }
    }

    /// A Discord channel.
    ///
    /// @param url of a webhook; a secret, as with Slack
    record Discord(SecretPlace url) implements Channel {
        @Override
        public String kind() {
            return "discord";
        }
    }

    /// A program on this machine.
    ///
    /// @param words the program's absolute path and its arguments, which do not change
    /// @param limit how long it may run
    record Command(List<String> words, Duration limit) implements Channel {

        public Command {
            words = List.copyOf(words);
        }

        @Override
        public String kind() {
            return "command";
        }
    }
}
