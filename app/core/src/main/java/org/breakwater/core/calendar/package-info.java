/// Dates as a calendar takes them (RFC 5545).
@NullMarked
package org.breakwater.core.calendar;

import org.jspecify.annotations.NullMarked;
