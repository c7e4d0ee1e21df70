/// The window's frame: header, rail, status bar, and what lies over them for a moment.
@NullMarked
package org.breakwater.desktop.shell;

import org.jspecify.annotations.NullMarked;
