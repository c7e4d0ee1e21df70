/// The deployment file: read strictly, written completely.
@NullMarked
package org.breakwater.adapters.deployment;

import org.jspecify.annotations.NullMarked;
