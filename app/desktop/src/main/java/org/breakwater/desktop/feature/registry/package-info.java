/// The risk registry: everything that can be insured, how risky it is, and why.
@NullMarked
package org.breakwater.desktop.feature.registry;

import org.jspecify.annotations.NullMarked;
