/// Files that this program reads and writes for people.
@NullMarked
package org.breakwater.adapters.files;

import org.jspecify.annotations.NullMarked;
