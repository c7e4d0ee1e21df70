/// What one can do. The palette, the menu, shortcuts and tooltips are all views of one registry.
@NullMarked
package org.breakwater.desktop.command;

import org.jspecify.annotations.NullMarked;
