/// What is offered to programs elsewhere, over HTTP: paths, their description as OpenAPI, and a server with bounds. See
/// app/docs/decisions/0033-the-integrators-interface.md.
@NullMarked
package org.breakwater.adapters.offer;

import org.jspecify.annotations.NullMarked;
