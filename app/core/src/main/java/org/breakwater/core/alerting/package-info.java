/// By which rules a window judges and whom it tells, as somebody chose it.
@NullMarked
package org.breakwater.core.alerting;

import org.jspecify.annotations.NullMarked;
