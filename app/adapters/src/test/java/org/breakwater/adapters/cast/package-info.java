/// Foundry's `cast`, asked as a person would ask it: the chain's own answer beside what the program says.
@NullMarked
package org.breakwater.adapters.cast;

import org.jspecify.annotations.NullMarked;
