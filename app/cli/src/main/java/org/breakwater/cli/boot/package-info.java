/// Starts the command line and wires it to its adapters.
@NullMarked
package org.breakwater.cli.boot;

import org.jspecify.annotations.NullMarked;
