/// The toolkit's thread, work beside it, and pictures.
@NullMarked
package org.breakwater.desktop.fx;

import org.jspecify.annotations.NullMarked;
