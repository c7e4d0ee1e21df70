package org.breakwater.adapters.loopback;

import java.util.regex.Pattern;

/// Which hosts are this machine whoever is asked for their address.
public final class LoopbackHost {

    private static final Pattern IPV4 = Pattern.compile("127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");

    private LoopbackHost() {}

    /// By what is written, never by asking a name server, whose answer may change.
    ///
    /// @param host an address of IPv6 with or without its brackets
    public static boolean is(String host) {
        return host.equals("localhost")
                || host.equals("::1")
                || host.equals("[::1]")
                || IPV4.matcher(host).matches();
    }
}
