/// What happened, what is due, and what is not as it should be.
@NullMarked
package org.breakwater.desktop.feature.activity;

import org.jspecify.annotations.NullMarked;
