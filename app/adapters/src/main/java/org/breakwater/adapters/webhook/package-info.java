/// Ways to the targets of alerts: webhooks of one's own, Slack, Discord, and programs on this machine.
@NullMarked
package org.breakwater.adapters.webhook;

import org.jspecify.annotations.NullMarked;
