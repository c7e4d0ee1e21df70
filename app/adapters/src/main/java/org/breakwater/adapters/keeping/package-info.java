/// What a keeper works with: nodes, the file of what it spent, the folder of reports.
@NullMarked
package org.breakwater.adapters.keeping;

import org.jspecify.annotations.NullMarked;
