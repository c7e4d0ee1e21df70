/// The commands; each asks core and prints.
@NullMarked
package org.breakwater.cli.command;

import org.jspecify.annotations.NullMarked;
