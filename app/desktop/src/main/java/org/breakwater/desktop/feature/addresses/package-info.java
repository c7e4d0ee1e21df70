/// The address book: everybody and everything that is known by name, and what each is to the protocol.
@NullMarked
package org.breakwater.desktop.feature.addresses;

import org.jspecify.annotations.NullMarked;
