/// Tables: kinds of columns, a total row, rows read page by page, and export.
@NullMarked
package org.breakwater.desktop.kit.table;

import org.jspecify.annotations.NullMarked;
