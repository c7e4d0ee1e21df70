package org.breakwater.adapters.ethereum.download;

import java.io.IOException;

/// What an endpoint sent is not what was asked for. The message is half a sentence that says why.
final class MalformedAnswerException extends IOException {

    private static final long serialVersionUID = 1L;

    MalformedAnswerException(String why) {
        super(why);
    }
}
