/// What happened, event by event.
@NullMarked
package org.breakwater.core.activity;

import org.jspecify.annotations.NullMarked;
