/// Proposals to the DAO and pending changes of parameters.
@NullMarked
package org.breakwater.desktop.feature.proposals;

import org.jspecify.annotations.NullMarked;
