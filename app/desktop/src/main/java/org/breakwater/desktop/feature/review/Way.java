package org.breakwater.desktop.feature.review;

/// How somebody has the network carry something out.
enum Way {
    EXECUTE,
    APPROVE
}
