/// The DAO's Governor, Timelock and voting token as somebody meets them who votes, queues and executes: ids, ballots,
/// calls, what the chain says, and each refusal in words.
@NullMarked
package org.breakwater.core.governor;

import org.jspecify.annotations.NullMarked;
