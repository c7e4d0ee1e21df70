/// Policies, parametric series, account cover and integrators: lists with the detail of a row beside them.
@NullMarked
package org.breakwater.desktop.feature.policies;

import org.jspecify.annotations.NullMarked;
