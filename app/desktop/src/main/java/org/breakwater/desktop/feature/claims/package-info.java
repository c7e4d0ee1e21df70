/// Claims: the list, the dossier of one, and incidents.
@NullMarked
package org.breakwater.desktop.feature.claims;

import org.jspecify.annotations.NullMarked;
