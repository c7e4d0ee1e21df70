/// Asks the places that a person allows for evidence, and keeps which those are.
@NullMarked
package org.breakwater.adapters.evidence;

import org.jspecify.annotations.NullMarked;
