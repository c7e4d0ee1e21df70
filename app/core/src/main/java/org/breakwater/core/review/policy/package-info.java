/// What a person allows beyond what everybody is allowed, and how they come to allow more.
@NullMarked
package org.breakwater.core.review.policy;

import org.jspecify.annotations.NullMarked;
