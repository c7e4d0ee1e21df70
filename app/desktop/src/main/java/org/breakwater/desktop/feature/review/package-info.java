/// The review of a Safe's transaction: what it does, the checks, and the hashes that a device must show.
@NullMarked
package org.breakwater.desktop.feature.review;

import org.jspecify.annotations.NullMarked;
