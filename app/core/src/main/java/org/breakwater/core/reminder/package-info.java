/// What a person is told of once without looking.
@NullMarked
package org.breakwater.core.reminder;

import org.jspecify.annotations.NullMarked;
