/// How the window looks: typefaces, colour tokens, light and dark.
@NullMarked
package org.breakwater.desktop.theme;

import org.jspecify.annotations.NullMarked;
