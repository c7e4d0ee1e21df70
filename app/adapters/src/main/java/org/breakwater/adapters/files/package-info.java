/// Files that this program writes for people.
@NullMarked
package org.breakwater.adapters.files;

import org.jspecify.annotations.NullMarked;
