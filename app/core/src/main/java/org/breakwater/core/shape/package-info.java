/// What documents look like, derived from the record types that they are: the same shape writes a document as JSON and
/// tells its JSON Schema, so that neither can differ from the other.
@NullMarked
package org.breakwater.core.shape;

import org.jspecify.annotations.NullMarked;
