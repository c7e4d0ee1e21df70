/// What a Safe Transaction Service does for owners, and how little of what it says is believed.
@NullMarked
package org.breakwater.core.service;

import org.jspecify.annotations.NullMarked;
