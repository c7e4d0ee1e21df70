/// Texts that the chain knows by their hash: terms, evidence, reasons, rationales.
@NullMarked
package org.breakwater.core.text;

import org.jspecify.annotations.NullMarked;
