/// A Safe Transaction Service over HTTP (OkHttp). What it answers is read within bounds and judged in core.
@NullMarked
package org.breakwater.adapters.service;

import org.jspecify.annotations.NullMarked;
