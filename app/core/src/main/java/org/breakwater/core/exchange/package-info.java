/// How Safe transactions travel between people without a service: files, and text to paste.
@NullMarked
package org.breakwater.core.exchange;

import org.jspecify.annotations.NullMarked;
